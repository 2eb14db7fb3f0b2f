import { z } from 'zod';
import { defineBlock, errorPort } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';

/** Hands the current outbound interaction to the server of its medium and waits for its word. */
export const sendOutCall = defineHostCall({
  name: 'send-out',
  params: z.strictObject({}),
  result: z.strictObject({ messageId: z.string() }),
  help: 'Sends this outbound interaction by its social account, or hands it to the program of its open medium, and waits for the answer.',
  waits: true,
  places: false,
});

/** Sends an outbound interaction of a social or an open medium. */
export const sendOut = defineBlock({
  type: 'send-out',
  config: z.strictObject({}),
  face: {
    label: 'Send Out',
    icon: 'message-up',
    category: 'mail',
    help:
      'Sends the outbound interaction this strategy works on by its own medium, and waits for the answer: a reply to a post goes out by ' +
      'its social account, one of an open medium is handed to its program. What is refused leaves by "error" with the reason.',
    summary: () => '',
  },
  ports: () => [{ name: 'sent', kind: 'success' }, errorPort],
  references: () => [],
  initial: {},
  call: sendOutCall,
  compile: () => 'await run.call("send-out", {});\nreturn "sent";',
});
