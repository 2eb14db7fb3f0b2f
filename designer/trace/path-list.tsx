import { UnstyledButton } from '@mantine/core';
import { trace as t } from '../kit/messages/en/trace.ts';
import classes from './run-pane.module.css';
import type { Run } from './trace-data.ts';

/** The way of a run as a list, for versions that can no longer be drawn. */
export function PathList(props: {
  readonly run: Run;
  readonly strategy: string;
  readonly selected: string | undefined;
  onSelect(block: string): void;
}) {
  const { run, strategy, selected, onSelect } = props;
  return (
    <div className={classes.list}>
      <p className={classes.note}>{t.page.versionGone}</p>
      <ol>
        {run.path.map((step, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- steps are only ever added at the end
          <li key={index}>
            <UnstyledButton
              className={classes.step}
              disabled={(step.strategy ?? run.strategy) !== strategy}
              aria-current={selected === step.block ? 'true' : undefined}
              onClick={() => onSelect(step.block)}
            >
              {step.block} <span className={classes.dim}>{t.page.leftBy(step.port)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </div>
  );
}
