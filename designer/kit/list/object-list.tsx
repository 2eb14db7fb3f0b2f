/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-interactions --
   rows are placed by hand, and table elements that are laid out as anything else lose their meaning in some browsers;
   the keys move between the links in the rows */
import { UnstyledButton } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import classes from './object-list.module.css';
import { formatLocale } from '../messages/format-locale.ts';

/** A column of a list of objects. */
export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  /** Track of the grid: `120px`, `2fr`. */
  readonly width: string;
  /** Shown once the list is this wide, in pixels; left out, always. */
  readonly from?: number;
  readonly cell: (row: Row) => ReactNode;
  /** Makes the heading sort by it. */
  readonly sortBy?: (row: Row) => string | number;
}

/** What a list of objects shows and where its rows lead. */
export interface ObjectListProps<Row> {
  readonly label: string;
  readonly area: 'settings' | 'knowledge';
  readonly section: string;
  readonly rows: readonly Row[];
  /** The first column is the object's name, which opens it. */
  readonly columns: readonly Column<Row>[];
  /** Name in the address. */
  readonly nameOf: (row: Row) => string;
  /** Name as people read it, where that is another. */
  readonly titleOf?: (row: Row) => string;
  /** A second, quieter line under the name. */
  readonly subtitleOf?: (row: Row) => string;
  readonly selected: string | undefined;
}

const rowHeight = 52;
const stepKeys: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -1e9,
  End: 1e9,
};

interface Order {
  readonly key: string;
  readonly isDown: boolean;
}

/** A list of objects that stays smooth with ten thousand rows; arrow keys walk it, Enter opens. */
export function ObjectList<Row>(props: ObjectListProps<Row>) {
  const { columns, rows } = props;
  const { ref, width } = useElementSize();
  const [order, setOrder] = useState<Order>();
  const sorted = useMemo(() => sort(rows, columns, order), [rows, columns, order]);
  const shown = columns.filter(({ from = 0 }) => width >= from);
  const template = shown.map((column) => column.width).join(' ');
  return (
    <div ref={ref} className={`${classes.frame} ${width < 400 ? classes.narrow : ''}`}>
      <div role="table" aria-label={props.label} aria-rowcount={rows.length + 1} className={classes.frame}>
        <div role="rowgroup">
          <div role="row" aria-rowindex={1} className={classes.head} style={{ gridTemplateColumns: template }}>
            {shown.map((column) => (
              <Heading key={column.key} column={column} order={order} onOrder={setOrder} />
            ))}
          </div>
        </div>
        <Rows {...props} rows={sorted} columns={shown} template={template} />
      </div>
    </div>
  );
}

function Heading<Row>(props: {
  readonly column: Column<Row>;
  readonly order: Order | undefined;
  readonly onOrder: (order: Order) => void;
}) {
  const { column, order } = props;
  const mine = order?.key === column.key ? order : undefined;
  if (column.sortBy === undefined) return <div role="columnheader">{column.label}</div>;
  const Arrow = mine?.isDown === true ? IconArrowDown : IconArrowUp;
  return (
    <div role="columnheader" aria-sort={mine === undefined ? 'none' : mine.isDown ? 'descending' : 'ascending'}>
      <UnstyledButton
        className={classes.sort}
        onClick={() => props.onOrder({ key: column.key, isDown: mine !== undefined && !mine.isDown })}
      >
        {column.label}
        {mine !== undefined && <Arrow size={12} aria-hidden />}
      </UnstyledButton>
    </div>
  );
}

function Rows<Row>(props: ObjectListProps<Row> & { readonly template: string }) {
  const { rows, nameOf, selected } = props;
  const scroll = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- concerns React Compiler, which does not build this app
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const walk = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = stepKeys[event.key];
    const from = Number((event.target as HTMLElement).closest<HTMLElement>('[data-index]')?.dataset['index']);
    if (step === undefined || Number.isNaN(from)) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(rows.length - 1, from + step));
    virtual.scrollToIndex(next);
    // a row that is far away is drawn in the next frame
    requestAnimationFrame(() => scroll.current?.querySelector<HTMLElement>(`[data-index="${next}"] a`)?.focus());
  };
  return (
    <div ref={scroll} className={classes.scroll} role="rowgroup" onKeyDown={walk}>
      <div className={classes.rows} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const name = nameOf(row);
          return (
            <div
              key={name}
              role="row"
              aria-rowindex={index + 2}
              data-index={index}
              data-selected={name === selected || undefined}
              className={classes.row}
              style={{ gridTemplateColumns: props.template, height: rowHeight, transform: `translateY(${start}px)` }}
            >
              <Cells {...props} row={row} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Cells<Row>(props: ObjectListProps<Row> & { readonly row: Row }) {
  const { row, columns, nameOf, titleOf, subtitleOf, selected } = props;
  const name = nameOf(row);
  const title = titleOf?.(row) ?? name;
  const subtitle = subtitleOf?.(row) ?? '';
  return columns.map((column, index) => (
    <div key={column.key} role="cell" className={classes.cell}>
      {index === 0 ? (
        <>
          <Link
            to={`/${props.area}/$`}
            params={{ _splat: `${props.section}/${name}` }}
            className={classes.link}
            title={title}
            {...(name === selected && { 'aria-current': 'true' as const })}
          >
            {title}
          </Link>
          {subtitle !== '' && <div className={classes.sub}>{subtitle}</div>}
        </>
      ) : (
        column.cell(row)
      )}
    </div>
  ));
}

const collator = new Intl.Collator(formatLocale(), { numeric: true, sensitivity: 'base' });

function sort<Row>(rows: readonly Row[], columns: readonly Column<Row>[], order: Order | undefined): readonly Row[] {
  const value = columns.find(({ key }) => key === order?.key)?.sortBy;
  if (value === undefined || order === undefined) return rows;
  const sign = order.isDown ? -1 : 1;
  return rows.toSorted((left, right) => {
    const [one, other] = [value(left), value(right)];
    const by =
      typeof one === 'number' && typeof other === 'number' ? one - other : collator.compare(String(one), String(other));
    return sign * by;
  });
}
