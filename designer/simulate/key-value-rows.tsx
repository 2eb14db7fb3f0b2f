import { ActionIcon, Autocomplete, Button, Group, Input, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { trial as t } from '../kit/messages/en/trial.ts';
import { looseText, looseValue } from './loose-value.ts';

type Json = z.core.util.JSONType;

/** Keys and values as rows to type in. A row counts once it has a key. */
export function KeyValueRows(props: {
  readonly label: string;
  readonly value: Readonly<Record<string, Json>>;
  /** Keys to choose from; others may be typed. */
  readonly keys?: readonly string[];
  readonly onChange: (value: Record<string, Json>) => void;
}) {
  const { label, value, keys = [], onChange } = props;
  const [isAdding, setAdding] = useState(false);
  const entries = Object.entries(value);
  const rename = (from: string, to: string): void => {
    if (to === '' || to === from || Object.hasOwn(value, to)) return;
    onChange(Object.fromEntries(entries.map(([key, member]) => [key === from ? to : key, member])));
  };
  const add = (key: string): void => {
    if (key !== '' && !Object.hasOwn(value, key)) onChange({ ...value, [key]: '' });
    setAdding(false);
  };
  return (
    <Input.Wrapper label={label}>
      <Stack gap={4}>
        {entries.map(([key, member]) => (
          <Group key={key} gap={4} wrap="nowrap">
            <KeyInput label={`${label}: ${t.key}`} keys={keys} start={key} onDone={(to) => rename(key, to)} />
            <ValueInput
              label={`${label}: ${key}`}
              value={member}
              onChange={(next) => onChange({ ...value, [key]: next })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${t.removeRow} ${key}`}
              onClick={() => onChange(Object.fromEntries(entries.filter(([one]) => one !== key)))}
            >
              <IconX size={14} />
            </ActionIcon>
          </Group>
        ))}
        {isAdding ? (
          <KeyInput label={`${label}: ${t.key}`} keys={keys} start="" isFresh onDone={add} />
        ) : (
          <Button
            variant="subtle"
            size="compact-xs"
            style={{ alignSelf: 'flex-start' }}
            leftSection={<IconPlus size={13} />}
            aria-label={`${t.addRow}: ${label}`}
            onClick={() => setAdding(true)}
          >
            {t.addRow}
          </Button>
        )}
      </Stack>
    </Input.Wrapper>
  );
}

/** A key is taken when it is whole: on Enter, by choosing one, or on leaving the field. */
function KeyInput(props: {
  readonly label: string;
  readonly keys: readonly string[];
  readonly start: string;
  readonly isFresh?: boolean;
  readonly onDone: (key: string) => void;
}) {
  const { isFresh = false } = props;
  const [text, setText] = useState(props.start);
  const field = useRef<HTMLInputElement>(null);
  // whoever added a row wants to type its key
  useEffect(() => {
    if (isFresh) field.current?.focus();
  }, [isFresh]);
  return (
    <Autocomplete
      aria-label={props.label}
      placeholder={t.key}
      size="xs"
      style={{ flex: 1, minWidth: 90 }}
      ref={field}
      data={[...props.keys]}
      value={text}
      onChange={setText}
      onOptionSubmit={(key) => props.onDone(key)}
      onBlur={() => props.onDone(text.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
}

function ValueInput(props: { readonly label: string; readonly value: Json; readonly onChange: (value: Json) => void }) {
  const [text, setText] = useState<string>();
  return (
    <TextInput
      aria-label={props.label}
      placeholder={t.value}
      size="xs"
      style={{ flex: 2, minWidth: 90 }}
      // while it is typed the text stays as typed; afterwards it is how the value reads
      value={text ?? looseText(props.value)}
      onChange={(event) => {
        setText(event.currentTarget.value);
        props.onChange(looseValue(event.currentTarget.value));
      }}
      onBlur={() => setText(undefined)}
    />
  );
}
