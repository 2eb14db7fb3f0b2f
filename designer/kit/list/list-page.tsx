import { Button, CloseButton, TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { Loading } from '../loading.tsx';
import { lists as t } from '../messages/en/lists.ts';
import { ProblemNote } from '../problem.tsx';
import classes from './list-page.module.css';
import { ObjectList, type ObjectListProps } from './object-list.tsx';

/** A list of objects and, beside it, the one that is open; on a phone one of them at a time. */
export interface ListPageProps<Row> extends Omit<ObjectListProps<Row>, 'rows'> {
  readonly query: UseQueryResult<readonly Row[]>;
  /** Everything of a row that the search looks at. */
  readonly textOf: (row: Row) => string;
  /** Stands beside the heading: the button that makes a new one. */
  readonly action?: ReactNode;
  /** Shown in place of the list while there is nothing. */
  readonly empty: ReactNode;
  /** The object that is open, or the form for a new one. */
  readonly detail?: ReactNode;
}

/** The page. */
export function ListPage<Row>(props: ListPageProps<Row>) {
  const { query, detail } = props;
  const hasDetail = detail !== undefined && detail !== null && detail !== false;
  const [text, setText] = useState('');
  const shown = useFound(query.data, useDeferredValue(text), props.textOf);
  const isEmpty = query.data?.length === 0;
  return (
    <>
      <section className={classes.list} aria-label={props.label} {...(hasDetail && { 'data-narrow': true })}>
        <div className={classes.bar}>
          <Title order={1} size="h2">
            {props.label}
          </Title>
          {query.data !== undefined && !isEmpty && (
            <output className={classes.count}>{t.count(shown.length, query.data.length)}</output>
          )}
          {!isEmpty && <Search what={props.label} text={text} onText={setText} />}
          {!isEmpty && props.action}
        </div>
        {query.data === undefined ? (
          <Waiting query={query} />
        ) : isEmpty ? (
          !hasDetail && props.empty
        ) : shown.length === 0 ? (
          <NothingFound text={text} onAll={() => setText('')} />
        ) : (
          <ObjectList {...props} rows={shown} />
        )}
      </section>
      {detail}
    </>
  );
}

function Search(props: { readonly what: string; readonly text: string; readonly onText: (text: string) => void }) {
  const toList = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    event.currentTarget.closest('section')?.querySelector<HTMLElement>('[data-index] a')?.focus();
  };
  return (
    <TextInput
      className={classes.search ?? ''}
      size="xs"
      type="search"
      aria-label={t.search(props.what)}
      placeholder={t.searchHint}
      leftSection={<IconSearch size={15} aria-hidden />}
      value={props.text}
      onChange={(event) => props.onText(event.currentTarget.value)}
      onKeyDown={toList}
      rightSection={
        props.text !== '' && <CloseButton size="xs" aria-label={t.clearSearch} onClick={() => props.onText('')} />
      }
    />
  );
}

function Waiting({ query }: { readonly query: UseQueryResult<unknown> }) {
  if (query.isPending) return <Loading />;
  return (
    <div style={{ padding: '0 20px' }}>
      <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
    </div>
  );
}

function NothingFound(props: { readonly text: string; readonly onAll: () => void }) {
  return (
    <div style={{ padding: '40px 20px', textAlign: 'center' }}>
      <output style={{ display: 'block', marginBottom: 12 }}>{t.nothingFound(props.text)}</output>
      <Button variant="default" onClick={props.onAll}>
        {t.clearSearch}
      </Button>
    </div>
  );
}

/** Rows that hold every word of the search, in any order. */
function useFound<Row>(rows: readonly Row[] | undefined, text: string, textOf: (row: Row) => string): readonly Row[] {
  return useMemo(() => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const all = rows ?? [];
    if (words.length === 0) return all;
    return all.filter((row) => {
      const searched = textOf(row).toLowerCase();
      return words.every((word) => searched.includes(word));
    });
  }, [rows, text, textOf]);
}
