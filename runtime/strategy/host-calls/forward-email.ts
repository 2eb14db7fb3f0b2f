import { randomInt } from 'node:crypto';
import type { Address } from '#dsl/protocol/interactions.ts';
import { forwardReference } from '../../interaction/forward-reference.ts';
import { addOutboundMail, senderOf, takeAttachments } from './add-outbound-mail.ts';
import { contentOf } from './content-of.ts';
import type { HostCallHandler } from './handler.ts';
import { recipientsOf } from './recipients-of.ts';
import { escapeHtml } from './render-response.ts';
import { unknownQueue } from './unknown-queue.ts';
import { type WholeMessage, wholeMessage } from './whole-message.ts';

/** Letters of a reference: none that are read for another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
/** 59 bits: not to be guessed, short enough for a subject. */
const tokenLength = 12;

/** Forwards the message to an external resource, and remembers under which reference its reply will come. */
export const forwardEmail: HostCallHandler<'forward-email'> = async (params, context) => {
  const { run, pool, now } = context;
  const unknown = unknownQueue(params.queue, context);
  if (unknown !== undefined) return { error: unknown };
  const recipients = await recipientsOf(params.to, context, { outside: true });
  if ('error' in recipients) return recipients;
  const rendered = await contentOf(params, context);
  if ('error' in rendered) return rendered;
  const original = await wholeMessage(pool, run.tenantId, run.interaction.id);
  if (original === undefined) {
    return { error: { code: 'mail/no-message', message: 'This interaction has no message that could be forwarded.' } };
  }
  const { content } = rendered;
  const token = Array.from({ length: tokenLength }, () => letters[randomInt(letters.length)]).join('');
  const subject = content.subject === '' ? forwardSubject(original.subject) : content.subject;
  const interactionId = addOutboundMail(
    run,
    {
      subtype: 'OutboundForward',
      queue: params.queue,
      from: senderOf(run, params.from),
      to: recipients.to,
      cc: [],
      bcc: [],
      subject: `${subject} ${forwardReference(token)}`,
      text: [content.text, forwardedText(original, run.interaction.received_at)].filter(Boolean).join('\n\n'),
      html: forwardedHtml(content, original, run.interaction.received_at),
      threaded: false,
      keepsThread: true,
    },
    now,
  );
  if (params.attachments) takeAttachments(run, run.interaction.id, interactionId);
  run.changes.steps.push((client) =>
    client.query('insert into forwards (tenant_id, token, interaction_id, original_id) values ($1, $2, $3, $4)', [
      run.tenantId,
      token,
      interactionId,
      run.interaction.id,
    ]),
  );
  return { result: { interactionId } };
};

function forwardSubject(subject: string): string {
  return /^fwd?:/i.test(subject) ? subject : `Fwd: ${subject}`;
}

function headOf({ from, to, subject }: WholeMessage, receivedAt: Date): string[] {
  return [
    '---------- Forwarded message ----------',
    `From: ${from === null ? '' : written(from)}`,
    `Date: ${receivedAt.toUTCString()}`,
    `Subject: ${subject}`,
    `To: ${to.map(written).join(', ')}`,
  ];
}

function written({ name, address }: Address): string {
  return name === '' ? address : `${name} <${address}>`;
}

function forwardedText(original: WholeMessage, receivedAt: Date): string {
  return [...headOf(original, receivedAt), '', original.text].join('\n');
}

/** HTML only where one of the two has it; the other's words are put into it. */
function forwardedHtml(
  content: { readonly text: string; readonly html?: string | undefined },
  original: WholeMessage,
  receivedAt: Date,
): string | undefined {
  if (content.html === undefined && original.html === null) return undefined;
  const head = headOf(original, receivedAt).map(escapeHtml).join('<br>');
  return [
    content.html ?? asHtml(content.text),
    `<p>${head}</p>`,
    `<blockquote>${original.html ?? asHtml(original.text)}</blockquote>`,
  ].join('');
}

function asHtml(text: string): string {
  return text === '' ? '' : `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`;
}
