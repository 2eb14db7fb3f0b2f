import { describe, expect, it } from 'vitest';
import { decodeBytes, decodeWords } from './decode-words.ts';

describe('decodeWords', () => {
  it.each([
    ['plain', 'plain'],
    ['=?ISO-8859-1?Q?a=E4?= b', 'aä b'],
    ['=?utf-8?B?w6Q=?=\t=?utf-8?Q?=C3=B6?=', 'äö'],
    ['=?utf-8*de?Q?=C3=A4?=', 'ä'],
    ['=?no-such-charset?Q?=C3=A4?=', 'ä'],
    ['=?ISO-2022-JP?B?GyRCRnxLXBsoQg==?=', '日本'],
    ['=?utf-8?X?abc?=', '=?utf-8?X?abc?='],
    ['=?utf-8?Q?unfinished', '=?utf-8?Q?unfinished'],
  ])('reads %s', (value, text) => {
    expect(decodeWords(value)).toBe(text);
  });

  it('joins a character that was cut in two between words', () => {
    expect(decodeWords('=?utf-8?Q?=C3?= =?utf-8?Q?=A4?=')).toBe('ä');
  });
});

describe('decodeBytes', () => {
  it('reads what claims to be UTF-8 and is not as Windows-1252', () => {
    expect(decodeBytes(Buffer.from([0xe4]), 'utf-8')).toBe('ä');
  });
});
