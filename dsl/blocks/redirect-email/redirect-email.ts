import { z } from 'zod';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { addressesField, mailFields } from '../../block/mail-fields.ts';
import { namedReference } from '../../block/named-field.ts';
import { keepInVariables, variableField } from '../../block/variable-field.ts';
import { nameSchema } from '../../document/strategy.ts';

/** Passes the message on as it is; answers to it go to its sender, past us. */
export const redirectEmailCall = defineHostCall({
  name: 'redirect-email',
  params: z.strictObject({
    to: z.string().min(1),
    from: z.string().optional(),
    attachments: z.boolean(),
    queue: nameSchema,
  }),
  result: z.strictObject({ interactionId: z.string() }),
  help: 'Passes the message on to an external address; no reply is expected back.',
  waits: false,
  places: false,
});

/** Passes the message on to whom it concerns. */
export const redirectEmail = defineBlock({
  type: 'redirect-email',
  config: z.strictObject({
    to: addressesField('To', 'Addresses it is passed on to, separated by commas.'),
    from: mailFields.from,
    attachments: mailFields.attachments,
    queue: mailFields.queue,
    resultVariable: variableField('Interaction id into', 'Variable that receives the id of the new interaction.'),
  }),
  face: {
    label: 'Redirect E-mail',
    icon: 'mail-share',
    category: 'mail',
    help:
      'Passes the message on to external addresses with its own subject and text, normally before Stop Interaction. ' +
      'Whoever answers it writes to the sender; no reply is expected here.',
    summary: (config) => `to ${shown(config.to)}`,
  },
  ports: () => [{ name: 'redirected', kind: 'success' }, errorPort],
  references: (config) => [
    ...namedReference('queue', config.queue, 'queue'),
    ...namedReference('variable', config.resultVariable, 'resultVariable'),
  ],
  initial: { to: '', queue: '' },
  call: redirectEmailCall,
  compile: ({ resultVariable, ...params }, { toJs }) =>
    [
      `const redirected = await run.call("redirect-email", ${toJs(params)});`,
      ...keepInVariables([[resultVariable, 'redirected.interactionId']]),
      'return "redirected";',
    ].join('\n'),
});
