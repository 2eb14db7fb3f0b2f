import { type Dirent } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { firstHeader, readHeaders } from '#runtime/media/email/read-headers.ts';

/** A file below the directory, and whether it is one of mail. */
export interface FoundFile {
  readonly path: string;
  readonly isMail: boolean;
}

// what a mail would not be kept in
const otherExtensions = new Set(
  `.bmp .bz2 .c .cfg .conf .css .csv .db .doc .docx .exe .gif .go .gz .h .html .htm .ico .idx .ini .java .jpeg .jpg .js
   .json .lock .log .md .mjs .pdf .php .pl .png .pst .py .rb .rs .sh .sql .svg .tar .toml .ts .tsx .xls .xlsx .xml .xz
   .yaml .yml .zip .zst`.split(/\s+/),
);

// what a mail is kept in, so that it is read even when nothing in it looks like mail
const mailExtensions = new Set(['.eml', '.txt', '.mail', '.email', '.mbox', '.mbx']);

const tellingHeaders = ['from', 'to', 'subject', 'date', 'received', 'return-path', 'message-id', 'delivered-to'];

// header lines of a mail that went through many servers
const lookedAtBytes = 32 * 1024;

/** Every regular file below a directory, by name; links are not followed. Rejects when the directory cannot be read. */
export async function* mailFiles(directory: string): AsyncGenerator<FoundFile> {
  const entries = await readdir(directory, { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(directory, entry.name);
    if (entry.name.startsWith('.') || !(entry.isDirectory() || entry.isFile())) yield { path, isMail: false };
    else if (entry.isDirectory()) yield* mailFilesWithin(path);
    else yield { path, isMail: await isMail(path, entry) };
  }
}

/** A directory further down that cannot be read is a file less, not the end. */
async function* mailFilesWithin(directory: string): AsyncGenerator<FoundFile> {
  try {
    yield* mailFiles(directory);
  } catch {
    yield { path: directory, isMail: false };
  }
}

async function isMail(path: string, { name }: Dirent): Promise<boolean> {
  const extension = extname(name).toLowerCase();
  if (otherExtensions.has(extension)) return false;
  if (mailExtensions.has(extension)) return true;
  const beginning = await beginningOf(path);
  // what cannot be opened or is empty is for the check to tell
  if (beginning === undefined || beginning.length === 0) return true;
  const { headers } = readHeaders(beginning);
  return tellingHeaders.some((header) => firstHeader(headers, header) !== undefined);
}

async function beginningOf(path: string): Promise<Buffer | undefined> {
  try {
    await using file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(lookedAtBytes), 0, lookedAtBytes, 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    return undefined;
  }
}
