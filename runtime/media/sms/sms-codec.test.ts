import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeSms, readUserDataHeader } from './decode-sms.ts';
import { encodeSms, type SmsAlphabet } from './encode-sms.ts';
import { PduReader, writePdu } from './pdu.ts';

const gsmCharacter = fc.constantFrom(...Array.from('@£$ èéåΔΩÆß!"#¤%&()0189:;<=>?AZÄÖÑÜ§¿azäöñüà^{}[]~|€\n'));
const anyText = fc.oneof(
  fc.array(gsmCharacter, { maxLength: 400 }).map((characters) => characters.join('')),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);

test('every text comes back from its parts, none of which is too long or ends within a character', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom<SmsAlphabet>('gsm', 'latin1', 'ucs2'), (text, allowed) => {
      const { parts, dataCoding, hasHeaders } = encodeSms(text, allowed, 7);
      const read = parts.map((part, index) => {
        expect(part.length).toBeLessThanOrEqual(dataCoding === 0 ? (hasHeaders ? 159 : 160) : 140);
        if (!hasHeaders) return decodeSms(part, dataCoding);
        const { place, body } = readUserDataHeader(part);
        expect(place).toEqual({ reference: 7, total: parts.length, number: index + 1 });
        return decodeSms(body, dataCoding);
      });
      for (const one of read) expect(one.isWellFormed()).toBe(true);
      expect(read.join('')).toBe(text);
    }),
  );
});

test.each([
  { text: 'Grüße: 5 € [ok]', coding: 0, octets: 18 },
  { text: 'ê', coding: 8, octets: 2 },
  { text: 'a'.repeat(160), coding: 0, octets: 160 },
])('takes the smallest alphabet that holds "$text"', ({ text, coding, octets }) => {
  const { dataCoding, parts } = encodeSms(text, 'gsm', 0);
  expect([dataCoding, parts.map((part) => part.length)]).toEqual([coding, [octets]]);
});

test('a stream is cut into its units however the packets fall, and a length that cannot be ends it', () => {
  const unit = fc.record({
    command: fc.constantFrom(4, 5, 0x15),
    isAnswer: fc.boolean(),
    status: fc.nat(0xff),
    sequence: fc.nat(),
    body: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
  });
  fc.assert(
    fc.property(
      fc.array(unit, { maxLength: 10 }),
      fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }),
      (units, cuts) => {
        const stream = Buffer.concat(units.map(writePdu));
        const reader = new PduReader();
        const read = [];
        for (let at = 0, turn = 0; at < stream.length; turn += 1) {
          const size = cuts[turn % cuts.length] ?? 1;
          read.push(...reader.read(stream.subarray(at, at + size)));
          at += size;
        }
        expect(read).toEqual(units);
      },
    ),
  );
  expect(() => new PduReader().read(Buffer.alloc(16))).toThrow(RangeError);
});

test('random bytes are read as something, and never end the process', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(255), (bytes, coding) => {
      const { body } = readUserDataHeader(Buffer.from(bytes));
      expect(typeof decodeSms(body, coding)).toBe('string');
    }),
  );
});
