import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { CodedError, textOf } from '#dsl/errors/coded-error.ts';
import type { FileCollection } from './collect-files.ts';

/** True for the first bytes of a zip. */
export function isZip(bytes: Uint8Array): boolean {
  // "PK" and either a file, or the end of an archive without any (APPNOTE 4.3.7 and 4.3.16)
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

// names are decoded here: a name that leads out of the folder must not keep the rest from being read
const options = { decodeStrings: false, validateEntrySizes: true, autoClose: false } as const;

/**
 * Reads the project files of a zip: a path on disk, or its bytes. Nothing is written anywhere, so a name that leads out of the
 * folder is only a name; what unpacks to more than is read is refused while it unpacks, whatever its header says.
 */
export async function readZip(source: string | Buffer, collection: FileCollection): Promise<void> {
  const name = typeof source === 'string' ? source : 'The zip';
  const open = typeof source === 'string' ? openPromise(source, options) : fromBufferPromise(source, options);
  const zip = await open.catch((error: unknown) => {
    throw new CodedError('document/unreadable', { file: name, reason: textOf(error) }, { cause: error });
  });
  try {
    for await (const entry of zip.eachEntry()) await readEntry(zip, entry, collection);
  } catch (error) {
    if (error instanceof CodedError) throw error;
    throw new CodedError('document/unreadable', { file: name, reason: textOf(error) }, { cause: error });
  } finally {
    zip.close();
  }
}

async function readEntry(zip: ZipFile, entry: Entry, collection: FileCollection): Promise<void> {
  const path = nameOf(entry);
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
