import { addOutboundMail, toAddresses } from './add-outbound-mail.ts';
import { contentOf } from './content-of.ts';
import type { HostCallHandler } from './handler.ts';
import { unknownQueue } from './unknown-queue.ts';

/** Makes a new outbound mail, not part of the customer's thread, and places it in a queue. */
export const createEmailOut: HostCallHandler<'create-email-out'> = async (params, context) => {
  const { run, now } = context;
  const error = unknownQueue(params.queue, context);
  if (error !== undefined) return { error };
  const to = toAddresses(params.to);
  const invalid = to.find(({ address }) => !/^[^@\s]+@[^@\s]+$/.test(address));
  if (to.length === 0 || invalid !== undefined) {
    return {
      error: { code: 'mail/no-address', message: `"${invalid?.address ?? params.to}" is not an e-mail address.` },
    };
  }
  const found = await contentOf(params, context);
  if ('error' in found) return found;
  const interactionId = addOutboundMail(
    run,
    {
      subtype: 'OutboundNew',
      queue: params.queue,
      from: toAddresses(params.from)[0] ?? {
        address: run.interaction.mailbox ?? run.interaction.to_address ?? '',
        name: '',
      },
      to,
      cc: toAddresses(params.cc),
      bcc: toAddresses(params.bcc),
      ...found.content,
      threaded: false,
    },
    now,
  );
  return { result: { interactionId } };
};
