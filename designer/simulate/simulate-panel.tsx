import { Button, Group, Text, Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconPlayerPlay, IconPlayerSkipForward, IconPlayerTrackNext } from '@tabler/icons-react';
import { outcomeOf, type RunOutcome } from '#dsl/testing/run-outcome.ts';
import { freeName } from '../commands/records.ts';
import { setTest } from '../commands/test-edits.ts';
import { trial as t } from '../kit/messages/en/trial.ts';
import { useEditor } from '../process/editor-context.tsx';
import { BreakpointButton } from './breakpoint-button.tsx';
import { MomentDetail } from './moment-detail.tsx';
import { MomentList } from './moment-list.tsx';
import { SimulateSetup } from './simulate-setup.tsx';
import classes from './simulate.module.css';
import { expectationOf, sparse } from './sparse-test.ts';
import { useTrial } from './trial-context.tsx';

/** The simulation of a strategy: what it starts with, then step by step what it finds, asks and does. */
export function SimulatePanel() {
  const { strategy: name, simulation } = useTrial();
  const strategy = useEditor((state) => state.snapshot.document.strategies?.[name]);
  const { now, isBusy } = simulation;
  const isPaused = now?.state === 'paused';
  useHotkeys([
    ['F10', () => isPaused && !isBusy && simulation.step()],
    ['F8', () => isPaused && !isBusy && simulation.run()],
  ]);
  if (strategy === undefined) return null;
  if (now === undefined) return <SimulateSetup strategy={strategy} />;
  const shown = now.moments[simulation.shown ?? now.moments.length - 1];
  return (
    <div className={classes.panel}>
      <div className={classes.side}>
        <Group gap={6} p={6}>
          <Tooltip label={t.stepHelp}>
            <Button
              size="compact-xs"
              leftSection={<IconPlayerSkipForward size={13} />}
              disabled={!isPaused || isBusy}
              onClick={simulation.step}
            >
              {t.step}
            </Button>
          </Tooltip>
          <Tooltip label={t.runHelp}>
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconPlayerTrackNext size={13} />}
              disabled={!isPaused || isBusy}
              onClick={simulation.run}
            >
              {t.run}
            </Button>
          </Tooltip>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconPlayerPlay size={13} />}
            onClick={simulation.start}
          >
            {t.again}
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            leftSection={<IconArrowBackUp size={13} />}
            onClick={simulation.leave}
          >
            {t.backToSetup}
          </Button>
          <BreakpointButton />
        </Group>
        {!isPaused && <End />}
        <MomentList />
      </div>
      <div className={classes.detail}>
        {shown === undefined ? (
          <Text size="sm">{now.error?.message ?? t.noSteps}</Text>
        ) : (
          <MomentDetail moment={shown} />
        )}
      </div>
    </div>
  );
}

/** How it ended, and the way to keep it as a test. */
function End() {
  const { strategy: name, simulation, chooseTest } = useTrial();
  const errorQueue = useEditor((state) => state.snapshot.document.errorQueue) ?? 'ErrorHeld';
  const tests = useEditor((state) => state.snapshot.document.strategies?.[name]?.tests);
  const run = useEditor((state) => state.run);
  const result = simulation.result();
  if (result === undefined) return null;
  const outcome = outcomeOf({ errorQueue }, result);
  const text = shownOutcome(outcome);
  const keep = (): void => {
    const title = freeName(t.keptTitle(text), tests ?? {});
    run(setTest(name, title, sparse({ given: simulation.given, expect: expectationOf(outcome) })));
    chooseTest(title);
    notifications.show({ message: t.kept(title) });
  };
  return (
    <div className={classes.end} role="status">
      {text}
      {result.error !== undefined && (
        <Text size="xs" c="var(--sb-bad)">
          {result.error.message}
        </Text>
      )}
      <div>
        <Button size="compact-xs" variant="default" mt={6} onClick={keep}>
          {t.keepAsTest}
        </Button>
      </div>
    </div>
  );
}

function shownOutcome({ error, stopped, queue }: RunOutcome): string {
  if (error !== undefined) return t.ended.failed;
  if (stopped) return t.ended.stopped;
  return queue === undefined ? t.ended.placed : t.ended.queue(queue);
}
