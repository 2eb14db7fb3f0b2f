import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import classes from './supervisor.module.css';

/** A column of a table of lines. */
export interface Column<Line> {
  readonly id: string;
  readonly label: string;
  /** Explains the figure, on hover. */
  readonly help?: string;
  /** Lines are put in order by it; left out for what has no order. */
  readonly order?: (line: Line) => number | string | null;
  readonly cell: (line: Line) => ReactNode;
  /** Width as the grid takes it, for what is no number. */
  readonly width?: string;
  /** Not on a phone. */
  readonly isExtra?: boolean;
}

const lineHeight = 41;
const spareLines = 12;

interface Sorting {
  readonly id: string;
  readonly isDown: boolean;
}

/** Lines in the order of a column, of which only those in sight are on the page. */
export function LineTable<Line>(props: {
  readonly label: string;
  readonly columns: readonly Column<Line>[];
  readonly lines: readonly Line[];
  readonly keyOf: (line: Line) => string;
  /** Column they are in the order of at first, greatest first. */
  readonly first: string;
}) {
  const { label, columns, lines, keyOf, first } = props;
  const [sorting, setSorting] = useState<Sorting>({ id: first, isDown: true });
  const sorted = useMemo(() => inOrder(lines, columns, sorting), [lines, columns, sorting]);
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes this component
  const rows = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: spareLines,
  });
  const template = (isPhone: boolean): string =>
    columns
      .filter(({ isExtra }) => !isPhone || isExtra !== true)
      .map(({ width }) => width ?? `minmax(${isPhone ? 66 : 82}px, 1fr)`)
      .join(' ');
  const style = { '--wide': template(false), '--narrow': template(true) } as React.CSSProperties;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div ref={scroller} className={classes.scroller} tabIndex={0}>
      <div role="table" aria-label={label} aria-rowcount={sorted.length + 1} className={classes.table} style={style}>
        <div role="rowgroup" className={classes.head}>
          <div role="row" className={classes.line}>
            {columns.map((column) => (
              <Head key={column.id} column={column} sorting={sorting} onSort={setSorting} />
            ))}
          </div>
        </div>
        <div role="rowgroup" className={classes.lines} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const line = sorted[index];
            if (line === undefined) return null;
            return (
              <div
                key={keyOf(line)}
                role="row"
                aria-rowindex={index + 2}
                className={classes.line}
                style={{ position: 'absolute', transform: `translateY(${start}px)` }}
              >
                {columns.map(({ id, cell, isExtra, width }) => (
                  <div
                    key={id}
                    role="cell"
                    className={classes.cell}
                    data-extra={isExtra}
                    data-text={width !== undefined}
                  >
                    {cell(line)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function Head<Line>(props: { readonly column: Column<Line>; readonly sorting: Sorting; onSort(next: Sorting): void }) {
  const { column, sorting, onSort } = props;
  const { id, label, help, order, isExtra, width } = column;
  const isSorted = sorting.id === id;
  const Arrow = sorting.isDown ? IconArrowDown : IconArrowUp;
  return (
    <div
      role="columnheader"
      className={classes.cell}
      data-extra={isExtra}
      data-text={width !== undefined}
      title={help}
      aria-sort={isSorted ? (sorting.isDown ? 'descending' : 'ascending') : undefined}
    >
      {order === undefined ? (
        label
      ) : (
        <UnstyledButton
          className={classes.sort}
          onClick={() => onSort({ id, isDown: isSorted ? !sorting.isDown : width === undefined })}
        >
          {label}
          {isSorted && <Arrow size={12} aria-hidden />}
        </UnstyledButton>
      )}
    </div>
  );
}

function inOrder<Line>(lines: readonly Line[], columns: readonly Column<Line>[], sorting: Sorting): readonly Line[] {
  const order = columns.find(({ id }) => id === sorting.id)?.order;
  if (order === undefined) return lines;
  const compare = (one: Line, other: Line): number => {
    const [a, b] = [order(one), order(other)];
    if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b);
    return Number(a ?? -1) - Number(b ?? -1);
  };
  return lines.toSorted((one, other) => (sorting.isDown ? compare(other, one) : compare(one, other)));
}
