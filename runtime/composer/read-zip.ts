import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { CodedError, hasCode, textOf } from '#dsl/errors/coded-error.ts';
import type { FileCollection } from './collect-files.ts';

/** True for the first bytes of a zip. */
export function isZip(bytes: Uint8Array): boolean {
  // "PK" and either a file, or the end of an archive without any (APPNOTE 4.3.7 and 4.3.16)
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

// names are decoded here: a name that leads out of the folder must not keep the rest from being read
const options = { decodeStrings: false, validateEntrySizes: true, autoClose: false } as const;

// a zip in a zip is how people pass on what they were sent; deeper it was made to hurt
const deepest = 3;

/**
 * Reads the project files of a zip: a path on disk, or its bytes. Nothing is written anywhere, so a name that leads out of the
 * folder is only a name; what unpacks to more than is read is refused while it unpacks, whatever its header says. Zips inside are
 * read when there is nothing else to read beside them. Of a zip that is damaged half way, what comes before is kept.
 */
export async function readZip(source: string | Buffer, collection: FileCollection): Promise<void> {
  await readLevel(source, collection, { name: typeof source === 'string' ? source : 'The zip', folder: '', depth: 1 });
}

interface Level {
  /** The zip in what is said of it. */
  readonly name: string;
  /** Folder that its files are taken to be in. */
  readonly folder: string;
  readonly depth: number;
}

async function readLevel(source: string | Buffer, collection: FileCollection, level: Level): Promise<void> {
  const before = collection.files.length;
  const unreadable = (error: unknown) =>
    new CodedError('document/unreadable', { file: level.name, reason: textOf(error) }, { cause: error });
  const open = typeof source === 'string' ? openPromise(source, options) : fromBufferPromise(source, options);
  const zip = await open.catch((error: unknown) => {
    throw unreadable(error);
  });
  const inner: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      if (/\.zip$/i.test(nameOf(entry))) inner.push(entry);
      else await readEntry(zip, entry, { collection, folder: level.folder });
    }
  } catch (error) {
    if (error instanceof CodedError || collection.files.length === before) {
      zip.close();
      throw error instanceof CodedError ? error : unreadable(error);
    }
    collection.addUnreadable(level.name, `what follows in it: ${textOf(error)}`);
  }
  try {
    if (collection.files.length === before) await readInner(zip, inner, { collection, level });
  } finally {
    zip.close();
  }
}

async function readInner(
  zip: ZipFile,
  entries: readonly Entry[],
  { collection, level }: { readonly collection: FileCollection; readonly level: Level },
): Promise<void> {
  for (const entry of entries) {
    const path = level.folder + nameOf(entry);
    collection.wants(path);
    if (level.depth >= deepest) {
      collection.addUnreadable(path, 'it is a zip too deep inside others.');
      continue;
    }
    try {
      const bytes = Buffer.from(await unpacked(zip, entry, collection.room()));
      const folder = `${path.replace(/\.zip$/i, '')}/`;
      await readLevel(bytes, collection, { name: path, folder, depth: level.depth + 1 });
    } catch (error) {
      if (hasCode(error, 'import/too-large')) throw error;
      // one damaged zip must not keep the others from being read
      collection.addUnreadable(path, textOf(error));
    }
  }
}

async function readEntry(
  zip: ZipFile,
  entry: Entry,
  { collection, folder }: { readonly collection: FileCollection; readonly folder: string },
): Promise<void> {
  const path = folder + nameOf(entry);
  if (path.endsWith('/') || !collection.wants(path)) return;
  try {
    collection.add(path, await unpacked(zip, entry, collection.room()));
  } catch (error) {
    if (error instanceof CodedError) throw error;
    // one damaged or encrypted entry must not keep the others from being read
    collection.addUnreadable(path, textOf(error));
  }
}

/** The bytes of an entry, and one more than there is room for when it has more: the collection then refuses it. */
async function unpacked(zip: ZipFile, entry: Entry, room: number): Promise<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    const bytes = part as Uint8Array;
    parts.push(bytes);
    size += bytes.length;
    if (size > room) break;
  }
  return Buffer.concat(parts);
}

function nameOf({ fileName, generalPurposeBitFlag }: Entry): string {
  const bytes = fileName as unknown as Buffer;
  // bit 11 says UTF-8; without it, and outside ASCII, the names are only shown
  const isUtf8 = (generalPurposeBitFlag & 0x800) !== 0;
  return bytes.toString(isUtf8 ? 'utf8' : 'latin1').replaceAll('\\', '/');
}
