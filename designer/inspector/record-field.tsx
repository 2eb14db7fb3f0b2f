import { ActionIcon, Button, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type ComponentType, useState } from 'react';
import { freeName, omitKeys, renameKey } from '../commands/records.ts';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import { FieldFrame } from './field-frame.tsx';
import { type FieldProblem, type FieldProps, problemsUnder, problemText } from './field-props.ts';
import type { FormField } from './form-field.ts';
import { type FollowedKeys, useInspector } from './inspector-context.ts';
import { freshValue } from './fresh-value.ts';
import { UsesPopover } from './uses-popover.tsx';
import { UseList } from './where-used.tsx';
import classes from './inspector.module.css';

/** Values by name: variables, field codes, parameters. A name is taken over when the field is left, if it is free. */
export function RecordField(props: FieldProps & { readonly Field: ComponentType<FieldProps> }) {
  const { field, value, problems, onChange, Field } = props;
  const { shape } = field;
  if (shape.kind !== 'record') return null;
  const record = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const set = (next: Record<string, unknown>): void => onChange(Object.keys(next).length === 0 ? undefined : next);
  const { keysFor, followedBy } = useInspector();
  const followed = followedBy?.(field.editor);
  const expected = keysFor(field.editor, props.siblings ?? {});
  const extra = Object.entries(record).filter(([name]) => expected?.every((key) => key.name !== name) ?? true);
  return (
    <FieldFrame field={field} error={problemText(problems.filter(({ path }) => path.length === 0))}>
      <Stack gap={8}>
        {expected?.map(({ name, hint, isOptional }) => (
          <Field
            key={name}
            field={{
              ...shape.item,
              title: isOptional ? t.optional(name) : name,
              description: hint === '' ? undefined : hint,
              // what may be left out is left out when it is emptied
              isRequired: !isOptional,
            }}
            value={record[name]}
            problems={problemsUnder(problems, name)}
            onChange={(next) => {
              const isEmpty = next === undefined || (isOptional && next === '');
              set(isEmpty ? omitKeys(record, [name]) : { ...record, [name]: next });
            }}
          />
        ))}
        {extra.map(([name, member]) => (
          <div key={name} className={classes.row} role="group" aria-label={`${field.title}: ${name}`}>
            <div className={classes.rowFields}>
              <NameInput
                name={name}
                taken={record}
                problemOf={followed?.problemOf}
                onRename={(to) =>
                  followed === undefined ? set(renameKey(record, name, to)) : followed.rename(name, to)
                }
              />
              {followed !== undefined && (
                <UsesPopover name={name}>
                  <FollowedUses keys={followed} name={name} />
                </UsesPopover>
              )}
              <MemberFields
                item={shape.item}
                Field={Field}
                value={member}
                problems={problemsUnder(problems, name)}
                onChange={(next) => set({ ...record, [name]: next })}
              />
            </div>
            <ActionIcon
              size={22}
              aria-label={t.removeNamed(name)}
              title={t.removeNamed(name)}
              onClick={() => set(omitKeys(record, [name]))}
            >
              <IconTrash size={14} />
            </ActionIcon>
          </div>
        ))}
        {expected === undefined && (
          <Button
            variant="default"
            size="compact-xs"
            leftSection={<IconPlus size={14} />}
            style={{ alignSelf: 'flex-start' }}
            onClick={() =>
              set({ ...record, [freeName('name', record).replace(' ', '')]: freshValue(shape.item.shape) })
            }
          >
            {t.addRow}
          </Button>
        )}
      </Stack>
    </FieldFrame>
  );
}

function FollowedUses({ keys, name }: { readonly keys: FollowedKeys; readonly name: string }) {
  const uses = keys.usesOf(name);
  return uses.length === 0 ? <Text size="xs">{t.notUsed}</Text> : <UseList uses={uses} />;
}

function NameInput(props: {
  readonly name: string;
  readonly taken: Readonly<Record<string, unknown>>;
  readonly problemOf: FollowedKeys['problemOf'] | undefined;
  readonly onRename: (to: string) => void;
}) {
  const [text, setText] = useState(props.name);
  const isTaken = text !== props.name && Object.hasOwn(props.taken, text.trim());
  const problem = isTaken ? t.nameTaken : text === props.name ? undefined : props.problemOf?.(text.trim());
  return (
    <TextInput
      size="xs"
      label={t.name}
      value={text}
      error={problem}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        if (problem !== undefined || text.trim() === '') setText(props.name);
        else if (text !== props.name) props.onRename(text.trim());
      }}
    />
  );
}

function MemberFields(props: {
  readonly item: FormField;
  readonly value: unknown;
  readonly problems: readonly FieldProblem[];
  readonly Field: ComponentType<FieldProps>;
  readonly onChange: (value: unknown) => void;
}) {
  const { item, value, problems, onChange, Field } = props;
  if (item.shape.kind !== 'fields') {
    return <Field field={{ ...item, title: t.value }} value={value} problems={problems} onChange={onChange} />;
  }
  const row = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return item.shape.fields.map((field) => (
    <Field
      key={field.key}
      field={field}
      value={row[field.key]}
      problems={problemsUnder(problems, field.key)}
      onChange={(next) =>
        onChange(
          Object.fromEntries(Object.entries({ ...row, [field.key]: next }).filter(([, one]) => one !== undefined)),
        )
      }
    />
  ));
}
