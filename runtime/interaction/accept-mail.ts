import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { attachedData } from '../media/email/attached-data.ts';
import type { Acceptance, EmailIntake, ReceivedMail } from '../media/email/contract.ts';
import type { ParsedMail, ReportKind } from '../media/email/parsed-mail.ts';
import type { NewInteraction } from './new-interaction.ts';
import type { Submissions } from './submit.ts';

/** Intake of the E-mail Server: a mail becomes an interaction, once, committed before the mail server hears its 250. */
export function emailIntake(submissions: Submissions, pool: Pool): EmailIntake {
  return {
    async accept(mail): Promise<Acceptance> {
      return submissions.submit(mailInteraction(mail));
    },
    async known(tenantId, deliveryKeys) {
      const { rows } = await pool.query<{ key: string }>(
        `select distinct key from received_mails where tenant_id = $1 and key = any($2) and key like 'delivery %'`,
        [tenantId, deliveryKeys.map(deliveryOnceKey)],
      );
      const seen = new Set(rows.map((row) => row.key));
      return new Set(deliveryKeys.filter((key) => seen.has(deliveryOnceKey(key))));
    },
  };
}

function deliveryOnceKey(key: string): string {
  return `delivery ${key}`;
}

/** Keys by which a mail is taken once. A mail without Message-ID and delivery key is known by its bytes and sender. */
function onceKeys({ parsed, raw, deliveryKey, envelope }: ReceivedMail): string[] {
  const keys = [
    ...(parsed.messageId === undefined ? [] : [`id ${parsed.messageId.slice(0, 990)}`]),
    ...(deliveryKey === undefined ? [] : [deliveryOnceKey(deliveryKey)]),
  ];
  if (keys.length > 0) return keys;
  return [
    `bytes ${createHash('sha256')
      .update(envelope?.from ?? '')
      .update('\n')
      .update(raw)
      .digest('hex')}`,
  ];
}

const subtypeOfReport: Readonly<Record<ReportKind, string>> = {
  'non-delivery': 'InboundNDR',
  // RFC 3464 2.3.3: delayed is not final, so nothing has failed yet
  delayed: 'InboundReport',
  delivered: 'InboundReport',
  disposition: 'InboundDisposition',
};

function subtypeOf({ report, automatic }: ParsedMail): string {
  if (report) return subtypeOfReport[report.kind];
  return automatic === 'report' ? 'InboundReport' : 'InboundNew';
}

/** What a mail answers: a report belongs to the mail it is about, whatever else it refers to. */
function answered({
  report,
  inReplyTo,
  references,
}: ParsedMail): Pick<NewInteraction['message'], 'inReplyTo' | 'references'> {
  const original = report?.originalMessageId;
  if (original === undefined || original === inReplyTo) return { inReplyTo, references };
  return { inReplyTo: original, references: inReplyTo === undefined ? references : [...references, inReplyTo] };
}

/** The interaction a mail becomes. */
export function mailInteraction(mail: ReceivedMail): NewInteraction {
  const { parsed } = mail;
  return {
    tenantId: mail.tenantId,
    endpoint: mail.endpoint,
    media: 'email',
    type: 'Inbound',
    subtype: subtypeOf(parsed),
    mailbox: mail.mailbox,
    onceKeys: onceKeys(mail),
    externalId: parsed.messageId,
    receivedAt: mail.receivedAt,
    priority: 0,
    from: parsed.from,
    to: parsed.to.first[0]?.address ?? mail.envelope?.to[0] ?? mail.mailbox,
    data: attachedData(parsed, mail.mailbox).data,
    message: {
      direction: 'in',
      messageId: parsed.messageId,
      ...answered(parsed),
      subject: parsed.subject,
      from: parsed.from,
      replyTo: parsed.replyTo,
      to: parsed.to.first,
      cc: parsed.cc.first,
      bcc: [],
      text: parsed.text,
      html: parsed.html,
      replyText: parsed.replyText,
      headers: parsed.headers,
      automatic: parsed.automatic,
      problems: parsed.problems,
      raw: mail.raw,
      attachments: parsed.attachments.map(({ filename, contentType, contentId, inline, bytes }) => ({
        fileName: filename,
        contentType,
        contentId,
        inline,
        bytes,
      })),
    },
  };
}
