import type { Editor } from '#dsl/block/editor.ts';
import type { Reference } from '#dsl/block/block.ts';
import { UsesPopover } from './uses-popover.tsx';
import { UseList, useUses } from './where-used.tsx';

// pickers of names that blocks refer to, and how references call them
const kindOf: Partial<Record<Editor, Reference['kind']>> = {
  queue: 'queue',
  workbin: 'queue',
  response: 'response',
  'screening-rule': 'screening-rule',
  model: 'model',
  'agent-group': 'agent-group',
  agent: 'agent',
  subroutine: 'strategy',
  strategy: 'strategy',
  macro: 'macro',
  list: 'list',
  calendar: 'calendar',
  'data-source': 'data-source',
  'external-service': 'external-service',
  secret: 'secret',
};

/** Beside a picker: where else the chosen name is used, each place a way there. */
export function UsesHint(props: { readonly editor: Editor | undefined; readonly name: string }) {
  const kind = props.editor === undefined ? undefined : kindOf[props.editor];
  return kind === undefined || props.name === '' ? null : <Uses kind={kind} name={props.name} />;
}

function Uses({ kind, name }: { readonly kind: Reference['kind']; readonly name: string }) {
  return (
    <UsesPopover name={name}>
      <AllUses kind={kind} name={name} />
    </UsesPopover>
  );
}

function AllUses({ kind, name }: { readonly kind: Reference['kind']; readonly name: string }) {
  const { here, elsewhere } = useUses(kind, name);
  return <UseList uses={[...here, ...elsewhere]} />;
}
