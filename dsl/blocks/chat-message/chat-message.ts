import { z } from 'zod';
import { fieldCodesField } from '../../block/automatic-answer.ts';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { textFields, textFragments } from '../../block/mail-fields.ts';
import { namedReference } from '../../block/named-field.ts';
import { keepInVariables, variableField } from '../../block/variable-field.ts';
import { scalarSchema } from '../../block/variable-name.ts';
import { nameSchema } from '../../document/strategy.ts';

const kind = z.enum(['message', 'notice', 'push-url']);
const visibility = z.enum(['all', 'agents']);

/** Says something in the chat that the strategy runs for. Answers the place in line and the minutes it may take. */
export const chatMessageCall = defineHostCall({
  name: 'chat-message',
  params: z.strictObject({
    response: nameSchema.optional(),
    text: z.string().optional(),
    fieldCodes: z.record(z.string(), scalarSchema),
    kind,
    visibility,
  }),
  result: z.strictObject({ position: z.int(), minutes: z.int() }),
  help: 'Says something in the chat; field codes may show the place in line.',
  waits: false,
  places: false,
});

/** Speaks into the chat session: greeting, wait message with the place in line, notice, address to open. */
export const chatMessage = defineBlock({
  type: 'chat-message',
  config: z
    .strictObject({
      ...textFields,
      fieldCodes: fieldCodesField,
      kind: kind.default('message').meta({
        title: 'Kind',
        description: 'A message, a notice that looks like one of the system, or an address for the page to offer.',
      }),
      visibility: visibility.default('all').meta({
        title: 'Who sees it',
        description: 'Everybody, or agents and supervisors only.',
      }),
      positionVariable: variableField('Place in line into', 'Variable that receives the place in line; 1 is next.'),
      minutesVariable: variableField('Minutes into', 'Variable that receives the minutes till an agent is expected.'),
    })
    .refine((config) => (config.response === undefined) !== (config.text === undefined), {
      error: 'give either "response" or "text"',
    }),
  face: {
    label: 'Chat Message',
    icon: 'messages',
    category: 'mail',
    help:
      'Says something in the chat before or while an agent is looked for: a greeting, a message to wait. The field codes QueuePosition and ' +
      'ExpectedMinutes stand for the place in line and the minutes it may take. When the chat has ended it leaves by "error" with "chat/closed".',
    summary: (config) => shown(config.response ?? config.text),
  },
  ports: () => [{ name: 'said', kind: 'success' }, errorPort],
  references: (config) => [
    ...namedReference('response', config.response, 'response'),
    ...namedReference('variable', config.positionVariable, 'positionVariable'),
    ...namedReference('variable', config.minutesVariable, 'minutesVariable'),
  ],
  fragments: (config) => textFragments(config.text),
  initial: { text: '' },
  call: chatMessageCall,
  compile: ({ positionVariable, minutesVariable, ...params }, { toJs }) =>
    [
      `const place = await run.call("chat-message", ${toJs(params)});`,
      ...keepInVariables([
        [positionVariable, 'place.position'],
        [minutesVariable, 'place.minutes'],
      ]),
      'return "said";',
    ].join('\n'),
});
