/** The default alphabet by code, 0x00 to 0x7F (3GPP TS 23.038 6.2.1); ESC (0x1B) leads to the extension table. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const escapeCode = 0x1b;

/** Characters that take two codes, ESC and this one (3GPP TS 23.038 6.2.1.1). */
const extension: readonly (readonly [string, number])[] = [
  ['\f', 0x0a],
  ['^', 0x14],
  ['{', 0x28],
  ['}', 0x29],
  ['\\', 0x2f],
  ['[', 0x3c],
  ['~', 0x3d],
  [']', 0x3e],
  ['|', 0x40],
  ['€', 0x65],
];

const toCodes = new Map<string, readonly number[]>([
  ...Array.from(basic).flatMap((character, code) => (code === escapeCode ? [] : [[character, [code]] as const])),
  ...extension.map(([character, code]) => [character, [escapeCode, code]] as const),
]);
const extended = new Map(extension.map(([character, code]) => [code, character]));

/** The codes of one character in the GSM default alphabet, two for those of the extension table; undefined when it has none. */
export function gsmCodes(character: string): readonly number[] | undefined {
  return toCodes.get(character);
}

/** Text of codes that came one to an octet, as SMPP carries them. A code without a character becomes U+FFFD. */
export function gsmText(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 1) {
    const code = bytes[index] ?? 0;
    if (code !== escapeCode) {
      text += basic[code] ?? '\ufffd';
      continue;
    }
    index += 1;
    const second = bytes[index];
    // an unknown extension is shown as its character of the default alphabet (3GPP TS 23.038 6.2.1.1)
    if (second !== undefined) text += extended.get(second) ?? basic[second] ?? '\ufffd';
  }
  return text;
}
