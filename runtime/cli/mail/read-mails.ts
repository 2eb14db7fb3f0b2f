import { createReadStream } from 'node:fs';

/** The largest mail that is looked at; what is longer is cut there. */
export const maxMailBytes = 64 * 1024 * 1024;

// RFC 4155: `From `, the sender, the time as asctime writes it; a header line follows
const separator =
  /\n\r?\nFrom \S{1,320} {1,3}(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [\d ]\d [\d:]{5,8} .{0,12}\d{4}.{0,12}\r?\n[!-9;-~]{1,100}:/g;

// a separator that lies across two chunks
const overlap = 1024;

/**
 * The mails of a file, one after the other: one, or those of an mbox file. Memory is that of the largest mail, which is
 * cut at `maxMailBytes`. An empty file is an empty mail.
 */
export async function* readMails(path: string): AsyncGenerator<Buffer> {
  let isMbox: boolean | undefined;
  let chunks: Buffer[] = [];
  let size = 0;
  const take = (): Buffer => {
    const mail = Buffer.concat(chunks).subarray(0, maxMailBytes);
    chunks = [];
    size = 0;
    return mail;
  };
  const keep = (bytes: Buffer) => {
    if (size < maxMailBytes) chunks.push(bytes);
    size += bytes.length;
  };
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    const window = Buffer.concat([rest, chunk as Buffer]);
    isMbox ??= window.toString('latin1', 0, 5) === 'From ';
    let start = 0;
    for (const { index } of isMbox ? window.toString('latin1').matchAll(separator) : []) {
      const begin = window.indexOf('From ', index);
      keep(window.subarray(start, begin));
      yield take();
      start = begin;
    }
    const end = isMbox ? Math.max(start, window.length - overlap) : window.length;
    keep(window.subarray(start, end));
    rest = window.subarray(end);
  }
  keep(rest);
  yield take();
}
