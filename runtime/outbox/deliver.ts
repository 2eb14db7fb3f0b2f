import type { Pool } from 'pg';
import { composeMail, envelopeOf } from '../media/email/compose-mail.ts';
import type { OutgoingAttachment, OutgoingMail } from '../media/email/outgoing-mail.ts';
import type { MailSender } from '../media/email/send-mail.ts';
import type { SendOutcome } from './record-outcome.ts';
import type { OutgoingRow } from './take-outgoing.ts';

/** Waits between attempts while a mail server says `later` (RFC 5321 4.5.4.1 asks for growing ones), in seconds. */
const retrySeconds = [5, 30, 120, 300, 900, 1800, 3600, 7200] as const;
/** After so many days a mail that no server took is given up (RFC 5321 4.5.4.1: four to five days). */
const giveUpAfterMs = 4 * 86_400_000;

/** Whether a mail has waited so long that it is not tried again. */
export function isGivenUp(mail: Pick<OutgoingRow, 'created_at'>): boolean {
  return Date.now() - mail.created_at.getTime() > giveUpAfterMs;
}

/** Sends one mail, or keeps it where no SMTP server is configured. */
export async function deliver(pool: Pool, mail: OutgoingRow, sender: MailSender | undefined): Promise<SendOutcome> {
  const outgoing = await toOutgoing(pool, mail);
  const envelope = envelopeOf(outgoing);
  if (envelope.to.length === 0) {
    return { state: 'failed', reply: 'The mail has no recipient.', uncertain: false };
  }
  const raw = await composeMail(outgoing);
  if (sender === undefined)
    return { state: 'kept', reply: 'No SMTP server is configured; the mail was not sent.', raw };
  const result = await sender.send(raw, envelope);
  if (result.outcome === 'sent') return { state: 'sent', reply: result.reply, raw, rejected: result.rejected };
  const { reply } = result;
  const uncertain = result.outcome === 'uncertain';
  if (result.outcome === 'permanent' || isGivenUp(mail)) {
    return { state: 'failed', reply, uncertain };
  }
  const seconds = retrySeconds[Math.min(mail.attempts, retrySeconds.length) - 1] ?? retrySeconds[0];
  return { state: 'pending', reply, uncertain, nextAt: new Date(Date.now() + seconds * 1000) };
}

async function toOutgoing(pool: Pool, mail: OutgoingRow): Promise<OutgoingMail> {
  return {
    messageId: mail.message_id,
    date: mail.created_at,
    from: mail.from_address,
    to: mail.to_addresses,
    cc: mail.cc_addresses,
    bcc: mail.bcc_addresses,
    replyTo: mail.reply_to ?? undefined,
    subject: mail.subject,
    text: mail.text,
    html: mail.html ?? undefined,
    inReplyTo: mail.in_reply_to ?? undefined,
    references: mail.reference_ids,
    automatic: mail.automatic === 'none' ? undefined : 'auto-replied',
    attachments: await attachmentsOf(pool, mail.interaction_id),
  };
}

async function attachmentsOf(pool: Pool, interactionId: string): Promise<OutgoingAttachment[]> {
  const { rows } = await pool.query<{
    file_name: string;
    content_type: string;
    content_id: string | null;
    bytes: Buffer;
  }>(
    `select a.file_name, a.content_type, a.content_id, b.bytes from attachments a join blobs b on b.hash = a.hash
     where a.interaction_id = $1 order by a.position`,
    [interactionId],
  );
  return rows.map((row) => ({
    filename: row.file_name,
    contentType: row.content_type,
    contentId: row.content_id ?? undefined,
    bytes: row.bytes,
  }));
}
