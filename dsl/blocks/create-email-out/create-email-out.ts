import { z } from 'zod';
import { fieldCodesField } from '../../block/automatic-answer.ts';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { namedField, namedReference } from '../../block/named-field.ts';
import { scalarSchema, variableNameSchema } from '../../block/variable-name.ts';
import { parameter } from '../../document/parameter.ts';
import { nameSchema } from '../../document/strategy.ts';

/** Makes an outbound e-mail interaction, child of this one. Addresses are lists separated by commas; one of `response` and `text` is given. */
export const createEmailOutCall = defineHostCall({
  name: 'create-email-out',
  params: z.strictObject({
    to: z.string().min(1),
    cc: z.string().optional(),
    bcc: z.string().optional(),
    from: z.string().optional(),
    subject: z.string().optional(),
    response: nameSchema.optional(),
    /** Plain text with field codes. */
    text: z.string().optional(),
    fieldCodes: z.record(z.string(), scalarSchema),
    queue: nameSchema,
  }),
  result: z.strictObject({ interactionId: z.string() }),
  help: 'Makes a new outbound e-mail interaction and places it in a queue.',
  waits: false,
  places: false,
});

/** Makes an outbound e-mail that is no answer to the sender: to a colleague, a partner, another address. */
export const createEmailOut = defineBlock({
  type: 'create-email-out',
  config: z
    .strictObject({
      to: parameter(z.string()).meta({ title: 'To', description: 'Addresses, separated by commas.' }),
      cc: parameter(z.string()).optional().meta({ title: 'Cc', description: 'Addresses, separated by commas.' }),
      bcc: parameter(z.string())
        .optional()
        .meta({ title: 'Bcc', description: 'Addresses the others do not see, separated by commas.' }),
      from: parameter(z.string())
        .optional()
        .meta({ title: 'From', description: 'Left out: the mailbox that received the message.' }),
      subject: parameter(z.string()).optional().meta({
        title: 'Subject',
        description: "Left out: the response's own subject.",
        editor: 'text',
      }),
      response: parameter(nameSchema).optional().meta({
        title: 'Standard response',
        description: 'The text, with its field codes filled in.',
        editor: 'response',
      }),
      text: parameter(z.string()).optional().meta({
        title: 'Text',
        description: 'The text when no standard response is used; field codes are filled in.',
        editor: 'text',
      }),
      fieldCodes: fieldCodesField,
      queue: namedField('queue', 'Queue', 'Where the new interaction goes; its strategy sends it.'),
      resultVariable: variableNameSchema.optional().meta({
        title: 'Interaction id into',
        description: 'Variable that receives the id of the new interaction.',
      }),
    })
    .refine((config) => (config.response === undefined) !== (config.text === undefined), {
      error: 'give either "response" or "text"',
    }),
  face: {
    label: 'Create E-mail Out',
    icon: 'mail-plus',
    category: 'mail',
    help:
      'Makes a new outbound e-mail interaction from a standard response or a text, to any address, and places it in a queue ' +
      'whose strategy sends it. This interaction goes on.',
    summary: (config) => `to ${shown(config.to)}, ${shown(config.response ?? config.subject)}`,
  },
  ports: () => [{ name: 'created', kind: 'success' }, errorPort],
  references: (config) => [
    ...namedReference('response', config.response, 'response'),
    ...namedReference('queue', config.queue, 'queue'),
    ...namedReference('variable', config.resultVariable, 'resultVariable'),
  ],
  fragments: (config) =>
    typeof config.text === 'string' ? [{ kind: 'field-code', code: config.text, path: ['text'] }] : [],
  initial: { to: '', queue: '' },
  call: createEmailOutCall,
  compile: ({ resultVariable, ...params }, { toJs }) => {
    const call = `await run.call("create-email-out", ${toJs(params)})`;
    const made = resultVariable ? `vars.${resultVariable} = (${call}).interactionId;` : `${call};`;
    return `${made}\nreturn "created";`;
  },
});
