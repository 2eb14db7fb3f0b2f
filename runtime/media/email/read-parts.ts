import { textOf } from '#dsl/errors/coded-error.ts';
import { type AttachmentStream, MailParser, type MessageText } from 'mailparser';
import type { MailAttachment } from './parsed-mail.ts';
import { storableLine } from './storable-text.ts';

/** The body of a mail: its texts and its attachments, as far as they could be read. */
export interface MailParts {
  readonly text: string | undefined;
  readonly html: string | undefined;
  readonly attachments: readonly MailAttachment[];
  readonly problems: readonly string[];
}

// a mail of 40 MB takes about a second; what takes longer has met a fault of the library
const limitMs = 20_000;

// between chunks others get their turn on the event loop
const chunkBytes = 256 * 1024;

/** Takes a mail apart. Never rejects and always ends: what was read before a fault is kept, the fault is a problem. */
export async function readParts(raw: Buffer): Promise<MailParts> {
  const problems: string[] = [];
  const attachments: Promise<MailAttachment>[] = [];
  let texts: MessageText | undefined;
  const parser = new MailParser({
    checksumAlgo: false,
    skipHtmlToText: true,
    skipTextLinks: true,
    maxHeadSize: 4 * 1024 * 1024,
  });
  parser.on('data', (part: AttachmentStream | MessageText) => {
    if (part.type === 'text') texts = part;
    else attachments.push(readAttachment(part, attachments.length + 1));
  });
  const fault = await finished(parser, raw);
  if (fault !== undefined) problems.push(`The body could be read only in part: ${fault}`);
  return {
    text: textOrNone(texts?.text),
    html: textOrNone(texts?.html),
    attachments: await settled(attachments),
    problems,
  };
}

function finished(parser: MailParser, raw: Buffer): Promise<string | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => end(`it took more than ${limitMs / 1000} seconds.`), limitMs);
    const end = (fault?: string) => {
      clearTimeout(timer);
      resolve(fault);
      if (fault !== undefined) parser.destroy();
    };
    parser.on('error', (error: unknown) => end(textOf(error)));
    parser.on('end', () => end());
    feed(parser, raw, 0);
  });
}

function feed(parser: MailParser, raw: Buffer, from: number): void {
  if (parser.destroyed) return;
  if (from >= raw.length) {
    parser.end();
    return;
  }
  const next = from + chunkBytes;
  parser.write(raw.subarray(from, next), () => setImmediate(() => feed(parser, raw, next)));
}

function readAttachment(part: AttachmentStream, position: number): Promise<MailAttachment> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let ended = false;
    const end = () => {
      if (ended) return;
      ended = true;
      resolve(describe(part, Buffer.concat(chunks), position));
      part.release?.();
    };
    part.content.on('data', (chunk: Buffer) => chunks.push(chunk));
    part.content.on('end', end);
    // what was decoded before a fault is kept
    part.content.on('error', end);
    part.content.on('close', end);
  });
}

function describe(part: AttachmentStream, bytes: Buffer, position: number): MailAttachment {
  const contentType = lineOf(part.contentType, 100).toLowerCase() || 'application/octet-stream';
  return {
    filename: safeFilename(part.filename) || `attachment-${position}.${extensionOf(contentType)}`,
    contentType,
    bytes,
    contentId: lineOf(part.cid, 200) || undefined,
    inline: part.related === true || (part.contentDisposition === 'inline' && typeof part.cid === 'string'),
  };
}

function textOrNone(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The library's types promise text; of an empty header it makes `false`. */
function lineOf(value: unknown, maxLength: number): string {
  return typeof value === 'string' ? storableLine(value, maxLength) : '';
}

/** The last segment of a path, since some clients send one, and a hostile one would climb out of a folder. */
function safeFilename(filename: unknown): string {
  const path = typeof filename === 'string' ? filename : '';
  const name = storableLine(path.split(/[\\/]/).at(-1) ?? '', 200);
  return /^\.*$/.test(name) ? '' : name;
}

function extensionOf(contentType: string): string {
  const subtype = contentType.split('/')[1] ?? '';
  if (contentType === 'message/rfc822') return 'eml';
  return /^[a-z0-9]{2,5}$/.test(subtype) ? subtype : 'bin';
}

/** Attachments that are whole; after a fault the one being read may never end. */
async function settled(attachments: readonly Promise<MailAttachment>[]): Promise<MailAttachment[]> {
  const found = await Promise.all(attachments.map((one) => Promise.race([one, nextTurn()])));
  return found.filter((one) => one !== undefined);
}

function nextTurn(): Promise<undefined> {
  return new Promise((resolve) => setImmediate(() => resolve(undefined)));
}
