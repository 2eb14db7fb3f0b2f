import { Select, Stack, Text, Textarea } from '@mantine/core';
import { setStrategy } from '../commands/set-object.ts';
import type { StrategyInput } from '../commands/edit.ts';
import { InspectorHead } from '../inspector/inspector-head.tsx';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import { useEditor } from '../process/editor-context.tsx';

/** What the inspector shows while no block is selected: the strategy itself, and the keys of the canvas. */
export function StrategyInspector(props: {
  readonly name: string;
  readonly strategy: StrategyInput;
  readonly selected: number;
}) {
  const { name, strategy, selected } = props;
  const run = useEditor((state) => state.run);
  if (selected > 1) {
    return (
      <Stack p="md">
        <Text size="sm">{t.severalSelected(selected)}</Text>
      </Stack>
    );
  }
  return (
    <div>
      <InspectorHead kind={t.strategy} title={name} hue="--sb-flow" />
      <Stack p="md" gap="md">
        <Select
          label={t.strategyKind}
          description={t.strategyKindHelp}
          data={[
            { value: 'strategy', label: t.kindStrategy },
            { value: 'subroutine', label: t.kindSubroutine },
          ]}
          value={strategy.kind ?? 'strategy'}
          allowDeselect={false}
          onChange={(kind) => run(setStrategy(name, { kind: kind === 'subroutine' ? 'subroutine' : undefined }))}
        />
        <Textarea
          label={t.description}
          autosize
          minRows={2}
          value={strategy.description ?? ''}
          onChange={(event) => run(setStrategy(name, { description: event.currentTarget.value || undefined }))}
        />
        <Text size="xs" c="dimmed" style={{ whiteSpace: 'pre-line' }}>
          {t.canvasKeys}
        </Text>
      </Stack>
    </div>
  );
}
