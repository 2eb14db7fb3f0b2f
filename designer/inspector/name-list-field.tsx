import { TagsInput } from '@mantine/core';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import { dressFor } from './dress-for.ts';
import type { FieldProps } from './field-props.ts';
import { useInspector } from './inspector-context.ts';

/** Several names, picked from what is there or typed, in the order they are given. */
export function NameListField(props: FieldProps & { readonly isBare?: boolean }) {
  const { field, value, onChange } = props;
  const { namesFor } = useInspector();
  const editor = field.shape.kind === 'list' ? field.shape.item.editor : field.editor;
  return (
    <TagsInput
      {...dressFor(props)}
      data={[...new Set(namesFor(editor) ?? [])]}
      value={Array.isArray(value) ? value.map(String) : []}
      placeholder={Array.isArray(value) && value.length > 0 ? '' : t.pick}
      clearable
      onChange={(next) => onChange(next.length === 0 ? undefined : next)}
    />
  );
}
