import { Button, Group, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconCircleX, IconPlus, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { countCoverage } from '#dsl/testing/coverage.ts';
import type { TestResult } from '#dsl/testing/run-tests.ts';
import { freeName } from '../commands/records.ts';
import { setTest } from '../commands/test-edits.ts';
import { trial as t } from '../kit/messages/en/trial.ts';
import { useEditor } from '../process/editor-context.tsx';
import { ReplayPane } from './replay-pane.tsx';
import { TestDetail } from './test-detail.tsx';
import { TestRuleSwitch } from './test-rule-switch.tsx';
import { useTrial } from './trial-context.tsx';
import classes from './simulate.module.css';

/** The tests of a strategy: how the last run of each went, what they cover, and a form for the one that is chosen. */
export function TestsPanel() {
  const { strategy: name, tests, chosenTest, chooseTest } = useTrial();
  const strategy = useEditor((state) => state.snapshot.document.strategies?.[name]);
  const run = useEditor((state) => state.run);
  const [isReplaying, setReplaying] = useState(false);
  if (strategy === undefined) return null;
  const titles = Object.keys(strategy.tests ?? {});
  const resultOf = (title: string) => tests.report?.results.find((result) => result.title === title);
  const add = (): void => {
    const title = freeName(t.freshTitle, strategy.tests ?? {});
    run(setTest(name, title, {}));
    chooseTest(title);
  };
  const shown = chosenTest !== undefined && titles.includes(chosenTest) ? chosenTest : titles[0];
  const test = shown === undefined ? undefined : strategy.tests?.[shown];
  return (
    <div className={classes.panel}>
      <div className={classes.side}>
        <Group gap={6} p={6}>
          <Button size="compact-xs" leftSection={<IconPlus size={13} />} onClick={add}>
            {t.newTest}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconRefresh size={13} />}
            disabled={titles.length === 0}
            onClick={tests.run}
          >
            {t.runTests}
          </Button>
          <Button
            size="compact-xs"
            variant={isReplaying ? 'light' : 'default'}
            aria-pressed={isReplaying}
            onClick={() => setReplaying(!isReplaying)}
          >
            {t.replay}
          </Button>
        </Group>
        <Group px={10} pb={4}>
          <TestRuleSwitch />
        </Group>
        <Summary />
        <ul className={classes.list} aria-label={t.tests}>
          {titles.map((title) => (
            <li key={title}>
              <button
                type="button"
                className={classes.item}
                aria-current={title === shown}
                onClick={() => {
                  setReplaying(false);
                  chooseTest(title);
                }}
              >
                <TestIcon result={resultOf(title)} />
                <span>{title}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      {isReplaying ? (
        <ReplayPane strategy={name} />
      ) : test === undefined || shown === undefined ? (
        <div className={classes.empty}>
          <Text fw={600}>{t.noTests}</Text>
          <Text size="sm" c="dimmed">
            {t.noTestsHelp}
          </Text>
        </div>
      ) : (
        <TestDetail
          key={shown}
          strategyName={name}
          strategy={strategy}
          title={shown}
          test={test}
          result={resultOf(shown)}
          onChoose={chooseTest}
        />
      )}
    </div>
  );
}

function Summary() {
  const { report, coverage, isRunning } = useTrial().tests;
  if (report === undefined) return null;
  const { results, untested } = report;
  const passed = results.filter((result) => result.passed).length;
  const count = coverage === undefined ? undefined : countCoverage([coverage]);
  return (
    <div className={classes.summary} role="status" title={t.coverageHelp}>
      {untested.length > 0 ? t.doesNotCompile : isRunning ? t.running : t.passedOf(passed, results.length)}
      {count !== undefined && untested.length === 0 && (
        <>
          <br />
          {t.covered(`${count.blocks.covered}/${count.blocks.all}`, `${count.ports.covered}/${count.ports.all}`)}
        </>
      )}
    </div>
  );
}

function TestIcon({ result }: { readonly result: TestResult | undefined }) {
  if (result === undefined) return <IconCircleDashed size={16} aria-label={t.notRun} color="var(--sb-text-dim)" />;
  return result.passed ? (
    <IconCircleCheck size={16} aria-label={t.passed} color="var(--sb-good)" />
  ) : (
    <IconCircleX size={16} aria-label={t.failed} color="var(--sb-bad)" />
  );
}
