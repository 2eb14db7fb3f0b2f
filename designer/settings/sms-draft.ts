import { smsChannelSchema } from '#dsl/model/sms-channel.ts';
import type { ShownSmsChannel } from '#dsl/protocol/sms-settings.ts';
import { type FieldSpec, fieldSpecs } from '../kit/form/field-specs.ts';
import { spoken } from '../kit/messages/spoken.ts';

/** What the form of an SMS channel holds: every field by its key, blank where nothing is given, the numbers as one text. */
export type SmsDraft = Readonly<Record<string, unknown>>;

const numbers = smsChannelSchema.shape.numbers.meta() ?? {};

/** The fields of an SMS channel, as its schema describes them. */
export const smsFields: Readonly<Record<string, FieldSpec>> = {
  ...fieldSpecs(smsChannelSchema.shape),
  numbers: {
    key: 'numbers',
    kind: 'text',
    label: spoken(numbers.title ?? ''),
    hint: spoken(numbers.description ?? ''),
    example: '+4930123456',
    isRequired: true,
  },
};

/** The draft of a new channel. */
export function newSmsDraft(): SmsDraft {
  const given = Object.values(smsFields).map(({ key, initial, kind }) => [
    key,
    initial ?? (kind === 'text' ? '' : undefined),
  ]);
  return Object.fromEntries(given) as SmsDraft;
}

/** The draft of a channel that is kept; its password is never known here. */
export function keptSmsDraft({ status: _status, hasPassword: _has, ...open }: ShownSmsChannel): SmsDraft {
  return { ...newSmsDraft(), ...open, numbers: open.numbers.join(', '), password: '' };
}

/** What is sent of a draft: a blank password leaves the one that is kept. */
export function smsBody(draft: SmsDraft): SmsDraft {
  const { caPem, password, numbers: listed, ...rest } = draft;
  return {
    ...rest,
    numbers: String(listed)
      .split(/[,;\n]/)
      .map((number) => number.trim())
      .filter(Boolean),
    ...(caPem !== '' && { caPem }),
    ...(password !== '' && { password }),
  };
}
