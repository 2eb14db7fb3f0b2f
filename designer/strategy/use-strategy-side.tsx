import { useMediaQuery } from '@mantine/hooks';
import type { Snapshot, StrategyInput } from '../commands/edit.ts';
import { markOf } from '../commands/mark-id.ts';
import { BlockInspector } from '../inspector/block-inspector.tsx';
import { MarkInspector } from '../inspector/mark-inspector.tsx';
import { useEditor } from '../process/editor-context.tsx';
import { StrategyInspector } from './strategy-inspector.tsx';

/** What the inspector beside a strategy shows; `undefined` where it would only take room. */
export function useStrategySide(name: string): React.ReactNode {
  const selection = useEditor((state) => state.selection);
  const isNarrow = useMediaQuery('(max-width: 800px)', false, { getInitialValueInEffect: false });
  const [only, ...others] = selection;
  const isBlock = useEditor(({ snapshot }) => Object.hasOwn(blocksOf(snapshot, name), only ?? ''));
  const mark = others.length === 0 ? markOf(only ?? '') : undefined;
  if (mark !== undefined) return <MarkInspector key={only} canvas={name} mark={mark} />;
  if (only !== undefined && others.length === 0 && isBlock) return <BlockSide key={only} strategy={name} id={only} />;
  return isNarrow ? undefined : <StrategySide name={name} selected={selection.length} />;
}

// each of these follows the document by itself, so that a key in a form draws nothing but the form at once
function BlockSide(props: { readonly strategy: string; readonly id: string }) {
  const { strategy, id } = props;
  const instance = useEditor(({ snapshot }) => blocksOf(snapshot, strategy)[id]);
  return instance === undefined ? null : <BlockInspector strategy={strategy} id={id} instance={instance} />;
}

function StrategySide(props: { readonly name: string; readonly selected: number }) {
  const strategy = useEditor(({ snapshot }) => snapshot.document.strategies?.[props.name]);
  return strategy === undefined ? null : <StrategyInspector {...props} strategy={strategy} />;
}

function blocksOf(snapshot: Snapshot, strategy: string): StrategyInput['blocks'] {
  return snapshot.document.strategies?.[strategy]?.blocks ?? noBlocks;
}

const noBlocks = {};
