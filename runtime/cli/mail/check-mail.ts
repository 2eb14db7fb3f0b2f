import { mailInteraction } from '#runtime/interaction/accept-mail.ts';
import { mayAnswer } from '#runtime/media/email/loop-guard.ts';
import { parseMail } from '#runtime/media/email/parse-mail.ts';
import type { AutomaticKind, MailReport } from '#runtime/media/email/parsed-mail.ts';

/** What became of one mail. */
export interface CheckedMail {
  readonly subtype: string;
  readonly automatic: AutomaticKind;
  readonly report: MailReport | undefined;
  /** Nothing of it could be read: neither header nor body. */
  readonly bad: boolean;
  readonly from: string | undefined;
  readonly subject: string;
  readonly messageId: string | undefined;
  readonly bytes: number;
  readonly textLength: number;
  readonly replyTextLength: number;
  readonly attachments: number;
  /** Keys of the attached data. */
  readonly dataKeys: number;
  /** Why a machine of ours would not answer it; undefined when it would. */
  readonly noAnswer: string | undefined;
  readonly problems: readonly string[];
}

/** Takes a mail the way of live mail, up to the interaction that would be submitted. */
export async function checkMail(raw: Buffer): Promise<CheckedMail> {
  const parsed = await parseMail(raw);
  const mailbox = parsed.to.first[0]?.address ?? 'mailbox';
  const interaction = mailInteraction({
    tenantId: 'default',
    endpoint: 'default',
    raw,
    mailbox,
    receivedAt: new Date(),
    parsed,
  });
  const answer = mayAnswer({
    automatic: parsed.automatic,
    from: parsed.from?.address,
    ownAddresses: [],
    answersToSenderInPeriod: 0,
    limit: 1,
  });
  const { headers, text, html, attachments } = parsed;
  return {
    subtype: interaction.subtype,
    automatic: parsed.automatic,
    report: parsed.report,
    bad: headers.length === 0 && text.trim() === '' && html === undefined && attachments.length === 0,
    from: parsed.from?.address,
    subject: parsed.subject,
    messageId: parsed.messageId,
    bytes: raw.length,
    textLength: text.replace(/\r\n/g, '\n').trim().length,
    replyTextLength: parsed.replyText.trim().length,
    attachments: attachments.length,
    dataKeys: Object.keys(interaction.data).length,
    noAnswer: answer.ok ? undefined : answer.reason,
    problems: parsed.problems,
  };
}
