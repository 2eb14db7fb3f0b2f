import { gsmText } from './gsm-alphabet.ts';

/** Where a part stands within its message. */
export interface SmsPlace {
  readonly reference: number;
  /** How many parts there are, 2 to 255. */
  readonly total: number;
  /** From 1. */
  readonly number: number;
}

/** Text of the octets of a message by its `data_coding` (SMPP 3.4 5.2.19, 3GPP TS 23.038 4). Binary content becomes hexadecimal. */
export function decodeSms(bytes: Uint8Array, dataCoding: number): string {
  const buffer = Buffer.from(bytes);
  switch (alphabetOf(dataCoding)) {
    case 'gsm':
      return gsmText(buffer);
    case 'latin1':
      return buffer.toString('latin1');
    case 'ucs2':
      return Buffer.from(buffer.subarray(0, buffer.length - (buffer.length % 2)))
        .swap16()
        .toString('utf16le');
    case 'binary':
      return buffer.toString('hex');
  }
}

function alphabetOf(dataCoding: number): 'gsm' | 'latin1' | 'ucs2' | 'binary' {
  // groups of 3GPP TS 23.038 4: general (00xx), message class (1111)
  if ((dataCoding & 0xf0) === 0xf0) return (dataCoding & 0x04) === 0 ? 'gsm' : 'binary';
  if (dataCoding === 0x03) return 'latin1';
  if (dataCoding === 0x08 || (dataCoding & 0xcc) === 0x08 || (dataCoding & 0xf0) === 0xe0) return 'ucs2';
  if (dataCoding === 0x02 || dataCoding === 0x04 || (dataCoding & 0xcc) === 0x04) return 'binary';
  return dataCoding === 0x01 ? 'latin1' : 'gsm';
}

/**
 * Takes the user data header off a message (3GPP TS 23.040 9.2.3.24). Elements other than concatenation are skipped; a header that
 * says it is longer than the message is taken for text.
 */
export function readUserDataHeader(bytes: Buffer): { readonly place: SmsPlace | undefined; readonly body: Buffer } {
  const end = 1 + (bytes[0] ?? 0);
  if (end > bytes.length) return { place: undefined, body: bytes };
  const body = bytes.subarray(end);
  for (let at = 1; at + 2 <= end; ) {
    const size = bytes[at + 1] ?? 0;
    const element = bytes.subarray(at + 2, Math.min(at + 2 + size, end));
    const place = placeOf(bytes[at] ?? 0, element);
    if (place !== undefined) return { place, body };
    at += 2 + size;
  }
  return { place: undefined, body };
}

/** Element 0x00 has a reference of 8 bits, 0x08 of 16. */
function placeOf(kind: number, element: Buffer): SmsPlace | undefined {
  const isShort = kind === 0x00 && element.length === 3;
  const isLong = kind === 0x08 && element.length === 4;
  if (!isShort && !isLong) return undefined;
  const reference = isShort ? element.readUInt8(0) : element.readUInt16BE(0);
  return soundPlace({
    reference,
    total: element.readUInt8(element.length - 2),
    number: element.readUInt8(element.length - 1),
  });
}

/** The place when it can be one: what says part 5 of 3, or 1 of 1, stands by itself. */
export function soundPlace(place: SmsPlace): SmsPlace | undefined {
  return place.total > 1 && place.number >= 1 && place.number <= place.total ? place : undefined;
}
