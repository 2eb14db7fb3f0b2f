import { causeInWords } from './bounce-cause.ts';
import { storableLine } from './storable-text.ts';

const maxReasonLength = 500;

// lines that set parts of a notice apart, or introduce what follows without saying why
const noReason =
  /^[\s\W_]*$|^[\s\W_]*(?:original|returned|unsent|included|below|here is|a copy|transcript|message (?:headers?|removed|follows)|error detail|technical details|sent|subject|to|cc|from|date|received|return-path|message-id|reporting-mta|final-recipient|original-recipient|action|arrival-date|received-from-mta|will-retry-until|last-attempt-date|remote-mta|the mts-id)\b|^\s*status:\s*[245]\.\d+\.\d+\s*$/i;

// "Remote host said: 550 ...", "Reason: ...", "Diagnostic-Code: smtp; ..."
const labelled =
  /^\W{0,6}(?:(?:the )?reason(?: was| is)?|diagnostic(?:-code)?|error(?: (?:type|message|was|text))?|errmsg|response|problem|diagnosis|cause|.{0,60}\b(?:said|replied|returned|responded|answered|generated following response|error is))\W{0,3}:\s*(.*)$/i;

const reply = /(?:^|[^\d.])[45]\d\d[\s:-]{1,3}(?:[#(]?[45]\.\d{1,3}\.\d{1,3}|\D{0,3}[\p{L}<"]{2})/u;
const status = /(?:^|[\s#(<])[45]\.\d{1,3}\.\d{1,3}(?![.\d])/;

/**
 * Why a mail was not delivered, in the words of the system that refused it, on one line: from a notice of a system that
 * follows no RFC, or that leaves the diagnostic code out. Undefined when nothing in the notice says why.
 */
export function bounceReason(notice: string, recipient: string | undefined): string | undefined {
  const lines = notice.split(/\r?\n/).map((line) => line.trim());
  const at = [
    () => labelledAt(lines),
    () => lines.findIndex((line) => reply.test(line) && !noReason.test(line)),
    () => lines.findIndex((line) => status.test(line) && !noReason.test(line)),
    () => afterRecipient(lines, recipient),
    () => lines.findIndex((line) => !noReason.test(line) && line.length > 8 && causeInWords(line) !== undefined),
  ];
  for (const find of at) {
    const index = find();
    const text = index < 0 ? '' : paragraphAt(lines, index, recipient);
    if (text !== '') return text;
  }
  return undefined;
}

function labelledAt(lines: readonly string[]): number {
  const index = lines.findIndex((line) => labelled.test(line));
  const value = labelled.exec(lines[index] ?? '')?.[1] ?? '';
  // the label may stand on a line of its own
  return index >= 0 && value === '' ? lines.findIndex((line, at) => at > index && line !== '') : index;
}

/** What stands behind the address, or below it, where it says why. */
function afterRecipient(lines: readonly string[], recipient: string | undefined): number {
  if (recipient === undefined) return -1;
  const wanted = recipient.toLowerCase();
  const index = lines.findIndex((line) => line.toLowerCase().includes(wanted));
  if (index < 0) return -1;
  const near = [index, ...[1, 2, 3].map((step) => index + step).filter((at) => (lines[at] ?? '') !== '')];
  // a sentence may go on in the next line
  return near.find((at) => causeInWords(lines.slice(at, at + 2).join(' ')) !== undefined) ?? -1;
}

/** The sentence the line is of: up to a blank line, a rule or the next address. */
function paragraphAt(lines: readonly string[], index: number, recipient: string | undefined): string {
  const own = lines[index] ?? '';
  const value = unlabelled(own);
  let text = value === own ? `${before(lines, index)}${own}` : value;
  for (const line of lines.slice(index + 1, index + 5)) {
    const saysLittle = (text.match(/\p{L}{3}/gu) ?? []).length === 0;
    if (line === '' || /^[-=*_]{3}/.test(line) || noReason.test(line) || (line.startsWith('<') && !saysLittle)) break;
    text += ` ${line}`;
  }
  const address = recipient === undefined ? '' : recipient.toLowerCase();
  const bare = text
    .replace(/\s+/g, ' ')
    .replace(/^<([^<>\s]{1,320})>:?\s*/, (whole, found: string) => (found.toLowerCase() === address ? '' : whole));
  return storableLine(bare, maxReasonLength);
}

/** What was said, without who said it: labels may stand one in another. */
function unlabelled(line: string): string {
  const value = labelled.exec(line)?.[1] ?? '';
  return value === '' ? line : unlabelled(value);
}

/** The beginning of a sentence that the line goes on with. */
function before(lines: readonly string[], index: number): string {
  let text = '';
  for (const line of lines.slice(Math.max(0, index - 2), index).toReversed()) {
    if (line === '' || line.includes('@') || /[.:;!>)\]-]$/.test(line) || noReason.test(line)) break;
    text = `${line} ${text}`;
  }
  return text;
}
