import { ActionIcon, Autocomplete, Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type {
  ActionProps,
  CombinatorSelectorProps,
  ControlElementsProp,
  FieldSelectorProps,
  FullField,
  NotToggleProps,
  OperatorSelectorProps,
  ValueEditorProps,
} from 'react-querybuilder';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import { useInspector } from './inspector-context.ts';

/** The builder's controls in our own dress. */
export const conditionControls: ControlElementsProp<FullField, string> = {
  fieldSelector: FieldSelector,
  operatorSelector: OperatorSelector,
  valueEditor: ValueEditor,
  combinatorSelector: CombinatorSelector,
  notToggle: NotToggle,
  addRuleAction: (props) => <AddButton {...props} label={t.condition.addRule} short={t.condition.rule} />,
  addGroupAction: (props) => <AddButton {...props} label={t.condition.addGroup} short={t.condition.group} />,
  removeRuleAction: (props) => <RemoveButton {...props} label={t.condition.removeRule} />,
  removeGroupAction: (props) => <RemoveButton {...props} label={t.condition.removeGroup} />,
};

// attached data has keys nobody lists, so a field may be typed as well
function FieldSelector(props: FieldSelectorProps) {
  const { conditionFields } = useInspector();
  return (
    <Autocomplete
      size="xs"
      aria-label={t.condition.field}
      data={conditionFields.map((field) => field.name)}
      value={props.value ?? ''}
      limit={60}
      onChange={(value) => props.handleOnChange(value)}
    />
  );
}

function OperatorSelector(props: OperatorSelectorProps) {
  return (
    <NativeSelect
      size="xs"
      aria-label={t.condition.operator}
      value={props.value ?? '='}
      data={Object.entries(t.condition.operators).map(([value, label]) => ({ value, label }))}
      onChange={(event) => props.handleOnChange(event.currentTarget.value)}
    />
  );
}

function ValueEditor(props: ValueEditorProps) {
  const { conditionFields } = useInspector();
  const { operator, value, handleOnChange } = props;
  const isNumber = conditionFields.find((field) => field.name === props.field)?.type === 'number';
  const read = (text: string): string | number =>
    isNumber && text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
  if (operator === 'null' || operator === 'notNull') return null;
  if (operator === 'between') {
    const [low, high] = pairOf(value);
    return (
      <Group gap={6} grow>
        <TextInput
          size="xs"
          aria-label={t.condition.lowest}
          placeholder={t.condition.lowest}
          value={low}
          onChange={(event) => handleOnChange([read(event.currentTarget.value), read(high)])}
        />
        <TextInput
          size="xs"
          aria-label={t.condition.highest}
          placeholder={t.condition.highest}
          value={high}
          onChange={(event) => handleOnChange([read(low), read(event.currentTarget.value)])}
        />
      </Group>
    );
  }
  const isList = operator === 'in' || operator === 'notIn';
  return (
    <TextInput
      size="xs"
      aria-label={t.condition.value}
      placeholder={isList ? t.condition.listHint : ''}
      value={Array.isArray(value) ? value.join(', ') : String(value ?? '')}
      onChange={(event) => handleOnChange(isList ? event.currentTarget.value : read(event.currentTarget.value))}
    />
  );
}

function CombinatorSelector(props: CombinatorSelectorProps) {
  return (
    <NativeSelect
      size="xs"
      aria-label={t.condition.combinator}
      value={props.value ?? 'and'}
      data={[
        { value: 'and', label: t.condition.and },
        { value: 'or', label: t.condition.or },
      ]}
      onChange={(event) => props.handleOnChange(event.currentTarget.value)}
    />
  );
}

function NotToggle(props: NotToggleProps) {
  return (
    <Checkbox
      size="xs"
      label={t.condition.not}
      checked={props.checked === true}
      onChange={(event) => props.handleOnChange(event.currentTarget.checked)}
    />
  );
}

function AddButton(props: ActionProps & { readonly label: string; readonly short: string }) {
  return (
    <Button
      size="compact-xs"
      variant="default"
      leftSection={<IconPlus size={12} />}
      aria-label={props.label}
      onClick={(event) => props.handleOnClick(event)}
    >
      {props.short}
    </Button>
  );
}

function RemoveButton(props: ActionProps & { readonly label: string }) {
  return (
    <ActionIcon
      className="rule-remove"
      size={22}
      aria-label={props.label}
      title={props.label}
      onClick={(event) => props.handleOnClick(event)}
    >
      <IconX size={14} />
    </ActionIcon>
  );
}

function pairOf(value: unknown): [string, string] {
  const parts: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(',')
      : [value];
  const [low = '', high = ''] = parts.map((part) =>
    typeof part === 'string' ? part.trim() : (JSON.stringify(part) ?? ''),
  );
  return [low, high];
}
