import { addOutboundMail, senderOf, takeAttachments } from './add-outbound-mail.ts';
import type { HostCallHandler } from './handler.ts';
import { recipientsOf } from './recipients-of.ts';
import { unknownQueue } from './unknown-queue.ts';
import { wholeMessage } from './whole-message.ts';

/**
 * Passes the message on as it is, from our own address, so that the receiver's server accepts it, with the sender in Reply-To, so
 * that answers go past us.
 */
export const redirectEmail: HostCallHandler<'redirect-email'> = async (params, context) => {
  const { run, pool, now } = context;
  const unknown = unknownQueue(params.queue, context);
  if (unknown !== undefined) return { error: unknown };
  const recipients = await recipientsOf(params.to, context, { outside: true });
  if ('error' in recipients) return recipients;
  const original = await wholeMessage(pool, run.tenantId, run.interaction.id);
  if (original === undefined) {
    return { error: { code: 'mail/no-message', message: 'This interaction has no message that could be passed on.' } };
  }
  const interactionId = addOutboundMail(
    run,
    {
      subtype: 'OutboundRedirect',
      queue: params.queue,
      from: { ...senderOf(run, params.from), name: original.from?.name ?? '' },
      to: recipients.to,
      cc: [],
      bcc: [],
      replyTo: original.reply_to ?? original.from ?? undefined,
      subject: original.subject,
      text: original.text,
      html: original.html ?? undefined,
      threaded: false,
      keepsThread: true,
    },
    now,
  );
  if (params.attachments) takeAttachments(run, run.interaction.id, interactionId);
  return { result: { interactionId } };
};
