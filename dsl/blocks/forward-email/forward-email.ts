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

/** Forwards the message to an external resource; at most one of `response` and `text` is given, and stands above the original. */
export const forwardEmailCall = defineHostCall({
  name: 'forward-email',
  params: z.strictObject({
    to: z.string().min(1),
    from: z.string().optional(),
    subject: z.string().optional(),
    response: nameSchema.optional(),
    text: z.string().optional(),
    fieldCodes: z.record(z.string(), scalarSchema),
    attachments: z.boolean(),
    queue: nameSchema,
  }),
  result: z.strictObject({ interactionId: z.string() }),
  help: 'Forwards the message to an external resource whose reply comes back tied to it.',
  waits: false,
  places: false,
});

/** Asks somebody outside, whose reply comes back. */
export const forwardEmail = defineBlock({
  type: 'forward-email',
  config: z
    .strictObject({
      to: addressesField('External resource', 'Addresses it is forwarded to, separated by commas.'),
      from: mailFields.from,
      subject: parameter(z.string()).optional().meta({
        title: 'Subject',
        description: 'Left out: the subject of the message after Fwd:. A short reference is added to either.',
        editor: 'text',
      }),
      ...textFields,
      fieldCodes: fieldCodesField,
      attachments: mailFields.attachments,
      queue: mailFields.queue,
      resultVariable: variableField('Interaction id into', 'Variable that receives the id of the new interaction.'),
    })
    .refine(({ response, text }) => response === undefined || text === undefined, {
      error: 'give at most one of "response" and "text"',
    }),
  face: {
    label: 'Forward E-mail',
    icon: 'mail-forward',
    category: 'mail',
    help:
      'Forwards the message to an external resource, with notes above it, and expects a reply back. The reply is a new interaction ' +
      'of the subtype InboundExternalReply in the same thread, recognised by its headers or by the reference in its subject; it carries ' +
      'ForwardedInteractionId and OriginalInteractionId. Reply E-mail from External Resource turns it into the answer to the customer.',
    summary: (config) => `to ${shown(config.to)}`,
  },
  ports: () => [{ name: 'forwarded', kind: 'success' }, errorPort],
  references: (config) => [
    ...namedReference('response', config.response, 'response'),
    ...namedReference('queue', config.queue, 'queue'),
    ...namedReference('variable', config.resultVariable, 'resultVariable'),
  ],
  fragments: (config) => textFragments(config.text),
  initial: { to: '', queue: '' },
  call: forwardEmailCall,
  compile: ({ resultVariable, ...params }, { toJs }) =>
    [
      `const forwarded = await run.call("forward-email", ${toJs(params)});`,
      ...keepInVariables([[resultVariable, 'forwarded.interactionId']]),
      'return "forwarded";',
    ].join('\n'),
});
