import { Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { ParityItem } from '#dsl/protocol/composer.ts';
import { composer as t } from '../kit/messages/en/composer.ts';
import classes from './parity.module.css';

/** The blocks of a project, one below the other with what became of them; smooth with many thousands. */
export function ParityList({ items }: { readonly items: readonly ParityItem[] }) {
  const scroll = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- concerns React Compiler, which does not build this app
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 64,
    overscan: 8,
  });
  const rows = virtual.getVirtualItems();
  return (
    // what scrolls can be reached with the keyboard
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={scroll} className={classes.list} tabIndex={0} role="region" aria-label={t.listLabel}>
      {items.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          {t.none}
        </Text>
      )}
      <div role="list" aria-label={t.listLabel} style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        <div style={{ transform: `translateY(${rows[0]?.start ?? 0}px)` }}>
          {rows.map(({ index }) => {
            const item = items[index];
            return item === undefined ? null : (
              <div key={index} data-index={index} ref={virtual.measureElement} role="listitem" className={classes.item}>
                <Item item={item} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function Item({ item }: { readonly item: ParityItem }) {
  const { name, type, file, level, ours, reasons } = item;
  return (
    <>
      <div>
        <div className={classes.name}>{name}</div>
        <div className={classes.dim}>
          {type} · {file}
        </div>
      </div>
      <div>
        <span className={classes.mark} data-level={level} aria-hidden />
        {t.levels[level]}
      </div>
      <div className={classes.what}>
        <div className={classes.dim}>
          {t.becomes(t.kinds[ours.kind], ours.name)}
          {ours.block !== undefined && ` › ${ours.block}`}
        </div>
        {reasons.length > 0 && (
          <ul className={classes.reasons}>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
