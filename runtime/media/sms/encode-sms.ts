import { gsmCodes } from './gsm-alphabet.ts';

/** A character set for SMS: the GSM default alphabet, Latin-1, or UCS-2 (which carries all of UTF-16 in practice). */
export type SmsAlphabet = 'gsm' | 'latin1' | 'ucs2';

/** `data_coding` of SMPP 3.4 5.2.19 for each alphabet. */
const dataCodings: Readonly<Record<SmsAlphabet, number>> = { gsm: 0x00, latin1: 0x03, ucs2: 0x08 };

/** Octets of a message as SMPP counts them: whole, and in one of several parts, whose header takes six octets of 140. */
const room: Readonly<Record<SmsAlphabet, { readonly whole: number; readonly part: number }>> = {
  gsm: { whole: 160, part: 153 },
  latin1: { whole: 140, part: 134 },
  ucs2: { whole: 140, part: 134 },
};

/** Parts that one text may have; a longer text is refused before it is sent. */
export const maxParts = 20;

/** A text as it goes over the wire. */
export interface EncodedSms {
  readonly alphabet: SmsAlphabet;
  readonly dataCoding: number;
  /** True: each part begins with a user data header that tells its place (3GPP TS 23.040 9.2.3.24.1). */
  readonly hasHeaders: boolean;
  readonly parts: readonly Buffer[];
}

/**
 * Text in the preferred alphabet or, where that cannot hold it, in UCS-2, in as many parts as it takes. No character, nor a surrogate pair
 * or an escape sequence, is cut in two. `reference` (0 to 255) is common to the parts.
 */
export function encodeSms(text: string, preferred: SmsAlphabet, reference: number): EncodedSms {
  const first = preferred !== 'ucs2' && fits(text, preferred) ? preferred : 'ucs2';
  const units = Array.from(text).map((character) => unitOf(character, first));
  const { whole, part } = room[first];
  const size = units.reduce((sum, unit) => sum + unit.length, 0);
  const dataCoding = dataCodings[first];
  if (size <= whole) return { alphabet: first, dataCoding, hasHeaders: false, parts: [Buffer.concat(units)] };
  const bodies = cut(units, part);
  const parts = bodies.map((body, index) =>
    Buffer.concat([Buffer.from([5, 0, 3, reference & 0xff, bodies.length & 0xff, index + 1]), body]),
  );
  return { alphabet: first, dataCoding, hasHeaders: true, parts };
}

function fits(text: string, alphabet: 'gsm' | 'latin1'): boolean {
  for (const character of text) {
    const isKnown = alphabet === 'gsm' ? gsmCodes(character) !== undefined : character <= '\u00ff';
    if (!isKnown) return false;
  }
  return true;
}

function unitOf(character: string, alphabet: SmsAlphabet): Buffer {
  if (alphabet === 'gsm') return Buffer.from(gsmCodes(character) ?? []);
  if (alphabet === 'latin1') return Buffer.from(character, 'latin1');
  return Buffer.from(character, 'utf16le').swap16();
}

function cut(units: readonly Buffer[], size: number): Buffer[] {
  const bodies: Buffer[] = [];
  let taken: Buffer[] = [];
  let length = 0;
  for (const unit of units) {
    if (length + unit.length > size) {
      bodies.push(Buffer.concat(taken));
      taken = [];
      length = 0;
    }
    taken.push(unit);
    length += unit.length;
  }
  return [...bodies, Buffer.concat(taken)];
}
