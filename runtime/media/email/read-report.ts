import { enclosedMail } from './enclosed-mail.ts';
import type { MailReport, ReportKind } from './parsed-mail.ts';
import { type FoundReport, noticeOf, plainReport, type ReportSource, reportHints } from './plain-report.ts';
import { messageIds } from './message-ids.ts';
import { firstHeader } from './read-headers.ts';
import { bounceCause, causeInWords } from './bounce-cause.ts';
import { bounceReason } from './bounce-reason.ts';
import { type ReportFields, reportFields } from './report-fields.ts';
import { type ReportPart, reportParts } from './report-parts.ts';
import { storableLine } from './storable-text.ts';

/**
 * Reads what a mail reports on another one: a delivery status (RFC 3464), a disposition notification (RFC 8098), or a
 * bounce of the many systems that follow neither. Undefined for any other mail, also for one that encloses a report.
 */
export function readReport(source: ReportSource): MailReport | undefined {
  const hints = reportHints(source);
  const { headers } = source.head;
  const contentType = firstHeader(headers, 'content-type') ?? '';
  const declared = /^\s*(multipart\/report|message\/)/i.test(contentType);
  if (!declared && !hints.any) return undefined;
  // RFC 6522 3: reports of other kinds, such as complaints (RFC 5965), are no matter of delivery
  if (/report-type\s{0,9}=\s{0,9}"?(?!delivery-status|disposition-notification)\w/i.test(contentType)) return undefined;
  const parts = reportParts(source.raw, source.head);
  const enclosed = enclosedMail(parts, source.head);
  const found: FoundReport | undefined =
    deliveryStatus(parts) ?? disposition(parts, source.text) ?? plainReport(source, hints, enclosed);
  if (!found) return undefined;
  const isBounce = found.kind === 'non-delivery' || found.kind === 'delayed';
  const reason = found.reason ?? (isBounce ? reasonOf(source, found.recipient) : undefined);
  return {
    ...found,
    reason,
    ...bounceCause({ ...found, reason }),
    // the id that an answer would name, where the mail itself is not enclosed
    originalMessageId:
      found.originalMessageId ?? enclosed?.messageId ?? messageIds(firstHeader(headers, 'in-reply-to'))[0],
  };
}

/** Some systems say why in the subject alone. */
function reasonOf({ text, subject }: ReportSource, recipient: string | undefined): string | undefined {
  const inNotice = bounceReason(noticeOf(text), recipient);
  return inNotice ?? (causeInWords(subject) === undefined ? undefined : subject.replace(/^[^:]{0,60}:\s*/, ''));
}

const kindsOfAction: readonly (readonly [RegExp, ReportKind])[] = [
  [/^fail/, 'non-delivery'],
  [/^delay/, 'delayed'],
  [/^(deliver|relay|expand)/, 'delivered'],
];

const kindsOfStatus: Readonly<Record<string, ReportKind>> = { 5: 'non-delivery', 4: 'delayed', 2: 'delivered' };

/** RFC 3464 2.3: what was done for each recipient; one failure makes the whole a failure. */
function deliveryStatus(parts: readonly ReportPart[]): FoundReport | undefined {
  const groups = parts
    .filter(({ contentType }) => /^message\/(global-)?delivery-status$/.test(contentType))
    .flatMap(({ body }) => reportFields(body));
  const ofRecipients = groups.filter((fields) => fields.has('final-recipient') || fields.has('original-recipient'));
  const recipients = (ofRecipients.length > 0 ? ofRecipients : groups).flatMap((fields) => {
    const kind = kindOf(fields);
    return kind === undefined ? [] : [{ kind, fields }];
  });
  const order: readonly ReportKind[] = ['non-delivery', 'delayed', 'delivered'];
  const kind = order.find((candidate) => recipients.some((recipient) => recipient.kind === candidate));
  const fields = recipients.find((recipient) => recipient.kind === kind)?.fields;
  if (kind === undefined || !fields) return undefined;
  const diagnostic = typedValue(fields.get('diagnostic-code'));
  return {
    kind,
    recipient: addressIn(fields.get('final-recipient')) ?? addressIn(fields.get('original-recipient')),
    status: statusIn(fields.get('status')) ?? statusIn(diagnostic),
    reason: diagnostic ?? commentIn(fields.get('status')) ?? commentIn(fields.get('action')),
    disposition: undefined,
    originalMessageId: undefined,
  };
}

function kindOf(fields: ReportFields): ReportKind | undefined {
  const action = fields.get('action')?.toLowerCase() ?? '';
  const byAction = kindsOfAction.find(([pattern]) => pattern.test(action))?.[1];
  return byAction ?? kindsOfStatus[statusIn(fields.get('status'))?.[0] ?? ''];
}

function disposition(parts: readonly ReportPart[], text: string): FoundReport | undefined {
  const part = parts.find(({ contentType }) => contentType === 'message/disposition-notification');
  const fields = part && reportFields(part.body).find((group) => group.has('disposition'));
  if (!fields) return undefined;
  // RFC 8098 3.2.6: modes; type/modifiers
  const type = /^[^;]*;\s{0,9}([a-z-]{1,40})/i.exec(fields.get('disposition') ?? '')?.[1]?.toLowerCase();
  // RFC 5429 2.1: a filter of the recipient's that rejects says so with a disposition
  const rejected =
    type === 'denied' || type === 'failed' || /\bautomatically (?:rejected|refused)\b/i.test(text.slice(0, 2000));
  return {
    kind: rejected ? 'non-delivery' : 'disposition',
    recipient: addressIn(fields.get('final-recipient')) ?? addressIn(fields.get('original-recipient')),
    status: undefined,
    reason: fields.get('error') ?? fields.get('failure'),
    disposition: type,
    originalMessageId: messageIds(fields.get('original-message-id'))[0],
  };
}

function typedValue(value: string | undefined): string | undefined {
  const text = value?.replace(/^[\w-]{1,40}\s{0,9};/, '').trim() ?? '';
  return text === '' ? undefined : text;
}

/** Some systems say why in a comment (RFC 5322 3.2.2) or behind the code, and give no diagnostic code. */
function commentIn(value: string | undefined): string | undefined {
  const comment = /\(([^()]{8,300})\)/.exec(value ?? '')?.[1] ?? /^\s*(\d{3}\s.{8,300})$/.exec(value ?? '')?.[1];
  return comment === undefined ? undefined : storableLine(comment, 500);
}

function addressIn(value: string | undefined): string | undefined {
  const text = typedValue(value)?.replace(/^<|>.*$/g, '') ?? '';
  return text === '' ? undefined : storableLine(text, 320);
}

function statusIn(value: string | undefined): string | undefined {
  return /(?:^|[\s#(])([245]\.\d{1,3}\.\d{1,3})(?![.\d])/.exec(value ?? '')?.[1];
}
