import { z } from 'zod';
import {
  automaticAnswerParamsSchema,
  automaticAnswerPorts,
  automaticAnswerResultSchema,
  automaticAnswerShape,
  fieldCodesField,
} from '../../block/automatic-answer.ts';
import { defineBlock, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { namedReference } from '../../block/named-field.ts';
import { parameter } from '../../document/parameter.ts';

/** Tells the sender that the message has arrived: a child interaction rendered from a standard response. Once per interaction. */
export const acknowledgementCall = defineHostCall({
  name: 'acknowledgement',
  params: automaticAnswerParamsSchema,
  result: automaticAnswerResultSchema,
  help: 'Answers that the message has arrived, once per interaction.',
  waits: false,
  places: false,
});

/** Tells the sender that the message has arrived; the interaction goes on. */
export const acknowledgement = defineBlock({
  type: 'acknowledgement',
  config: z.strictObject({
    ...automaticAnswerShape,
    includeOriginal: parameter(z.boolean()).default(false).meta({
      title: 'Include the original',
      description: 'Quotes the message below the answer.',
    }),
    fieldCodes: fieldCodesField,
  }),
  face: {
    label: 'Acknowledgement',
    icon: 'mail-check',
    category: 'mail',
    help:
      'Tells the sender that the message has arrived, from a standard response. The answer is a new outbound interaction in the queue given, ' +
      'in the thread of the message; this interaction goes on. A message is acknowledged once. Leaves by "suppressed" when an automatic answer ' +
      'may not be given: to automatic mail, reports, lists and our own addresses; unwired, that goes where "sent" goes.',
    summary: (config) => `${shown(config.response)}, to ${shown(config.queue)}`,
  },
  ports: () => automaticAnswerPorts,
  references: (config) => [
    ...namedReference('response', config.response, 'response'),
    ...namedReference('queue', config.queue, 'queue'),
  ],
  initial: { response: '', queue: '' },
  call: acknowledgementCall,
  compile: (config, { toJs }) =>
    [
      `const answer = await run.call("acknowledgement", ${toJs(config)});`,
      'return "suppressed" in answer ? "suppressed" : "sent";',
    ].join('\n'),
});
