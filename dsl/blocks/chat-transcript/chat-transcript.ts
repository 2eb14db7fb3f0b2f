import { z } from 'zod';
import { fieldCodesField } from '../../block/automatic-answer.ts';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { addressesField, mailFields } from '../../block/mail-fields.ts';
import { namedReference } from '../../block/named-field.ts';
import { scalarSchema } from '../../block/variable-name.ts';
import { parameter } from '../../document/parameter.ts';
import { nameSchema } from '../../document/strategy.ts';

/** Makes a mail with the transcript of the chat. */
export const chatTranscriptCall = defineHostCall({
  name: 'chat-transcript',
  params: z.strictObject({
    to: z.string().optional(),
    from: z.string().optional(),
    subject: z.string().optional(),
    header: nameSchema.optional(),
    footer: nameSchema.optional(),
    fieldCodes: z.record(z.string(), scalarSchema),
    queue: nameSchema,
  }),
  result: z.strictObject({ interactionId: z.string() }),
  help: 'Makes a mail with the transcript of a chat and places it in a queue.',
  waits: false,
  places: false,
});

/** Sends the customer what was said in the chat. */
export const chatTranscript = defineBlock({
  type: 'chat-transcript',
  config: z.strictObject({
    to: addressesField('To')
      .optional()
      .meta({ title: 'To', description: 'Left out: the e-mail address of the contact.' }),
    from: mailFields.from,
    subject: parameter(z.string())
      .optional()
      .meta({ title: 'Subject', description: 'Left out: that of the chat.', editor: 'text' }),
    header: parameter(nameSchema).optional().meta({
      title: 'Standard response above',
      description: 'Stands before the transcript.',
      editor: 'response',
    }),
    footer: parameter(nameSchema).optional().meta({
      title: 'Standard response below',
      description: 'Stands after the transcript.',
      editor: 'response',
    }),
    fieldCodes: fieldCodesField,
    queue: mailFields.queue,
  }),
  face: {
    label: 'Chat Transcript',
    icon: 'message-forward',
    category: 'mail',
    help:
      'Makes an outbound e-mail with the transcript of the chat, between two standard responses, and places it in a queue whose strategy ' +
      'sends it. Without a chat server it leaves by "error".',
    summary: (config) => `to ${shown(config.to ?? 'the contact')}`,
  },
  ports: () => [{ name: 'created', kind: 'success' }, errorPort],
  references: (config) => [
    ...namedReference('response', config.header, 'header'),
    ...namedReference('response', config.footer, 'footer'),
    ...namedReference('queue', config.queue, 'queue'),
  ],
  initial: { queue: '' },
  call: chatTranscriptCall,
  compile: (config, { toJs }) => `await run.call("chat-transcript", ${toJs(config)});\nreturn "created";`,
});
