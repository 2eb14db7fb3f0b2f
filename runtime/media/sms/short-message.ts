import { decodeSms, readUserDataHeader, type SmsPlace, soundPlace } from './decode-sms.ts';
import { type DeliveryReceipt, readReceipt } from './delivery-receipt.ts';
import { FieldReader, FieldWriter } from './pdu-fields.ts';

/** Bit of `esm_class`: the message begins with a user data header (SMPP 3.4 5.2.12). */
const headerBit = 0x40;
const kindBits = 0x3c;
/** Kinds of `esm_class`: delivery receipt, intermediate notification. */
const receiptKinds: ReadonlySet<number> = new Set([0x04, 0x20]);

/** Tags of optional parameters (SMPP 3.4 5.3.2). */
const tags = { reference: 0x020c, total: 0x020e, number: 0x020f, payload: 0x0424 } as const;

/** A message, or a part of one, to be submitted. */
export interface Outgoing {
  readonly from: string;
  readonly to: string;
  readonly dataCoding: number;
  readonly hasHeader: boolean;
  readonly content: Buffer;
  /** True: the server is to tell when it was delivered or given up. */
  readonly wantsReceipt: boolean;
}

/** A message, or a part of one, that the server delivered; or its word on one of ours. */
export type Delivered =
  | { readonly kind: 'receipt'; readonly receipt: DeliveryReceipt }
  | {
      readonly kind: 'message';
      readonly from: string;
      readonly to: string;
      readonly dataCoding: number;
      readonly place: SmsPlace | undefined;
      readonly content: Buffer;
      readonly text: string;
    };

/** Body of a submit_sm (SMPP 3.4 4.4.1). Throws `RangeError` when an address does not fit. */
export function submitBody({ from, to, dataCoding, hasHeader, content, wantsReceipt }: Outgoing): Buffer {
  const writer = new FieldWriter().text('', 6);
  for (const address of [from, to]) {
    const { type, plan, digits } = typedAddress(address);
    writer.bytes(type, plan).text(digits, 21);
  }
  return writer
    .bytes(hasHeader ? headerBit : 0, 0, 0)
    .text('', 17)
    .text('', 17)
    .bytes(wantsReceipt ? 1 : 0, 0, dataCoding, 0)
    .counted(content)
    .done();
}

/** What a deliver_sm says (SMPP 3.4 4.6.1). */
export function readDelivered(body: Buffer): Delivered {
  const reader = new FieldReader(body);
  reader.text();
  const from = readAddress(reader);
  const to = readAddress(reader);
  const esmClass = reader.byte();
  reader.byte();
  reader.byte();
  reader.text();
  reader.text();
  reader.byte();
  reader.byte();
  const dataCoding = reader.byte();
  reader.byte();
  const short = reader.counted();
  const optionals = reader.optionals();
  const whole = short.length > 0 ? short : (optionals.get(tags.payload) ?? short);
  if (receiptKinds.has(esmClass & kindBits)) {
    return { kind: 'receipt', receipt: readReceipt(whole.toString('latin1'), optionals) };
  }
  const { place, body: content } =
    (esmClass & headerBit) === 0 ? { place: placeIn(optionals), body: whole } : readUserDataHeader(whole);
  return { kind: 'message', from, to, dataCoding, place, content, text: decodeSms(content, dataCoding) };
}

function placeIn(optionals: ReadonlyMap<number, Buffer>): SmsPlace | undefined {
  const reference = optionals.get(tags.reference);
  if (reference?.length !== 2) return undefined;
  const total = optionals.get(tags.total)?.[0] ?? 0;
  const number = optionals.get(tags.number)?.[0] ?? 0;
  return soundPlace({ reference: reference.readUInt16BE(0), total, number });
}

/** International numbers are kept with their plus sign, so that they are one address whichever server they come by. */
function readAddress(reader: FieldReader): string {
  const type = reader.byte();
  reader.byte();
  const digits = reader.text();
  return type === 1 && /^\d/.test(digits) ? `+${digits}` : digits;
}

/** Type of number and numbering plan (SMPP 3.4 5.2.5, 5.2.6): international, alphanumeric, or as the network knows it. */
function typedAddress(address: string): { readonly type: number; readonly plan: number; readonly digits: string } {
  if (/^\+\d+$/.test(address)) return { type: 1, plan: 1, digits: address.slice(1) };
  if (/^\d+$/.test(address)) return { type: 0, plan: 1, digits: address };
  return { type: 5, plan: 0, digits: address };
}
