import { ActionIcon, Button, Pill, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { trace as t } from '../kit/messages/en/trace.ts';
import { type InteractionFilter, isOpenFilter, withoutWay } from './interaction-filter.ts';
import classes from './interactions.module.css';
import { useQueueNames } from './supervise.ts';

// the server is asked when typing rests, not with every letter
const restMs = 250;

const stateOptions = [
  { value: 'live', label: t.list.live },
  ...Object.entries(t.state).map(([value, label]) => ({ value, label })),
];
const mediaOptions = ['email'].map((value) => ({ value, label: t.media(value) }));

/** Narrows the list by words, state, queue and media. */
export function FilterBar(props: { readonly filter: InteractionFilter; onChange(filter: InteractionFilter): void }) {
  const { filter, onChange } = props;
  const queues = useQueueNames();
  const known = queues.data ?? [];
  const names = filter.queue === undefined || known.includes(filter.queue) ? known : [...known, filter.queue];
  const set = (name: keyof InteractionFilter, value: string | null): void => {
    const { [name]: _, ...rest } = filter;
    onChange(value === null || value === '' ? rest : { ...rest, [name]: value });
  };
  return (
    <search className={classes.filters}>
      <SearchField value={filter.search ?? ''} onChange={(value) => set('search', value)} />
      <Select
        className={classes.select ?? ''}
        aria-label={t.list.state}
        placeholder={t.list.anyState}
        clearable
        data={stateOptions}
        value={filter.state ?? null}
        onChange={(value) => set('state', value)}
      />
      <Select
        className={classes.select ?? ''}
        aria-label={t.list.queue}
        placeholder={t.list.anyQueue}
        clearable
        searchable
        data={names}
        value={filter.queue ?? null}
        onChange={(value) => set('queue', value)}
      />
      <Select
        className={classes.select ?? ''}
        aria-label={t.list.media}
        placeholder={t.list.anyMedia}
        clearable
        data={mediaOptions}
        value={filter.media ?? null}
        onChange={(value) => set('media', value)}
      />
      {filter.strategy !== undefined && (
        <Pill
          withRemoveButton
          size="lg"
          onRemove={() => onChange(withoutWay(filter))}
          removeButtonProps={{ 'aria-label': t.list.anyWay, tabIndex: 0 }}
        >
          {t.list.way(filter.strategy, filter.block, filter.port)}
        </Pill>
      )}
      {!isOpenFilter(filter) && (
        <Button variant="subtle" onClick={() => onChange({})}>
          {t.list.clear}
        </Button>
      )}
    </search>
  );
}

function SearchField(props: { readonly value: string; onChange(value: string): void }) {
  const { value, onChange } = props;
  const [text, setText] = useState(value);
  const told = useRef(value);
  const tell = useDebouncedCallback((next: string) => {
    told.current = next;
    onChange(next);
  }, restMs);
  useEffect(() => {
    // the address changed by other means: Back, or a cleared filter
    if (value === told.current) return;
    told.current = value;
    setText(value);
  }, [value]);
  const type = (next: string): void => {
    setText(next);
    tell(next);
  };
  return (
    <TextInput
      className={classes.search ?? ''}
      aria-label={t.list.search}
      placeholder={t.list.search}
      leftSection={<IconSearch size={15} />}
      rightSection={
        text !== '' && (
          <ActionIcon size="sm" aria-label={t.list.clearSearch} onClick={() => type('')}>
            <IconX size={14} />
          </ActionIcon>
        )
      }
      maxLength={200}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}
