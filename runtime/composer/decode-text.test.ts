import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

const xml = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><a n="Büro"/>`;
const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => utf16le(text).swap16();

test.each([
  ['UTF-8', Buffer.from(xml('UTF-8'))],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${xml('UTF-8')}`)],
  ['UTF-8 that says it is ASCII', Buffer.from(xml('ASCII'))],
  ['UTF-16 with a mark, low byte first', utf16le(`\uFEFF${xml('UTF-16')}`)],
  ['UTF-16 with a mark, high byte first', utf16be(`\uFEFF${xml('UTF-16')}`)],
  ['UTF-16 without a mark, low byte first', utf16le(xml('UTF-16'))],
  ['UTF-16 without a mark, high byte first', utf16be(xml('UTF-16'))],
  ['Latin 1 that says so', Buffer.from(xml('ISO-8859-1'), 'latin1')],
  ['Windows text that says it is UTF-8', Buffer.from(xml('UTF-8'), 'latin1')],
  ['an encoding nobody knows', Buffer.from(xml('x-unheard-of'))],
])('reads %s', (_, bytes) => {
  expect(decodeText(bytes)).toContain('n="Büro"');
});

test('reads Japanese as it says it is', () => {
  const bytes = Buffer.concat([
    Buffer.from('<?xml version="1.0" encoding="Shift_JIS"?>'),
    Buffer.from([0x93, 0xfa, 0x96, 0x7b]),
  ]);

  expect(decodeText(bytes)).toContain('日本');
});
