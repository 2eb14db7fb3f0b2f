import { z } from 'zod';
import { fieldCodesField } from '../../block/automatic-answer.ts';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { addressesField, mailFields, textFields, textFragments } from '../../block/mail-fields.ts';
import { namedReference } from '../../block/named-field.ts';
import { keepInVariables, variableField } from '../../block/variable-field.ts';
import { scalarSchema } from '../../block/variable-name.ts';
import { parameter } from '../../document/parameter.ts';
import { nameSchema } from '../../document/strategy.ts';

/** Makes an automatic mail outside the customer's thread; one of `response` and `text` is given. */
export const createNotificationCall = defineHostCall({
  name: 'create-notification',
  params: z.strictObject({
    to: z.string().min(1),
    cc: z.string().optional(),
    from: z.string().optional(),
    subject: z.string().optional(),
    response: nameSchema.optional(),
    text: z.string().optional(),
    fieldCodes: z.record(z.string(), scalarSchema),
    associate: z.boolean(),
    queue: nameSchema,
  }),
  result: z.strictObject({ interactionId: z.string() }),
  help: 'Makes an automatic mail that is no answer, such as a notice to a supervisor, and places it in a queue.',
  waits: false,
  places: false,
});

/** Tells somebody about the interaction by an automatic mail. */
export const createNotification = defineBlock({
  type: 'create-notification',
  config: z
    .strictObject({
      to: addressesField('To'),
      cc: addressesField('Cc').optional().meta({ title: 'Cc', description: 'Further addresses, separated by commas.' }),
      from: mailFields.from,
      subject: parameter(z.string()).optional().meta({
        title: 'Subject',
        description: "Left out: the response's own subject.",
        editor: 'text',
      }),
      ...textFields,
      fieldCodes: fieldCodesField,
      associate: parameter(z.boolean()).default(true).meta({
        title: 'Belongs to this interaction',
        description: "The new interaction is its child and its contact's; off: it stands by itself.",
      }),
      queue: mailFields.queue,
      resultVariable: variableField('Interaction id into', 'Variable that receives the id of the new interaction.'),
    })
    .refine((config) => (config.response === undefined) !== (config.text === undefined), {
      error: 'give either "response" or "text"',
    }),
  face: {
    label: 'Create Notification',
    icon: 'bell',
    category: 'mail',
    help:
      'Makes an automatic mail outside the thread of the message: to a supervisor, or to the customer by another address. It is marked ' +
      'as automatic, so that no other machine answers it, and placed in a queue whose strategy sends it. This interaction goes on.',
    summary: (config) => `to ${shown(config.to)}, ${shown(config.response ?? config.subject)}`,
  },
  ports: () => [{ name: 'created', kind: 'success' }, errorPort],
  references: (config) => [
    ...namedReference('response', config.response, 'response'),
    ...namedReference('queue', config.queue, 'queue'),
    ...namedReference('variable', config.resultVariable, 'resultVariable'),
  ],
  fragments: (config) => textFragments(config.text),
  initial: { to: '', queue: '' },
  call: createNotificationCall,
  compile: ({ resultVariable, ...params }, { toJs }) =>
    [
      `const created = await run.call("create-notification", ${toJs(params)});`,
      ...keepInVariables([[resultVariable, 'created.interactionId']]),
      'return "created";',
    ].join('\n'),
});
