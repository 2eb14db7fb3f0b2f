import { ActionIcon, Anchor, Collapse, Stack, Text, Textarea, TextInput, Tooltip } from '@mantine/core';
import { IconHelp, IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { blockByType } from '#dsl/blocks/index.ts';
import type { BlockInput } from '../commands/edit.ts';
import { removeBlocks } from '../commands/remove-blocks.ts';
import { setBlockConfig, setBlockText } from '../commands/set-block.ts';
import { BlockIcon } from '../kit/block-icon.tsx';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import { useEditor, useOpenProcess } from '../process/editor-context.tsx';
import { blockFields } from './block-fields.ts';
import { DerivedField } from './derived-field.tsx';
import { type FieldProblem, problemsUnder, problemText } from './field-props.ts';
import { InspectorContext } from './inspector-context.ts';
import { InspectorHead } from './inspector-head.tsx';
import { useStrategySurroundings } from './use-strategy-surroundings.ts';
import { WaysOn } from './ways-on.tsx';
import { blockLabel } from '../kit/messages/block-label.ts';
import { spoken } from '../kit/messages/spoken.ts';

/** Everything about one block: its name, the form derived from its settings, where its exits lead, a note. */
export function BlockInspector(props: {
  readonly strategy: string;
  readonly id: string;
  readonly instance: BlockInput;
}) {
  const { strategy, id, instance } = props;
  const run = useEditor((state) => state.run);
  const surroundings = useStrategySurroundings(strategy);
  const problems = useConfigProblems(strategy, id);
  const config: Readonly<Record<string, unknown>> = instance.config ?? {};
  const general = problems.filter(({ path }) => path.length === 0);
  return (
    <InspectorContext value={surroundings}>
      <Head strategy={strategy} id={id} instance={instance} />
      <Stack p="md" gap="md">
        <BlockName strategy={strategy} id={id} instance={instance} />
        {general.length > 0 && (
          <Text size="xs" c="var(--sb-bad)" role="alert">
            {problemText(general)}
          </Text>
        )}
        {blockFields(instance.type).map((field) => (
          <DerivedField
            key={field.key}
            field={field}
            value={config[field.key]}
            siblings={config}
            problems={problemsUnder(problems, field.key)}
            onChange={(value) => run(setBlockConfig(strategy, id, { [field.key]: value }))}
          />
        ))}
        <WaysOn strategy={strategy} id={id} instance={instance} />
        <Textarea
          label={t.note}
          description={t.noteHelp}
          autosize
          minRows={1}
          value={instance.note ?? ''}
          onChange={(event) => run(setBlockText(strategy, id, 'note', event.currentTarget.value))}
        />
      </Stack>
    </InspectorContext>
  );
}

/** The name people give the block. A blank at its end is one still being typed, and no part of the name. */
function BlockName(props: { readonly strategy: string; readonly id: string; readonly instance: BlockInput }) {
  const { strategy, id, instance } = props;
  const run = useEditor((state) => state.run);
  const [typed, setTyped] = useState('');
  const name = instance.name ?? '';
  return (
    <TextInput
      label={t.name}
      value={typed.trim() === name ? typed : name}
      placeholder={blockLabel(instance.type)}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        run(setBlockText(strategy, id, 'name', event.currentTarget.value.trim()));
      }}
      onBlur={() => setTyped(name)}
    />
  );
}

function Head(props: { readonly strategy: string; readonly id: string; readonly instance: BlockInput }) {
  const { strategy, id, instance } = props;
  const { editor } = useOpenProcess();
  const [isHelpShown, setHelpShown] = useState(false);
  const block = blockByType(instance.type);
  const remove = (): void => {
    const { snapshot, run, select } = editor.getState();
    const edit = removeBlocks(strategy, snapshot.document.strategies?.[strategy] ?? { blocks: {} }, [id]);
    if (edit === undefined) return;
    run(edit);
    select([]);
  };
  return (
    <>
      <InspectorHead
        kind={blockLabel(instance.type)}
        title={instance.name ?? blockLabel(instance.type)}
        hue={`--sb-${block?.face.category ?? 'flow'}`}
        icon={<BlockIcon icon={block?.face.icon ?? ''} />}
        tools={
          <>
            <Tooltip label={t.reference}>
              <ActionIcon
                aria-label={t.reference}
                aria-expanded={isHelpShown}
                onClick={() => setHelpShown((isShown) => !isShown)}
              >
                <IconHelp size={18} />
              </ActionIcon>
            </Tooltip>
            {block?.role !== 'entry' && (
              <Tooltip label={t.removeBlock}>
                <ActionIcon aria-label={t.removeBlock} onClick={remove}>
                  <IconTrash size={18} />
                </ActionIcon>
              </Tooltip>
            )}
          </>
        }
      />
      <Collapse expanded={isHelpShown}>
        <Text size="xs" px="md" pt="sm" c="dimmed">
          {block && spoken(block.face.help)}{' '}
          <Anchor href={`/blocks#${instance.type}`} target="_blank" size="xs">
            {t.referencePage}
          </Anchor>
        </Text>
      </Collapse>
    </>
  );
}

function useConfigProblems(strategy: string, id: string): readonly FieldProblem[] {
  const { problems } = useOpenProcess();
  return useMemo(
    () =>
      problems
        .filter((problem) => problem.strategy === strategy && problem.block === id && problem.path[4] === 'config')
        .map(({ path, message }) => ({ path: path.slice(5), message })),
    [problems, strategy, id],
  );
}
