import { storableLine } from '#runtime/media/email/storable-text.ts';
import type { CheckedMail } from './check-mail.ts';
import type { Outcome } from './mail-counts.ts';

/** An outcome in one line, for a person. */
export function describeOutcome(outcome: Outcome): string {
  const { file } = outcome;
  if (outcome.kind === 'skipped') return `${file}: passed over`;
  if (outcome.kind !== 'checked') return `${file}: ${outcome.kind.toUpperCase()}: ${storableLine(outcome.reason, 300)}`;
  if (outcome.mail.bad) return `${file}: BAD: neither header nor body`;
  return `${file}: ${describeMail(outcome.mail)}`;
}

function describeMail(mail: CheckedMail): string {
  const { report, automatic, subject, from, problems } = mail;
  const facts = [
    mail.subtype,
    ...(report ? [describeReport(report)] : automatic === 'none' ? [] : [automatic]),
    `from ${from ?? 'nobody'}`,
    `"${storableLine(subject, 60)}"`,
    `${mail.replyTextLength} of ${mail.textLength} characters`,
    ...(mail.attachments > 0 ? [`${mail.attachments} attached`] : []),
    ...(problems.length > 0 ? [`problems: ${storableLine(problems.join(' '), 300)}`] : []),
  ];
  return facts.join(', ');
}

function describeReport({ kind, recipient, status, originalMessageId }: NonNullable<CheckedMail['report']>): string {
  const about = [recipient && `for ${recipient}`, status, originalMessageId && `on ${originalMessageId}`];
  return [kind, ...about.filter((one) => one !== undefined)].join(' ');
}
