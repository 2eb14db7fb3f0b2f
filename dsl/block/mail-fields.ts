import { parameter } from '../document/parameter.ts';
import { nameSchema } from '../document/strategy.ts';
import { z } from 'zod';
import type { Fragment } from './block.ts';
import { namedField } from './named-field.ts';

/** Settings of mails that blocks make: who it is from, and in which queue it waits to be sent. */
export const mailFields = {
  from: parameter(z.string()).optional().meta({
    title: 'From',
    description: 'The address it is sent from; left out: the mailbox that received the message.',
  }),
  queue: namedField('queue', 'Queue', 'Where the new outbound interaction goes; its strategy sends it.'),
  attachments: parameter(z.boolean()).default(true).meta({
    title: 'Attachments',
    description: 'Takes the files of the message along.',
  }),
};

/** Addresses a mail goes to. */
export function addressesField(title: string, description = 'Addresses, separated by commas.') {
  return parameter(z.string()).meta({ title, description });
}

/** Where the words of a message come from: a standard response or a text of its own. */
export const textFields = {
  response: parameter(nameSchema)
    .optional()
    .meta({
      title: 'Standard response',
      description: 'The text, with its field codes filled in.',
      editor: 'response' as const,
    }),
  text: parameter(z.string())
    .optional()
    .meta({
      title: 'Text',
      description: 'The text when no standard response is used; field codes are filled in.',
      editor: 'text' as const,
    }),
};

/** The text of a block with field codes in it, for checks and completion. */
export function textFragments(text: unknown): readonly Fragment[] {
  return typeof text === 'string' ? [{ kind: 'field-code', code: text, path: ['text'] }] : [];
}
