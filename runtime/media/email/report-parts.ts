import { type MailHead, firstHeader, readHeaders } from './read-headers.ts';

/** A part of a mail whose content a report is made of. */
export interface ReportPart {
  /** Without parameters, in lower case. */
  readonly contentType: string;
  /** Header lines of the part and where its body begins in `bytes`. */
  readonly head: MailHead;
  /** The body, decoded. */
  readonly body: Buffer;
}

// a report has three parts (RFC 6522 3); mailing lists wrap it once more
const maxDepth = 3;
const maxParts = 40;

// a delivery status of hundreds of recipients, or the header of the mail in question
const maxPartBytes = 256 * 1024;

/**
 * The parts of a mail, those within a multipart part too. Never goes into a mail that is enclosed: a report that someone
 * forwards says nothing about our mail. Takes linear time and never throws.
 */
export function reportParts(raw: Buffer, head: MailHead): ReportPart[] {
  const parts: ReportPart[] = [];
  collect(raw.subarray(head.bodyStart), head, maxDepth, parts);
  return parts;
}

function collect(body: Buffer, head: MailHead, depth: number, parts: ReportPart[]): void {
  const header = firstHeader(head.headers, 'content-type') ?? 'text/plain';
  const contentType = (header.split(';')[0] ?? '').trim().toLowerCase();
  const boundary = contentType.startsWith('multipart/') ? boundaryOf(header) : undefined;
  if (boundary === undefined || depth === 0) {
    const encoding = firstHeader(head.headers, 'content-transfer-encoding')?.trim().toLowerCase();
    parts.push({ contentType, head, body: decoded(body.subarray(0, maxPartBytes), encoding) });
    return;
  }
  for (const part of split(body, boundary)) {
    if (parts.length >= maxParts) return;
    const partHead = readHeaders(part.subarray(0, maxPartBytes));
    collect(part.subarray(partHead.bodyStart), partHead, depth - 1, parts);
  }
}

function boundaryOf(contentType: string): string | undefined {
  const match = /boundary\s{0,9}=\s{0,9}(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(contentType);
  return match?.[1] ?? match?.[2];
}

/** What lies between lines that begin with the boundary; the last part also when its end is missing. */
function split(body: Buffer, boundary: string): Buffer[] {
  const delimiter = `--${boundary}`;
  const parts: Buffer[] = [];
  let start: number | undefined;
  for (let at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + delimiter.length)) {
    if (at > 0 && body[at - 1] !== 0x0a) continue;
    if (start !== undefined) parts.push(body.subarray(start, at));
    const lineEnd = body.indexOf('\n', at);
    const isLast = body.toString('latin1', at + delimiter.length, at + delimiter.length + 2) === '--';
    start = lineEnd < 0 || isLast ? undefined : lineEnd + 1;
    if (start === undefined || parts.length >= maxParts) return parts;
  }
  if (start !== undefined) parts.push(body.subarray(start));
  return parts;
}

function decoded(body: Buffer, encoding: string | undefined): Buffer {
  if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64');
  if (encoding !== 'quoted-printable') return body;
  const text = body
    .toString('latin1')
    .replace(/=[ \t]{0,9}\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, 'latin1');
}
