import type { Readable } from 'node:stream';
import { CodedError } from '#dsl/errors/coded-error.ts';

/** A file that came with a form. */
export interface FormFile {
  readonly field: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** What was sent in, by field, and the bytes it was read from. */
export interface FormData {
  readonly texts: ReadonlyMap<string, string>;
  readonly files: readonly FormFile[];
  /** As it came, under a header that says how to read it. */
  readonly raw: Buffer;
}

/** Fields and files together; a form has fewer. */
const maxParts = 100;

/**
 * Reads multipart/form-data (RFC 7578), whole and no longer than `maxBytes`. Of a field that comes twice the last counts. Throws
 * `request/too-large` and, for what is no such body, `request/invalid`.
 */
export async function readFormData(body: Readable, contentType: string, maxBytes: number): Promise<FormData> {
  const bytes = await readWhole(body, maxBytes);
  const parts = await parse(bytes, contentType);
  if (parts.length > maxParts) throw new CodedError('request/invalid', { field: 'body', expected: 'fewer fields' });
  const texts = new Map<string, string>();
  const files: FormFile[] = [];
  for (const [field, value] of parts) {
    if (typeof value === 'string') texts.set(field, value);
    // What a browser sends of a file field that was left empty.
    else if (value.size > 0 || value.name !== '') files.push(await fileOf(field, value));
  }
  const head = Buffer.from(`Content-Type: ${contentType.replaceAll(/[\r\n]/g, '')}\r\n\r\n`);
  return { texts, files, raw: Buffer.concat([head, bytes]) };
}

async function readWhole(body: Readable, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.length;
    // Read on to nowhere: a client that is still sending would not see the answer.
    if (length <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
    if (length > maxBytes * 2) break;
  }
  if (length > maxBytes) throw new CodedError('form/too-large', { limitBytes: maxBytes });
  return Buffer.concat(chunks);
}

async function parse(bytes: Buffer, contentType: string): Promise<[string, string | File][]> {
  try {
    const read = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
    return [...read.entries()];
  } catch (cause) {
    throw new CodedError('request/invalid', { field: 'body', expected: 'multipart/form-data' }, { cause });
  }
}

async function fileOf(field: string, file: File): Promise<FormFile> {
  const bytes = Buffer.from(await file.arrayBuffer());
  return { field, fileName: file.name, contentType: file.type || 'application/octet-stream', bytes };
}
