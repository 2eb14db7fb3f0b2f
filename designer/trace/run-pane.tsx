import { Anchor, Select } from '@mantine/core';
import { IconExternalLink, IconRoute } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { mayOpen } from '../app/areas.ts';
import { useMe } from '../app/session.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Loading } from '../kit/loading.tsx';
import { trace as t } from '../kit/messages/en/trace.ts';
import { RelativeTime } from '../kit/relative-time.tsx';
import { PathList } from './path-list.tsx';
import { RunPath } from './run-path.tsx';
import classes from './run-pane.module.css';
import { passagesOf, spanText, strategiesOf } from './run-steps.ts';
import { type Run, useRunVersion } from './trace-data.ts';

/** Which part of a trace is looked at. */
export interface RunFocus {
  readonly runId: string | undefined;
  readonly strategy: string | undefined;
  readonly block: string | undefined;
}

/** A run of the interaction, chosen among all, with its way over the strategy. */
export function RunPane(props: {
  readonly runs: readonly Run[];
  readonly run: Run | undefined;
  readonly focus: RunFocus;
  /** What goes through the steps of the run. */
  readonly steps: ReactNode;
  onFocus(focus: RunFocus): void;
}) {
  const { runs, run, focus, steps, onFocus } = props;
  if (run === undefined)
    return (
      <EmptyState icon={<IconRoute size={26} />} title={t.page.noRuns}>
        {t.page.noRunsHelp}
      </EmptyState>
    );
  const strategies = strategiesOf(run);
  const strategy = strategies.find((name) => name === focus.strategy) ?? run.strategy;
  return (
    <div className={classes.pane}>
      <div className={classes.bar}>
        {runs.length > 1 && (
          <Select
            size="xs"
            w={260}
            aria-label={t.page.run}
            allowDeselect={false}
            data={runs.map(({ id, strategy: name }, index) => ({ value: id, label: `${index + 1}. ${name}` }))}
            value={run.id}
            onChange={(runId) => onFocus({ runId: runId ?? undefined, strategy: undefined, block: undefined })}
          />
        )}
        {strategies.length > 1 && (
          <Select
            size="xs"
            w={200}
            aria-label={t.page.canvas}
            allowDeselect={false}
            data={strategies}
            value={strategy}
            onChange={(name) => onFocus({ runId: run.id, strategy: name ?? undefined, block: undefined })}
          />
        )}
        <RunSummary run={run} strategy={strategy} />
      </div>
      {steps}
      {run.error !== null && (
        <p className={classes.error} role="alert">
          {run.error.message}
        </p>
      )}
      <RunBody key={`${run.id} ${strategy}`} run={run} strategy={strategy} focus={focus} onFocus={onFocus} />
    </div>
  );
}

function RunSummary(props: { readonly run: Run; readonly strategy: string }) {
  const { run, strategy } = props;
  const me = useMe();
  const took = run.endedAt === null ? undefined : Date.parse(run.endedAt) - Date.parse(run.startedAt);
  return (
    <p className={classes.summary}>
      <strong>{strategy}</strong> · {run.process} {t.page.version(run.version)} ·{' '}
      <span data-state={run.state} className={classes.state}>
        {t.page.runState[run.state]}
      </span>{' '}
      · <RelativeTime at={run.startedAt} />
      {took !== undefined && ` · ${t.page.took(spanText(took))}`}
      {run.attempts > 1 && ` · ${t.page.attempts(run.attempts)}`}
      {mayOpen(me.role, '/design') && (
        <Anchor
          component={Link}
          className={classes.link ?? ''}
          to={`/design/${encodeURIComponent(run.process)}/${encodeURIComponent(strategy)}`}
        >
          <IconExternalLink size={14} aria-hidden /> {t.page.inDesigner}
        </Anchor>
      )}
    </p>
  );
}

function RunBody(props: {
  readonly run: Run;
  readonly strategy: string;
  readonly focus: RunFocus;
  onFocus(focus: RunFocus): void;
}) {
  const { run, strategy, focus, onFocus } = props;
  const { data: version, error } = useRunVersion(run);
  const passages = passagesOf(run, strategy);
  const select = (block: string | undefined): void => onFocus({ runId: run.id, strategy, block });
  const { strategies = {} } = version?.document ?? {};
  const drawn = strategies[strategy];
  if (version === undefined && error === null) return <Loading />;
  if (version === undefined || drawn === undefined)
    return <PathList run={run} strategy={strategy} selected={focus.block} onSelect={select} />;
  return (
    <RunPath
      version={version}
      name={strategy}
      strategy={drawn}
      passages={passages}
      selected={focus.block}
      onSelect={select}
    />
  );
}
