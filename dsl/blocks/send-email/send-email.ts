import { z } from 'zod';
import { defineBlock, errorPort } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';

/** Hands this outbound e-mail to the mail server and waits for its answer. `kept` when no server is configured: stored, not sent. */
export const sendEmailCall = defineHostCall({
  name: 'send-email',
  params: z.strictObject({}),
  result: z.strictObject({ messageId: z.string(), kept: z.boolean() }),
  help: 'Hands this outbound e-mail to the mail server and waits for its answer.',
  waits: true,
  places: false,
});

/** Sends the outbound e-mail that the strategy is running for. */
export const sendEmail = defineBlock({
  type: 'send-email',
  config: z.strictObject({}),
  face: {
    label: 'Send E-mail',
    icon: 'send',
    category: 'mail',
    help:
      'Hands the current outbound e-mail to the mail server and waits for its answer. Until a mail server is configured the ' +
      'mail is kept and marked as not sent. Temporary refusals are tried again by themselves; a final one leaves by "error".',
    summary: () => 'through the mail server',
  },
  ports: () => [{ name: 'sent', kind: 'success' }, errorPort],
  references: () => [],
  initial: {},
  call: sendEmailCall,
  compile: () => 'await run.call("send-email", {});\nreturn "sent";',
});
