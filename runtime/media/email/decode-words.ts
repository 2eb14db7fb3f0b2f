// RFC 2047 2; RFC 2231 5 lets a language follow the charset
const encodedWord = /=\?([^?*\s]{1,60})(?:\*[^?\s]{0,60})?\?([bq])\?([^?]*)\?=/gi;

// names that mail uses and the Encoding Standard does not know
const charsetAliases: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  cp949: 'euc-kr',
  cp936: 'gbk',
  ansi: 'windows-1252',
};

/** Bytes as text in the charset that was named; unknown charsets are read as UTF-8, or as Windows-1252 if it is not that. */
export function decodeBytes(bytes: Uint8Array, charset = 'utf-8'): string {
  const label = charset.trim().toLowerCase();
  const decoder = decoderOf(charsetAliases[label] ?? label);
  // UTF-8 is also what is guessed, so it is checked before it is believed
  if (decoder && decoder.encoding !== 'utf-8') return decoder.decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** A header value with its encoded words decoded; what is no sound encoded word stays as it is. */
export function decodeWords(value: string): string {
  if (!value.includes('=?')) return value;
  let text = '';
  let end = 0;
  let open: { charset: string; bytes: Uint8Array[] } | undefined;
  const close = () => {
    if (open) text += decodeBytes(Buffer.concat(open.bytes), open.charset);
    open = undefined;
  };
  for (const match of value.matchAll(encodedWord)) {
    const [word, charset = '', encoding = '', data = ''] = match;
    const gap = value.slice(end, match.index);
    // RFC 2047 6.2: white space between encoded words is not part of the text
    const adjoins = open !== undefined && gap.trim() === '';
    if (!adjoins) {
      close();
      text += gap;
    } else if (open && open.charset !== charset.toLowerCase()) close();
    // some senders cut a character in two between words of one charset, so their bytes are decoded together
    open ??= { charset: charset.toLowerCase(), bytes: [] };
    open.bytes.push(bytesOf(encoding, data));
    end = match.index + word.length;
  }
  close();
  return text + value.slice(end);
}

function decoderOf(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}

function bytesOf(encoding: string, data: string): Uint8Array {
  if (encoding.toLowerCase() === 'b') return Buffer.from(data, 'base64');
  const text = data
    .replaceAll('_', ' ')
    .replace(/=([0-9a-f]{2})/gi, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, 'latin1');
}
