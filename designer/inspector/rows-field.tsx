import type { ComponentType, ReactNode } from 'react';
import { ActionIcon, Button, Group, NativeSelect, Stack } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import { FieldFrame } from './field-frame.tsx';
import { type FieldProblem, type FieldProps, problemsUnder, problemText } from './field-props.ts';
import type { FieldShape, FormField } from './form-field.ts';
import { freshValue, furtherRow } from './fresh-value.ts';
import classes from './inspector.module.css';

/** A list of rows of fields: assignments, targets, segments. Rows are added, moved and taken away. */
export function RowsField(props: FieldProps & { readonly Field: ComponentType<FieldProps> }) {
  const { field, value, problems, onChange, Field } = props;
  const { shape } = field;
  if (shape.kind !== 'list') return null;
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const replace = (index: number, ...next: unknown[]): void => onChange(rows.toSpliced(index, 1, ...next));
  const swap = (index: number): void => onChange(rows.toSpliced(index, 2, rows[index + 1], rows[index]));
  return (
    <FieldFrame field={field} error={problemText(problems.filter(({ path }) => path.length === 0))}>
      <Stack gap={8}>
        {rows.map((row, index) => (
          // rows have no names of their own; where one stands is what tells it from the others
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className={classes.row} role="group" aria-label={t.rowOf(field.title, index + 1)}>
            <div className={classes.rowFields}>
              <RowFields
                item={shape.item}
                Field={Field}
                value={row}
                problems={problemsUnder(problems, index)}
                onChange={(next) => replace(index, next)}
              />
            </div>
            <Group gap={0} className={classes.rowTools ?? ''}>
              <RowTool
                label={t.moveUp}
                disabled={index === 0}
                icon={<IconArrowUp size={14} />}
                onClick={() => swap(index - 1)}
              />
              <RowTool
                label={t.moveDown}
                disabled={index === rows.length - 1}
                icon={<IconArrowDown size={14} />}
                onClick={() => swap(index)}
              />
              <RowTool label={t.removeRow} icon={<IconTrash size={14} />} onClick={() => replace(index)} />
            </Group>
          </div>
        ))}
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<IconPlus size={14} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onChange([...rows, furtherRow(rows.at(-1) ?? freshValue(shape.item.shape), rows)])}
        >
          {t.addRow}
        </Button>
      </Stack>
    </FieldFrame>
  );
}

function RowFields(props: {
  readonly item: FormField;
  readonly value: unknown;
  readonly problems: readonly FieldProblem[];
  readonly Field: ComponentType<FieldProps>;
  readonly onChange: (value: unknown) => void;
}) {
  const { item, problems, onChange, Field } = props;
  const row = (typeof props.value === 'object' && props.value !== null ? props.value : {}) as Record<string, unknown>;
  const variants = item.shape.kind === 'variants' ? item.shape.variants : undefined;
  const chosen = variants?.find((variant) => ownKeysOf(variant, variants).some((key) => Object.hasOwn(row, key)));
  const shape = variants === undefined ? item.shape : (chosen ?? variants[0])?.shape;
  const fields = shape?.kind === 'fields' ? shape.fields : [];
  const set = (key: string, next: unknown): void =>
    onChange(Object.fromEntries(Object.entries({ ...row, [key]: next }).filter(([, one]) => one !== undefined)));
  return (
    <>
      {variants !== undefined && (
        <NativeSelect
          size="xs"
          aria-label={t.kindOf(item.title === '' ? t.row : item.title)}
          data={variants.map((variant) => variant.title)}
          value={(chosen ?? variants[0])?.title ?? ''}
          onChange={(event) => {
            const next = variants.find((variant) => variant.title === event.currentTarget.value);
            if (next !== undefined) onChange(freshValue(next.shape));
          }}
        />
      )}
      {fields.map((field) => (
        <Field
          key={field.key}
          field={variants === undefined ? field : { ...field, description: undefined }}
          value={row[field.key]}
          siblings={row}
          problems={problemsUnder(problems, field.key)}
          onChange={(next) => set(field.key, next)}
        />
      ))}
    </>
  );
}

/** Keys that tell a variant from the others: what they all have, such as a share, says nothing. */
function ownKeysOf(variant: FormField, variants: readonly FormField[]): string[] {
  return keysOf(variant.shape).filter((key) => !variants.every(({ shape }) => keysOf(shape).includes(key)));
}

function keysOf(shape: FieldShape): string[] {
  return shape.kind === 'fields' ? shape.fields.map((field) => field.key) : [];
}

function RowTool(props: {
  readonly label: string;
  readonly icon: ReactNode;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}) {
  return (
    <ActionIcon
      size={22}
      aria-label={props.label}
      title={props.label}
      disabled={props.disabled === true}
      onClick={props.onClick}
    >
      {props.icon}
    </ActionIcon>
  );
}
