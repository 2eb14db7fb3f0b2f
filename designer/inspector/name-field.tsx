import { Anchor, Autocomplete } from '@mantine/core';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import { dressFor } from './dress-for.ts';
import type { FieldProps } from './field-props.ts';
import { UsesHint } from './uses-hint.tsx';
import { useInspector } from './inspector-context.ts';

/** A name picked from what is there, or typed; what is not there yet can be made on the spot where forms may make it. */
export function NameField(props: FieldProps & { readonly isBare?: boolean }) {
  const { field, value, onChange } = props;
  const { namesFor, creatorOf } = useInspector();
  const names = namesFor(field.editor) ?? [];
  const create = creatorOf(field.editor);
  const text = typeof value === 'string' ? value : '';
  const mayCreate = create !== undefined && text.trim() !== '' && text === text.trim() && !names.includes(text);
  return (
    <div>
      <Autocomplete
        {...dressFor(props)}
        // several queues of one name would be a fault of the list, and the control refuses them
        data={[...new Set(names)]}
        value={text}
        placeholder={t.pick}
        limit={50}
        filter={({ options, search }) =>
          names.includes(search)
            ? options
            : options.filter((option) => 'label' in option && option.label.toLowerCase().includes(search.toLowerCase()))
        }
        onChange={(next) => onChange(next === '' && !field.isRequired ? undefined : next)}
      />
      <UsesHint editor={field.editor} name={text} />
      {mayCreate && (
        <Anchor component="button" type="button" size="xs" mt={4} onClick={() => create(text)}>
          {t.create(text)}
        </Anchor>
      )}
    </div>
  );
}
