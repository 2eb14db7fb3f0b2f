import { Button } from '@mantine/core';
import { IconFilterOff, IconInbox, IconX } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import type { InteractionSummary } from '#dsl/protocol/interactions.ts';
import { mayOpen } from '../app/areas.ts';
import { useMe } from '../app/session.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Loading } from '../kit/loading.tsx';
import { trace as t } from '../kit/messages/en/trace.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { FilterBar } from './filter-bar.tsx';
import { type InteractionFilter, isOpenFilter, readFilter } from './interaction-filter.ts';
import { useInteractionList } from './interaction-list-data.ts';
import { InteractionTable, type LineSelection } from './interaction-table.tsx';
import classes from './interactions.module.css';
import { InterveneProgress } from './intervene-progress.tsx';
import { SuperviseButtons } from './supervise-buttons.tsx';
import { maySupervise } from './supervise.ts';
import { type Intervening, useIntervene } from './use-intervene.ts';

const nothing: ReadonlySet<string> = new Set();

/** Every interaction, newest first: to find, to trace, and for supervisors to set right. */
export function InteractionsPage() {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const filter = useMemo(() => readFilter(search), [search]);
  const navigate = useNavigate();
  // above the list, so that it goes on when somebody filters meanwhile
  const intervening = useIntervene();
  const change = (next: InteractionFilter): void =>
    void navigate({ to: '/interactions', search: { ...next }, replace: true });
  return (
    <div className={classes.page}>
      <h1 className={classes.hidden}>{t.title}</h1>
      <FilterBar filter={filter} onChange={change} />
      <List key={JSON.stringify(filter)} filter={filter} intervening={intervening} onClear={() => change({})} />
    </div>
  );
}

function List(props: { readonly filter: InteractionFilter; readonly intervening: Intervening; onClear(): void }) {
  const { filter, intervening, onClear } = props;
  const me = useMe();
  const { interactions, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } =
    useInteractionList(filter);
  const [selected, setSelected] = useState(nothing);
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const select = useCallback(
    (id: string, isSelected: boolean) =>
      setSelected((before) => {
        const next = new Set(before);
        if (isSelected) next.add(id);
        else next.delete(id);
        return next;
      }),
    [],
  );
  if (isPending) return <Loading />;
  if (error !== null && interactions.length === 0)
    return (
      <div className={classes.fault}>
        <ProblemNote error={error} onRetry={() => void refetch()} />
      </div>
    );
  if (interactions.length === 0) return <Nothing isFiltered={!isOpenFilter(filter)} onClear={onClear} />;
  const selection: LineSelection | undefined = maySupervise(me.role)
    ? {
        ids: selected,
        onSelect: select,
        onSelectAll: (isSelected) => setSelected(isSelected ? new Set(interactions.map(({ id }) => id)) : nothing),
      }
    : undefined;
  const chosen = interactions.filter(({ id }) => selected.has(id));
  return (
    <>
      <SelectionBar
        chosen={chosen}
        text={t.list.loaded(interactions.length, hasNextPage)}
        intervening={intervening}
        onSelect={setSelected}
      />
      <InteractionTable
        interactions={interactions}
        selection={selection}
        hasMore={hasNextPage}
        isLoadingMore={isFetchingNextPage}
        onMore={more}
      />
    </>
  );
}

/** What is selected and what to do with it; while that goes on, how far it is. */
function SelectionBar(props: {
  readonly chosen: readonly InteractionSummary[];
  /** Stands there while nothing is selected. */
  readonly text: string;
  readonly intervening: Intervening;
  onSelect(ids: ReadonlySet<string>): void;
}) {
  const { chosen, text, intervening, onSelect } = props;
  const isBusy = intervening.progress !== undefined;
  return (
    <div className={classes.bar} data-active={isBusy || chosen.length > 0}>
      <InterveneProgress intervening={intervening} />
      {!isBusy && chosen.length === 0 && <span className={classes.count}>{text}</span>}
      {!isBusy && chosen.length > 0 && (
        <>
          <span className={classes.count}>{t.list.selected(chosen.length)}</span>
          <SuperviseButtons targets={chosen} intervening={intervening} onDone={onSelect} />
          <Button variant="subtle" leftSection={<IconX size={14} />} onClick={() => onSelect(nothing)}>
            {t.list.clearSelection}
          </Button>
        </>
      )}
    </div>
  );
}

function Nothing(props: { readonly isFiltered: boolean; onClear(): void }) {
  const me = useMe();
  if (props.isFiltered)
    return (
      <EmptyState
        icon={<IconFilterOff size={26} />}
        title={t.list.none}
        action={
          <Button variant="default" onClick={props.onClear}>
            {t.list.clear}
          </Button>
        }
      />
    );
  return (
    <EmptyState
      icon={<IconInbox size={26} />}
      title={t.list.empty}
      action={
        mayOpen(me.role, '/test-bench') && (
          <Button component={Link} to="/test-bench">
            {t.list.openTestBench}
          </Button>
        )
      }
    >
      {t.list.emptyHelp}
    </EmptyState>
  );
}
