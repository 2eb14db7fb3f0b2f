import { Textarea, TextInput } from '@mantine/core';
import { services as t } from '../../kit/messages/en/services.ts';
import type { DocumentFieldsProps } from './document-kind.ts';

/** Name, while it can be chosen, and description: how every document begins. */
export function NameFields<Draft extends { readonly name: string; readonly description: string }>(
  props: Pick<DocumentFieldsProps<Draft>, 'draft' | 'problems' | 'onChange' | 'isKept' | 'disabled'>,
) {
  const { draft, problems, disabled } = props;
  const change = props.onChange as (change: { readonly name?: string; readonly description?: string }) => void;
  return (
    <>
      {!props.isKept && (
        <TextInput
          label={t.name}
          value={draft.name}
          error={problems['name']}
          disabled={disabled}
          autoComplete="off"
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
      )}
      <Textarea
        label={t.description}
        value={draft.description}
        error={problems['description']}
        disabled={disabled}
        autosize
        minRows={1}
        maxRows={6}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
    </>
  );
}
