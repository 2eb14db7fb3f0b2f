/**
 * The text of a file in whatever encoding it is: by its byte order mark, else by what its XML declaration says, else UTF-8 when
 * it is that, else Windows-1252, in which every byte is something.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be');
  if (first === 0xef && second === 0xbb && third === 0xbf) return decoded(bytes, 'utf-8');
  // XML begins with `<`, so a zero beside it tells UTF-16 without a mark (XML 1.0, appendix F)
  if (first === 0x3c && second === 0) return decoded(bytes, 'utf-16le');
  if (first === 0 && second === 0x3c) return decoded(bytes, 'utf-16be');
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1]?.toLowerCase();
  // what says it is UTF-8 or ASCII need not be: editors copy declarations
  const isUnicode = declared === undefined || /^(?:utf-?8|us-ascii|ascii|utf-?16)$/.test(declared);
  return (isUnicode ? strictly(bytes) : decodedAs(bytes, declared)) ?? decoded(bytes, 'windows-1252');
}

function strictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // it is another encoding then
    return undefined;
  }
}

function decodedAs(bytes: Uint8Array, label: string): string | undefined {
  try {
    return decoded(bytes, label);
  } catch {
    // an encoding nobody knows: what UTF-8 makes of it is the best guess
    return strictly(bytes);
  }
}

function decoded(bytes: Uint8Array, label: string): string {
  return new TextDecoder(label).decode(bytes);
}
