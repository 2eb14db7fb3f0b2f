import { Checkbox, Loader } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { InteractionSummary } from '#dsl/protocol/interactions.ts';
import { trace as t } from '../kit/messages/en/trace.ts';
import { InteractionRow } from './interaction-row.tsx';
import classes from './interactions.module.css';

/** Which lines are selected; left out for those who may not intervene. */
export interface LineSelection {
  readonly ids: ReadonlySet<string>;
  onSelect(id: string, isSelected: boolean): void;
  onSelectAll(isSelected: boolean): void;
}

const rowHeight = 45;
const spareRows = 12;
// the next page is asked for while this many lines are still below the fold
const aheadRows = 40;

/** The list as a table of which only the lines in sight are on the page. */
export function InteractionTable(props: {
  readonly interactions: readonly InteractionSummary[];
  readonly selection: LineSelection | undefined;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  onMore(): void;
}) {
  const { interactions, selection, hasMore, isLoadingMore, onMore } = props;
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes this component
  const rows = useVirtualizer({
    count: interactions.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => interactions[index]?.id ?? index,
    overscan: spareRows,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const isNearEnd = hasMore && !isLoadingMore && last >= interactions.length - aheadRows;
  useEffect(() => {
    if (isNearEnd) onMore();
  }, [isNearEnd, onMore]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div ref={scroller} className={classes.scroller} tabIndex={0}>
      <div
        className={classes.table}
        role="table"
        aria-label={t.list.table}
        aria-rowcount={hasMore ? -1 : interactions.length + 1}
        data-selectable={selection !== undefined}
      >
        <Head count={interactions.length} selection={selection} />
        <div role="rowgroup" className={classes.rows} style={{ height: rows.getTotalSize() }}>
          {shown.map((item) => {
            const interaction = interactions[item.index];
            if (interaction === undefined) return null;
            return (
              <div
                key={item.key}
                ref={rows.measureElement}
                data-index={item.index}
                role="presentation"
                className={classes.place}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <InteractionRow
                  interaction={interaction}
                  rowIndex={item.index + 2}
                  isSelected={selection?.ids.has(interaction.id)}
                  onSelect={selection?.onSelect ?? ignore}
                />
              </div>
            );
          })}
        </div>
      </div>
      {isLoadingMore && (
        <p className={classes.more}>
          <Loader size={14} /> {t.list.loadingMore}
        </p>
      )}
    </div>
  );
}

function ignore(): void {
  // lines cannot be selected
}

function Head(props: { readonly count: number; readonly selection: LineSelection | undefined }) {
  const { count, selection } = props;
  const selected = selection?.ids.size ?? 0;
  return (
    <div role="rowgroup" className={classes.headGroup}>
      <div className={classes.headRow} role="row" aria-rowindex={1}>
        {selection !== undefined && (
          <div role="columnheader" className={classes.check}>
            <Checkbox
              size="xs"
              aria-label={t.list.selectAll}
              checked={selected > 0 && selected >= count}
              indeterminate={selected > 0 && selected < count}
              onChange={(event) => selection.onSelectAll(event.currentTarget.checked)}
            />
          </div>
        )}
        {[t.list.who, t.list.subject, t.list.state, t.list.priority, t.list.received].map((label) => (
          <div key={label} role="columnheader">
            {label}
          </div>
        ))}
      </div>
    </div>
  );
}
