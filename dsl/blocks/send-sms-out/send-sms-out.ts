import { z } from 'zod';
import { defineBlock, errorPort } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';

/** Hands the current outbound SMS to the SMS server and waits for its answer. */
export const sendSmsOutCall = defineHostCall({
  name: 'send-sms-out',
  params: z.strictObject({}),
  result: z.strictObject({ messageId: z.string() }),
  help: 'Sends this outbound SMS and waits for the answer of the SMS server.',
  waits: true,
  places: false,
});

/** Sends the outbound SMS that the strategy works on. */
export const sendSmsOut = defineBlock({
  type: 'send-sms-out',
  config: z.strictObject({}),
  face: {
    label: 'Send SMS Out',
    icon: 'message-up',
    category: 'mail',
    help:
      'Sends the outbound SMS this strategy works on and waits for the answer of the SMS centre. A text that does not fit one message goes ' +
      'out in parts. Without an SMS channel it leaves by "error".',
    summary: () => '',
  },
  ports: () => [{ name: 'sent', kind: 'success' }, errorPort],
  references: () => [],
  initial: {},
  call: sendSmsOutCall,
  compile: () => 'await run.call("send-sms-out", {});\nreturn "sent";',
});
