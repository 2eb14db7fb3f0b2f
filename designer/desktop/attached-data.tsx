import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { InteractionDetail } from '#dsl/protocol/interactions.ts';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import classes from './context.module.css';

type Data = InteractionDetail['data'];

/** The key-value pairs attached to an interaction; the mail's own headers are folded away. */
export function AttachedData(props: { readonly data: Data }) {
  const [isOpen, setOpen] = useState(false);
  const entries = Object.entries(props.data).toSorted(([left], [right]) => left.localeCompare(right));
  const headers = entries.filter(([key]) => key.startsWith('Header_'));
  const own = entries.filter(([key]) => !key.startsWith('Header_'));
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <>
      {own.length === 0 ? <p className={classes.dim}>{t.noData}</p> : <Pairs entries={own} />}
      {headers.length > 0 && (
        <UnstyledButton className={classes.fold} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <Chevron size={14} aria-hidden /> {t.headers} <span className={classes.count}>{headers.length}</span>
        </UnstyledButton>
      )}
      {isOpen && <Pairs entries={headers.map(([key, value]) => [key.slice('Header_'.length), value])} />}
    </>
  );
}

function Pairs(props: { readonly entries: readonly (readonly [string, Data[string]])[] }) {
  return (
    <dl className={classes.pairs}>
      {props.entries.map(([key, value]) => (
        <div key={key}>
          <dt title={key}>{key}</dt>
          <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
