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

/** Answers the message completely: a child interaction rendered from a standard response. Once per interaction. */
export const autoresponseCall = defineHostCall({
  name: 'autoresponse',
  params: automaticAnswerParamsSchema,
  result: automaticAnswerResultSchema,
  help: 'Answers the message from a standard response, once per interaction.',
  waits: false,
  places: false,
});

/** Answers the message completely, normally before Stop Interaction. */
export const autoresponse = defineBlock({
  type: 'autoresponse',
  config: z.strictObject({
    ...automaticAnswerShape,
    includeOriginal: parameter(z.boolean()).default(true).meta({
      title: 'Include the original',
      description: 'Quotes the message below the answer.',
    }),
    fieldCodes: fieldCodesField,
  }),
  face: {
    label: 'Autoresponse',
    icon: 'mail-fast',
    category: 'mail',
    help:
      'Answers the message completely from a standard response, normally followed by Stop Interaction. The answer is a new outbound ' +
      'interaction in the queue given, in the thread of the message. Leaves by "suppressed" when an automatic answer ' +
      'may not be given: to automatic mail, reports, lists and our own addresses; unwired, that goes where "sent" goes.',
    summary: (config) => `${shown(config.response)}, to ${shown(config.queue)}`,
  },
  ports: () => automaticAnswerPorts,
  references: (config) => [
    ...namedReference('response', config.response, 'response'),
    ...namedReference('queue', config.queue, 'queue'),
  ],
  initial: { response: '', queue: '' },
  call: autoresponseCall,
  compile: (config, { toJs }) =>
    [
      `const answer = await run.call("autoresponse", ${toJs(config)});`,
      'return "suppressed" in answer ? "suppressed" : "sent";',
    ].join('\n'),
});
