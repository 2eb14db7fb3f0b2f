import { z } from 'zod';
import { fieldCodesField } from '../../block/automatic-answer.ts';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { textFields, textFragments } from '../../block/mail-fields.ts';
import { namedField, namedReference } from '../../block/named-field.ts';
import { keepInVariables, variableField } from '../../block/variable-field.ts';
import { scalarSchema } from '../../block/variable-name.ts';
import { parameter } from '../../document/parameter.ts';
import { nameSchema } from '../../document/strategy.ts';

/** Makes an outbound SMS interaction; one of `response` and `text` is given. */
export const createSmsOutCall = defineHostCall({
  name: 'create-sms-out',
  params: z.strictObject({
    to: z.string().min(1),
    from: z.string().optional(),
    response: nameSchema.optional(),
    text: z.string().optional(),
    fieldCodes: z.record(z.string(), scalarSchema),
    queue: nameSchema,
  }),
  result: z.strictObject({ interactionId: z.string() }),
  help: 'Makes a new outbound SMS and places it in a queue.',
  waits: false,
  places: false,
});

/** Makes an outbound SMS. */
export const createSmsOut = defineBlock({
  type: 'create-sms-out',
  config: z
    .strictObject({
      to: parameter(z.string()).meta({ title: 'To', description: 'Phone number in the international form.' }),
      from: parameter(z.string()).optional().meta({
        title: 'From',
        description: 'Left out: the default reply address of the SMS server.',
      }),
      ...textFields,
      fieldCodes: fieldCodesField,
      queue: namedField('queue', 'Queue', 'Where the new interaction goes; its strategy sends it.'),
      resultVariable: variableField('Interaction id into', 'Variable that receives the id of the new interaction.'),
    })
    .refine((config) => (config.response === undefined) !== (config.text === undefined), {
      error: 'give either "response" or "text"',
    }),
  face: {
    label: 'Create SMS Out',
    icon: 'message-plus',
    category: 'mail',
    help: 'Makes an outbound SMS from a standard response or a text and places it in a queue whose strategy sends it with Send SMS Out.',
    summary: (config) => `to ${shown(config.to)}`,
  },
  ports: () => [{ name: 'created', kind: 'success' }, errorPort],
  references: (config) => [
    ...namedReference('response', config.response, 'response'),
    ...namedReference('queue', config.queue, 'queue'),
    ...namedReference('variable', config.resultVariable, 'resultVariable'),
  ],
  fragments: (config) => textFragments(config.text),
  initial: { to: '', queue: '' },
  call: createSmsOutCall,
  compile: ({ resultVariable, ...params }, { toJs }) =>
    [
      `const created = await run.call("create-sms-out", ${toJs(params)});`,
      ...keepInVariables([[resultVariable, 'created.interactionId']]),
      'return "created";',
    ].join('\n'),
});
