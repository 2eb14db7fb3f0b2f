import { z } from 'zod';
import { parameter } from '../document/parameter.ts';
import { nameSchema } from '../document/strategy.ts';
import { type Port, errorPort } from './block.ts';
import { namedField } from './named-field.ts';
import { scalarSchema } from './variable-name.ts';

/**
 * Why no automatic answer was made. RFC 3834 section 2: none to automatic mail, to lists and to reports;
 * `already-sent` keeps an interaction that passes twice from being acknowledged twice, `limit` keeps two robots from
 * answering each other for ever.
 */
export const suppressionSchema = z.enum([
  'auto-submitted',
  'report',
  'list',
  'own-address',
  'no-address',
  'already-sent',
  'limit',
]);

/** What Acknowledgement and Autoresponse ask of the runtime. Addresses are lists separated by commas. */
export const automaticAnswerParamsSchema = z.strictObject({
  response: nameSchema,
  queue: nameSchema,
  from: z.string().optional(),
  to: z.string().optional(),
  cc: z.string().optional(),
  subject: z.string().optional(),
  includeOriginal: z.boolean(),
  fieldCodes: z.record(z.string(), scalarSchema),
});

/** The child interaction made, or why none was. */
export const automaticAnswerResultSchema = z.union([
  z.strictObject({ interactionId: z.string() }),
  z.strictObject({ suppressed: suppressionSchema }),
]);

/** Values for custom field codes of the response. */
export const fieldCodesField = z.record(z.string(), parameter(scalarSchema)).default({}).meta({
  title: 'Field code values',
  description: 'Values for custom field codes of the response, by name.',
  editor: 'field-codes',
});

/** Settings that Acknowledgement and Autoresponse share. */
export const automaticAnswerShape = {
  response: namedField('response', 'Standard response', 'The text, with its field codes filled in.'),
  queue: namedField('queue', 'Queue', 'Where the new outbound interaction goes; its strategy sends it.'),
  from: parameter(z.string()).optional().meta({
    title: 'From',
    description: 'The address it is sent from; left out: the mailbox that received the message.',
  }),
  to: parameter(z.string()).optional().meta({
    title: 'To',
    description: 'Addresses instead of the sender, separated by commas.',
  }),
  cc: parameter(z.string()).optional().meta({ title: 'Cc', description: 'Further addresses, separated by commas.' }),
  subject: parameter(z.string()).optional().meta({
    title: 'Subject',
    description: "Left out: the response's own subject, or the subject of the message after Re:.",
    editor: 'text',
  }),
};

/** The exits of a block that answers by itself. */
export const automaticAnswerPorts: readonly Port[] = [
  { name: 'sent', kind: 'success' },
  { name: 'suppressed', kind: 'branch', fallback: 'sent' },
  errorPort,
];
