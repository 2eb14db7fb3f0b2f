import { Button } from '@mantine/core';
import { IconActivity, IconAlertTriangle, IconAlertTriangleFilled, IconHourglassLow } from '@tabler/icons-react';
import { useMemo } from 'react';
import { watch as t } from '../kit/messages/en/watch.ts';
import { usePageCommands } from '../kit/page-commands.ts';
import type { Watching } from './use-watching.ts';
import classes from './watch.module.css';

/** Turns watching on and off, and says what its numbers mean. */
export function WatchBar({ watching }: { readonly watching: Watching }) {
  const { isOn, traffic, toggle } = watching;
  useToggleCommand(watching);
  return (
    <div className={classes.bar}>
      <Button
        size="compact-sm"
        variant={isOn ? 'filled' : 'default'}
        aria-pressed={isOn}
        leftSection={<IconActivity size={15} aria-hidden />}
        onClick={toggle}
      >
        {t.watch}
      </Button>
      {isOn && (
        <details className={classes.legend}>
          <summary>{t.legend}</summary>
          <p>
            <span className={classes.sample}>{t.rate('4')}</span> {t.legendRate}
          </p>
          <p>
            <span className={classes.sample}>↓4 ↑3</span> {t.legendWays}
          </p>
          <p>
            <span className={classes.sample}>
              <IconHourglassLow size={11} aria-hidden /> 3
            </span>{' '}
            {t.legendHere}
          </p>
          <p>
            <span className={classes.sample} data-level="some">
              <IconAlertTriangle size={11} aria-hidden />
            </span>{' '}
            <span className={classes.sample} data-level="many">
              <IconAlertTriangleFilled size={11} aria-hidden />
            </span>{' '}
            {t.legendErrors}
          </p>
          {traffic === undefined && <p>{t.waiting}</p>}
          {traffic !== undefined && traffic.minutes < 60 && <p>{t.counting(traffic.minutes)}</p>}
        </details>
      )}
    </div>
  );
}

function useToggleCommand({ isOn, toggle }: Watching): void {
  const commands = useMemo(() => [{ id: 'watch', label: isOn ? t.unwatch : t.watch, run: toggle }], [isOn, toggle]);
  usePageCommands(commands);
}
