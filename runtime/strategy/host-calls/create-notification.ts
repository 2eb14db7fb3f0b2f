import { addOutboundMail, senderOf, toAddresses } from './add-outbound-mail.ts';
import { contentOf } from './content-of.ts';
import type { HostCallHandler } from './handler.ts';
import { recipientsOf } from './recipients-of.ts';
import { unknownQueue } from './unknown-queue.ts';

/** Makes an automatic mail outside the thread of the message and places it in a queue. */
export const createNotification: HostCallHandler<'create-notification'> = async (params, context) => {
  const { run, now } = context;
  const unknown = unknownQueue(params.queue, context);
  if (unknown !== undefined) return { error: unknown };
  const recipients = await recipientsOf(params.to, context, { outside: false });
  if ('error' in recipients) return recipients;
  const rendered = await contentOf(params, context);
  if ('error' in rendered) return rendered;
  const interactionId = addOutboundMail(
    run,
    {
      ...rendered.content,
      subtype: 'OutboundNotification',
      queue: params.queue,
      from: senderOf(run, params.from),
      to: recipients.to,
      cc: toAddresses(params.cc),
      bcc: [],
      threaded: false,
      ...(params.associate ? {} : { parent: 'none' }),
    },
    now,
  );
  return { result: { interactionId } };
};
