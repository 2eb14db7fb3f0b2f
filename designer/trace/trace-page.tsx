import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { InteractionDetail, Trace } from '#dsl/protocol/interactions.ts';
import { Loading } from '../kit/loading.tsx';
import { trace as t } from '../kit/messages/en/trace.ts';
import { Panes } from '../kit/panes.tsx';
import { ProblemNote } from '../kit/problem.tsx';
import { BlockCalls } from './block-calls.tsx';
import { EventList } from './event-list.tsx';
import { MessagePane } from './message-pane.tsx';
import { type RunFocus, RunPane } from './run-pane.tsx';
import { TraceHead } from './trace-head.tsx';
import { useTraced } from './trace-data.ts';
import classes from './trace-page.module.css';
import { useRunSteps } from './use-run-steps.tsx';

const sizes = { left: 280, right: 340 };
const labels = { left: t.page.events, right: t.page.calls };
const nowhere: RunFocus = { runId: undefined, strategy: undefined, block: undefined };

type Page = keyof typeof t.page.pages;

/** What happened to an interaction: its events in order, and the way of each run over the strategy it used. */
export function TracePage() {
  const { id = '' } = useParams({ strict: false });
  const { interaction, trace } = useTraced(id);
  const error = interaction.error ?? trace.error;
  if (interaction.data !== undefined && trace.data !== undefined)
    return <Traced key={id} interaction={interaction.data} trace={trace.data} />;
  if (error === null) return <Loading />;
  return (
    <div className={classes.fault}>
      <ProblemNote
        error={error}
        onRetry={() => {
          void interaction.refetch();
          void trace.refetch();
        }}
      />
    </div>
  );
}

function Traced(props: { readonly interaction: InteractionDetail; readonly trace: Trace }) {
  const { interaction, trace } = props;
  const isNarrow = useMediaQuery('(max-width: 960px)', false, { getInitialValueInEffect: false });
  const [focus, setFocus] = useState(nowhere);
  const [page, setPage] = useState<Page>('path');
  const run = trace.runs.find((candidate) => candidate.id === focus.runId) ?? trace.runs.at(-1);
  const events = (
    <EventList
      events={trace.events}
      runId={run?.id}
      onRun={(runId) => {
        setFocus({ ...nowhere, runId });
        if (!isNarrow) setPage('path');
      }}
    />
  );
  const steps = useRunSteps({ interaction, trace, run, focus, onFocus: setFocus });
  const path = <RunPane runs={trace.runs} run={run} focus={focus} steps={steps.bar} onFocus={steps.onFocus} />;
  const strategy = focus.strategy ?? run?.strategy ?? '';
  const calls = run !== undefined && (
    <BlockCalls
      run={run}
      strategy={strategy}
      block={focus.block}
      onSelect={(block) => steps.onFocus({ runId: run.id, strategy, block })}
    >
      {steps.detail}
    </BlockCalls>
  );
  const message = <MessagePane interaction={interaction} />;
  return (
    <div className={classes.page}>
      <TraceHead interaction={interaction} />
      <div className={classes.tabRow}>
        <PageTabs page={page} hasEvents={isNarrow === true} onChange={setPage} />
      </div>
      {isNarrow ? (
        <div className={classes.narrow}>
          {page === 'events' && events}
          {page === 'path' && (
            <>
              <div className={classes.narrowPath}>{path}</div>
              {calls}
            </>
          )}
          {page === 'message' && message}
        </div>
      ) : (
        <div className={classes.wide}>
          <Panes
            name="trace"
            sizes={sizes}
            labels={labels}
            left={events}
            right={page === 'message' || calls === false ? undefined : calls}
          >
            {page === 'message' ? message : path}
          </Panes>
        </div>
      )}
    </div>
  );
}

function PageTabs(props: { readonly page: Page; readonly hasEvents: boolean; onChange(page: Page): void }) {
  const { page, hasEvents, onChange } = props;
  const pages: readonly Page[] = hasEvents ? ['events', 'path', 'message'] : ['path', 'message'];
  return (
    <SegmentedControl
      size="xs"
      aria-label={t.page.pagesLabel}
      value={pages.includes(page) ? page : 'path'}
      data={pages.map((value) => ({ value, label: t.page.pages[value] }))}
      onChange={(value) => onChange(value as Page)}
    />
  );
}
