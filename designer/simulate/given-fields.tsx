import { Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { contactProperties } from '#dsl/model/contact-property.ts';
import { interactionProperties, messageProperties } from '#dsl/model/interaction-property.ts';
import { type StrategyTest, strategyTestSchema } from '#dsl/document/strategy-test.ts';
import type { StrategyInput } from '../commands/edit.ts';
import { withFields } from '../commands/records.ts';
import { trial as t } from '../kit/messages/en/trial.ts';
import { AnswersField } from './answers-field.tsx';
import { KeyValueRows } from './key-value-rows.tsx';

type Given = StrategyTest['given'];

const interactionKeys = Object.keys({ ...interactionProperties, ...messageProperties });
const contactKeys = Object.keys(contactProperties);

/** What a strategy finds: its interaction, contact, attached data and clock, and what its host calls answer. */
export function GivenFields(props: {
  readonly strategy: StrategyInput;
  readonly given: Given;
  readonly onChange: (given: Given) => void;
}) {
  const { strategy, given, onChange } = props;
  const { contact } = given;
  return (
    <Stack gap="sm">
      <KeyValueRows
        label={t.interaction}
        keys={interactionKeys}
        value={given.interaction}
        onChange={(interaction) => onChange({ ...given, interaction })}
      />
      <KeyValueRows label={t.data} value={given.data} onChange={(data) => onChange({ ...given, data })} />
      <KeyValueRows
        label={t.contact}
        keys={contactKeys}
        value={contact ?? {}}
        onChange={(next) => onChange(withFields(given, { contact: Object.keys(next).length === 0 ? undefined : next }))}
      />
      <StartField value={given.startedAt} onChange={(startedAt) => onChange(withFields(given, { startedAt }))} />
      <AnswersField
        strategy={strategy}
        value={given}
        onChange={({ answers, calls }) => onChange({ ...given, answers: { ...answers }, calls: { ...calls } })}
      />
    </Stack>
  );
}

/** The clock of the run. A time that is only half typed stays in the field: the document could not be read with it. */
function StartField(props: {
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}) {
  const [text, setText] = useState<string>();
  const isTime =
    text === undefined || text === '' || strategyTestSchema.safeParse({ given: { startedAt: text } }).success;
  return (
    <TextInput
      label={t.startsAt}
      description={t.startsAtHelp}
      error={!isTime && t.startsAtWrong}
      size="xs"
      value={text ?? props.value ?? ''}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setText(next);
        if (next === '') props.onChange(undefined);
        else if (strategyTestSchema.safeParse({ given: { startedAt: next } }).success) props.onChange(next);
      }}
      onBlur={() => setText(undefined)}
    />
  );
}
