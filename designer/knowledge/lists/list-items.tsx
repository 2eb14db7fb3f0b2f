import { ActionIcon, Button, Group, Modal, Pagination, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconClipboard, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { services } from '../../kit/messages/en/services.ts';
import { type Item, readRows, withRows } from './read-rows.ts';

const t = services.lists;
/** Items on a page: more inputs than that make typing slow. */
const perPage = 25;

/** Items of a list as a table to type in; thousands of them are pasted and searched. */
export function ListItems(props: {
  readonly columns: readonly string[];
  readonly items: readonly Item[];
  readonly problem: string | undefined;
  readonly disabled: boolean;
  readonly onChange: (items: readonly Item[]) => void;
}) {
  const { columns, items, disabled, onChange } = props;
  const [text, setText] = useState('');
  const [page, setPage] = useState(1);
  const [isPasting, setPasting] = useState(false);
  const found = items.flatMap((item, index) =>
    `${item.key} ${item.values.join(' ')}`.toLowerCase().includes(text.toLowerCase()) ? [{ item, index }] : [],
  );
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const shown = found.slice((Math.min(page, pages) - 1) * perPage, Math.min(page, pages) * perPage);
  const replace = (index: number, ...next: Item[]): void => onChange(items.toSpliced(index, 1, ...next));
  const add = (): void => {
    onChange([...items, { key: '', values: columns.map(() => '') }]);
    setText('');
    setPage(Math.ceil((items.length + 1) / perPage));
  };
  return (
    <Stack gap="xs">
      {items.length > perPage && (
        <TextInput
          size="xs"
          type="search"
          aria-label={t.search}
          placeholder={t.search}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      {props.problem !== undefined && (
        <Text size="xs" c="var(--sb-bad)" role="alert">
          {props.problem}
        </Text>
      )}
      {shown.length === 0 && <Text size="sm">{items.length === 0 ? t.none : t.noneFound}</Text>}
      {shown.length > 0 && (
        <Group gap={6} wrap="nowrap" aria-hidden pr={disabled ? 0 : 32}>
          {[t.key, ...columns].map((column) => (
            <Text key={column} size="xs" fw={600} style={{ flex: 1, minWidth: 0 }} truncate>
              {column}
            </Text>
          ))}
        </Group>
      )}
      {shown.map(({ item, index }) => (
        <Row
          key={index}
          row={index + 1}
          columns={columns}
          item={item}
          disabled={disabled}
          onChange={(next) => replace(index, next)}
          onRemove={() => replace(index)}
        />
      ))}
      {pages > 1 && (
        <Group justify="space-between">
          <Pagination size="sm" aria-label={t.page} total={pages} value={Math.min(page, pages)} onChange={setPage} />
          <Text size="xs">{t.more(found.length, items.length)}</Text>
        </Group>
      )}
      {!disabled && (
        <Group gap="xs">
          <Button variant="default" size="xs" leftSection={<IconPlus size={14} />} onClick={add}>
            {t.add}
          </Button>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconClipboard size={14} />}
            onClick={() => setPasting(true)}
          >
            {t.paste}
          </Button>
        </Group>
      )}
      {isPasting && (
        <PasteRows
          onClose={() => setPasting(false)}
          onTake={(rows) => {
            onChange(withRows(items, rows));
            setPasting(false);
          }}
        />
      )}
    </Stack>
  );
}

function Row(props: {
  readonly row: number;
  readonly columns: readonly string[];
  readonly item: Item;
  readonly disabled: boolean;
  readonly onChange: (item: Item) => void;
  readonly onRemove: () => void;
}) {
  const { row, columns, item, disabled, onChange } = props;
  const cell = (label: string, value: string, change: (value: string) => void) => (
    <TextInput
      key={label}
      size="xs"
      style={{ flex: 1, minWidth: 0 }}
      aria-label={t.itemLabel(label, row)}
      value={value}
      disabled={disabled}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
  return (
    <Group gap={6} wrap="nowrap">
      {cell(t.key, item.key, (key) => onChange({ ...item, key }))}
      {columns.map((column, index) =>
        cell(column, item.values[index] ?? '', (value) => {
          const values = columns.map((_, at) => (at === index ? value : (item.values[at] ?? '')));
          onChange({ ...item, values });
        }),
      )}
      {!disabled && (
        <ActionIcon size={26} aria-label={t.remove(item.key)} title={t.remove(item.key)} onClick={props.onRemove}>
          <IconTrash size={15} />
        </ActionIcon>
      )}
    </Group>
  );
}

function PasteRows(props: { readonly onClose: () => void; readonly onTake: (rows: readonly Item[]) => void }) {
  const [text, setText] = useState('');
  const rows = readRows(text);
  return (
    <Modal opened onClose={props.onClose} title={t.pasteTitle} size="lg">
      <Stack gap="sm">
        <Text size="sm">{t.pasteHelp}</Text>
        <Textarea
          label={t.pasteLabel}
          data-autofocus
          autosize
          minRows={8}
          maxRows={16}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button disabled={rows.length === 0} onClick={() => props.onTake(rows)}>
            {t.pasteTake(rows.length)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
