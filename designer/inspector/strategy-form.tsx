import { Select, Textarea } from '@mantine/core';
import type { BusinessProcess } from '#dsl/document/business-process.ts';
import { setStrategy } from '../commands/set-object.ts';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import { useEditor } from '../process/editor-context.tsx';
import { ObjectName } from './object-name.tsx';

/** What a strategy is, apart from its blocks. */
export function StrategyForm({ name, process }: { readonly name: string; readonly process: BusinessProcess }) {
  const run = useEditor((state) => state.run);
  const strategy = process.strategies[name];
  if (strategy === undefined) return null;
  return (
    <>
      <ObjectName object={{ kind: 'strategy', name }} taken={process.strategies} />
      <Select
        label={t.strategyKind}
        description={t.strategyKindHelp}
        data={[
          { value: 'strategy', label: t.kindStrategy },
          { value: 'subroutine', label: t.kindSubroutine },
        ]}
        value={strategy.kind}
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
    </>
  );
}
