import { crc32, deflateRawSync } from 'node:zlib';

/** A file of a zip: its name as it is written, and what it holds. */
export type ZipEntry = readonly [
  name: string,
  content: string | Uint8Array,
  options?: { readonly claimsSize?: number; readonly flags?: number },
];

/** A zip of these files, names and all as they are given: also such as no program would write. */
export function aZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content, { claimsSize, flags = 0x800 } = {}] of entries) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const written = Buffer.from(name, 'utf8');
    // version 2.0, flags, deflate, no time, checksum, sizes, length of the name (APPNOTE 4.3.7)
    const head = Buffer.alloc(26);
    for (const [index, value] of [20, flags, 8, 0, 0].entries()) head.writeUInt16LE(value, index * 2);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(claimsSize ?? bytes.length, 18);
    head.writeUInt16LE(written.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), head, tail, written);
    parts.push(Buffer.from([0x50, 0x4b, 3, 4]), head, written, packed);
    offset += 4 + head.length + written.length + packed.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, ...directory, Buffer.from([0x50, 0x4b, 5, 6]), end]);
}
