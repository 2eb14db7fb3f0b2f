import type { AutomaticKind, MailHeader } from './parsed-mail.ts';

/** What the classification looks at. */
export interface AutomaticSigns {
  readonly headers: readonly MailHeader[];
  readonly from: string | undefined;
  /** The sender SMTP named, empty for a null return path; leave it out where it is not known. */
  readonly envelopeFrom?: string | undefined;
}

// the ndr-senders-list of the field, plus the name some systems give the same thing
const daemons = new Set(['mailer-daemon', 'postmaster', 'mmdf', 'mail-daemon']);

const autoReplyHeaders = ['x-autoreply', 'x-autorespond', 'x-autoreply-from', 'x-mail-autoreply', 'x-auto-reply-from'];
const listHeaders = ['list-id', 'list-unsubscribe', 'list-post', 'list-help', 'x-mailing-list'];

/** Tells mail of a machine from mail of a person. */
export function classifyAutomatic({ headers, from, envelopeFrom }: AutomaticSigns): AutomaticKind {
  const values = byName(headers);
  const has = (names: readonly string[]) => names.some((name) => values.has(name));
  const first = (name: string) => values.get(name)?.[0]?.trim().toLowerCase() ?? '';

  if (/^multipart\/report\b|^message\/(delivery-status|disposition-notification)\b/.test(first('content-type'))) {
    return 'report';
  }
  // RFC 3834 5: parameters may follow the keyword; anything but "no" is a machine, also keywords yet to come
  const autoSubmitted = first('auto-submitted').split(/[;\s(]/)[0] ?? '';
  if (autoSubmitted !== '' && autoSubmitted !== 'no') return 'auto-submitted';
  if (envelopeFrom === '' || isNullPath(first('return-path'))) return 'null-return-path';
  if (isDaemon(from) || isDaemon(envelopeFrom)) return 'daemon';
  if (has(autoReplyHeaders) || /auto[-_ ]?reply/.test(first('precedence'))) return 'auto-reply';
  if (has(listHeaders) || first('precedence') === 'list') return 'list';
  if (/^(bulk|junk)$/.test(first('precedence'))) return 'bulk';
  // MS-OXCMAIL 2.1.3.2.20: what the sender does not want back; receipts (DR, RN, NRN) are no matter of ours
  if (/\b(all|oof|autoreply)\b/.test(first('x-auto-response-suppress'))) return 'suppressed';
  return 'none';
}

function byName(headers: readonly MailHeader[]): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const { name, value } of headers) {
    const key = name.toLowerCase();
    const list = values.get(key);
    if (list) list.push(value);
    else values.set(key, [value]);
  }
  return values;
}

function isNullPath(returnPath: string): boolean {
  return /^<\s*>/.test(returnPath);
}

function isDaemon(address: string | undefined): boolean {
  const local = address?.split('@')[0]?.toLowerCase();
  return local !== undefined && daemons.has(local);
}
