import { z } from 'zod';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { mailFields } from '../../block/mail-fields.ts';
import { namedReference } from '../../block/named-field.ts';
import { keepInVariables, variableField } from '../../block/variable-field.ts';
import { parameter } from '../../document/parameter.ts';
import { nameSchema } from '../../document/strategy.ts';

/** Turns the reply of an external resource into the answer to the customer who wrote the original. */
export const replyFromExternalResourceCall = defineHostCall({
  name: 'reply-from-external-resource',
  params: z.strictObject({
    from: z.string().optional(),
    subject: z.string().optional(),
    attachments: z.boolean(),
    stopOriginal: z.boolean(),
    queue: nameSchema,
  }),
  result: z.strictObject({ interactionId: z.string(), originalId: z.string() }),
  help: 'Answers the customer with what the external resource wrote.',
  waits: false,
  places: false,
});

/** Gives the customer what somebody outside answered. */
export const replyFromExternalResource = defineBlock({
  type: 'reply-from-external-resource',
  config: z.strictObject({
    from: parameter(z.string()).optional().meta({
      title: 'From',
      description: 'The address it is sent from; left out: the mailbox the customer wrote to.',
    }),
    subject: parameter(z.string()).optional().meta({
      title: 'Subject',
      description: "Left out: the customer's own subject after Re:.",
      editor: 'text',
    }),
    attachments: mailFields.attachments,
    stopOriginal: parameter(z.boolean()).default(true).meta({
      title: 'Stop the original',
      description: "Ends the customer's message too, where it still waits in a queue or a workbin.",
    }),
    queue: mailFields.queue,
    resultVariable: variableField('Interaction id into', 'Variable that receives the id of the new interaction.'),
  }),
  face: {
    label: 'Reply E-mail from External Resource',
    icon: 'mail-opened',
    category: 'mail',
    help:
      'Works on the reply that came back after Forward E-mail, an interaction of the subtype InboundExternalReply: what the external ' +
      "resource wrote becomes the answer to the customer, in the customer's thread. What they quoted stays behind. " +
      'Any other interaction leaves by "error".',
    summary: (config) => `to ${shown(config.queue)}`,
  },
  ports: () => [{ name: 'replied', kind: 'success' }, errorPort],
  references: (config) => [
    ...namedReference('queue', config.queue, 'queue'),
    ...namedReference('variable', config.resultVariable, 'resultVariable'),
  ],
  initial: { queue: '' },
  call: replyFromExternalResourceCall,
  compile: ({ resultVariable, ...params }, { toJs }) =>
    [
      `const replied = await run.call("reply-from-external-resource", ${toJs(params)});`,
      ...keepInVariables([[resultVariable, 'replied.interactionId']]),
      'return "replied";',
    ].join('\n'),
});
