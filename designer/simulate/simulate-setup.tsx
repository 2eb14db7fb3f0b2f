import { Button, Group, Select, Text } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { strategyTestSchema } from '#dsl/document/strategy-test.ts';
import type { StrategyInput } from '../commands/edit.ts';
import { trial as t } from '../kit/messages/en/trial.ts';
import { BreakpointButton } from './breakpoint-button.tsx';
import { GivenFields } from './given-fields.tsx';
import { RealInteraction } from './real-interaction.tsx';
import classes from './simulate.module.css';
import { useTrial } from './trial-context.tsx';
import { nothingGiven } from './use-simulation.ts';

const typed = 'typed';
const real = 'real';

/** What a simulation starts with: typed, that of a test, or an interaction that was really there. */
export function SimulateSetup({ strategy }: { readonly strategy: StrategyInput }) {
  const { simulation } = useTrial();
  const [source, setSource] = useState<string>(typed);
  const tests = strategy.tests ?? {};
  const choose = (to: string): void => {
    setSource(to);
    const test = to.startsWith('test ') ? tests[to.slice('test '.length)] : undefined;
    if (test !== undefined) simulation.setGiven(strategyTestSchema.parse(test).given);
    else if (to === typed) simulation.setGiven(nothingGiven);
  };
  return (
    <div className={classes.detail}>
      <Text size="xs" c="dimmed" maw={700}>
        {t.simulateHelp}
      </Text>
      <Group align="flex-end" gap="sm" mt={8}>
        <Select
          label={t.startWith}
          size="xs"
          w={260}
          allowDeselect={false}
          data={[
            { value: typed, label: t.typed },
            { value: real, label: t.real },
            ...Object.keys(tests).map((title) => ({ value: `test ${title}`, label: t.ofTest(title) })),
          ]}
          value={source}
          onChange={(to) => choose(to ?? typed)}
        />
        {source === real && (
          <RealInteraction onChoose={(found) => simulation.setGiven({ ...simulation.given, ...found })} />
        )}
        <Button
          size="xs"
          leftSection={<IconPlayerPlay size={14} />}
          loading={simulation.isBusy}
          onClick={simulation.start}
        >
          {t.start}
        </Button>
        <BreakpointButton />
      </Group>
      {simulation.isBroken && (
        <Text size="xs" c="var(--sb-bad)" role="alert" mt={6}>
          {t.doesNotCompile}
        </Text>
      )}
      {/* other rows after another choice, not those of before with new values */}
      <div className={classes.columns} key={source}>
        <GivenFields strategy={strategy} given={simulation.given} onChange={simulation.setGiven} />
      </div>
    </div>
  );
}
