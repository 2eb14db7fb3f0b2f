/** Milliseconds from the Unix epoch to PostgreSQL's, 2000-01-01. */
const epochMs = 946_684_800_000;
const textOid = 25;
/** Signature, flags, and length of an extension header that is empty. */
const header = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');

type Write = (rows: BinaryRows, value: unknown) => void;

/** Types of columns, as PostgreSQL names them, and how each is written in binary. */
const writers: Readonly<Record<string, Write>> = {
  bigint: (rows, value) => rows.writeBigint(BigInt(value as string)),
  boolean: (rows, value) => rows.writeBytes([value === true ? 1 : 0]),
  bytea: (rows, value) =>
    rows.writeBytes(typeof value === 'string' ? Buffer.from(value.slice(2), 'hex') : bytes(value)),
  'double precision': (rows, value) => rows.writeDouble(Number(value)),
  integer: (rows, value) => rows.writeInteger(integer(value)),
  jsonb: (rows, value) => rows.writeJson(JSON.stringify(value)),
  text: (rows, value) => rows.writeText(String(value)),
  'text[]': (rows, value) => rows.writeTexts(value as readonly unknown[]),
  'timestamp with time zone': (rows, value) => rows.writeTime(time(value)),
  uuid: (rows, value) => rows.writeUuid(String(value)),
};

/** A value that its column cannot hold, with the SQLSTATE by which the database would refuse it. */
class NotStorable extends RangeError {
  readonly code: '22003' | '22007' | '22P02';

  constructor(code: NotStorable['code'], value: unknown, type: string) {
    super(`${JSON.stringify(value)} is no ${type}.`);
    this.code = code;
  }
}

function integer(value: unknown): number {
  const read = Number(value);
  if (!Number.isInteger(read)) throw new NotStorable('22P02', value, 'integer');
  if (read < -(2 ** 31) || read >= 2 ** 31) throw new NotStorable('22003', value, 'integer');
  return read;
}

function time(value: unknown): number {
  const read = value instanceof Date ? value.getTime() : Date.parse(String(value));
  if (Number.isNaN(read)) throw new NotStorable('22007', value, 'time');
  return read;
}

function bytes(value: unknown): Uint8Array {
  return value as Uint8Array;
}

/** How values of a type are written. Throws for a type that no column of ours has had yet. */
export function writerOf(type: string): Write {
  const writer = writers[type];
  if (writer === undefined)
    throw new Error(`Rows with a column of type ${type} cannot be copied; add it to binary-rows.ts.`);
  return writer;
}

/**
 * Rows in the binary format of COPY ("File Formats" in PostgreSQL's manual): numbers and times need not be read from text again.
 */
export class BinaryRows {
  #buffer: Buffer;
  #at = header.length;

  /** `size` is a guess of the bytes needed. */
  constructor(size: number) {
    this.#buffer = Buffer.allocUnsafe(header.length + size);
    header.copy(this.#buffer);
  }

  /** All bytes, with the trailer. Nothing may be written afterwards. */
  finish(): Buffer {
    this.beginRow(-1);
    return this.#buffer.subarray(0, this.#at);
  }

  beginRow(columns: number): void {
    this.#reserve(2);
    this.#at = this.#buffer.writeInt16BE(columns, this.#at);
  }

  writeNull(): void {
    this.#reserve(4);
    this.#at = this.#buffer.writeInt32BE(-1, this.#at);
  }

  writeInteger(value: number): void {
    this.#begin(4);
    this.#at = this.#buffer.writeInt32BE(value, this.#at);
  }

  writeBigint(value: bigint): void {
    this.#begin(8);
    this.#at = this.#buffer.writeBigInt64BE(value, this.#at);
  }

  writeDouble(value: number): void {
    this.#begin(8);
    this.#at = this.#buffer.writeDoubleBE(value, this.#at);
  }

  writeBytes(value: ArrayLike<number>): void {
    this.#begin(value.length);
    this.#buffer.set(value, this.#at);
    this.#at += value.length;
  }

  /** Unix milliseconds, written as microseconds of PostgreSQL's epoch. */
  writeTime(unixMs: number): void {
    const microseconds = (unixMs - epochMs) * 1000;
    // Far from today a number is not exact.
    if (!Number.isSafeInteger(microseconds)) return this.writeBigint(BigInt(unixMs - epochMs) * 1000n);
    this.#begin(8);
    // Two halves instead of a bigint, which costs more than all the rest.
    const high = Math.floor(microseconds / 2 ** 32);
    this.#at = this.#buffer.writeInt32BE(high, this.#at);
    this.#at = this.#buffer.writeUInt32BE(microseconds - high * 2 ** 32, this.#at);
  }

  writeUuid(text: string): void {
    this.#begin(16);
    const from = this.#at;
    for (let index = 0; index + 1 < text.length && this.#at < from + 16; ) {
      if (text[index] === '-') index += 1;
      this.#buffer[this.#at] = (digit(text.charCodeAt(index)) << 4) | digit(text.charCodeAt(index + 1));
      this.#at += 1;
      index += 2;
    }
    if (this.#at !== from + 16 || text.length !== 36) throw new NotStorable('22P02', text, 'id');
  }

  writeText(text: string): void {
    this.#writeText(text, false);
  }

  writeJson(text: string): void {
    this.#writeText(text, true);
  }

  writeTexts(items: readonly unknown[]): void {
    const from = this.#at;
    this.#begin(items.length === 0 ? 12 : 20);
    const some = items.length === 0 ? 0 : 1;
    const isNull = (item: unknown): boolean => item === null || item === undefined;
    this.#at = this.#buffer.writeInt32BE(some, this.#at);
    this.#at = this.#buffer.writeInt32BE(items.some(isNull) ? 1 : 0, this.#at);
    this.#at = this.#buffer.writeInt32BE(textOid, this.#at);
    if (some === 1) {
      this.#at = this.#buffer.writeInt32BE(items.length, this.#at);
      // Its first index.
      this.#at = this.#buffer.writeInt32BE(1, this.#at);
    }
    for (const item of items) {
      if (isNull(item)) this.writeNull();
      else this.writeText(String(item));
    }
    this.#buffer.writeInt32BE(this.#at - from - 4, from);
  }

  #writeText(text: string, isJson: boolean): void {
    this.#reserve(5 + text.length * 3);
    const from = this.#at;
    this.#at += 4;
    // jsonb in binary is its text behind a version.
    if (isJson) this.#at = this.#buffer.writeUInt8(1, this.#at);
    if (!this.#writeAscii(text)) this.#at += this.#buffer.write(text, this.#at);
    this.#buffer.writeInt32BE(this.#at - from - 4, from);
  }

  /** A call into the engine's own code costs more than a short loop. */
  #writeAscii(text: string): boolean {
    if (text.length > 48) return false;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code > 127) return false;
      this.#buffer[this.#at + index] = code;
    }
    this.#at += text.length;
    return true;
  }

  #begin(length: number): void {
    this.#reserve(4 + length);
    this.#at = this.#buffer.writeInt32BE(length, this.#at);
  }

  #reserve(length: number): void {
    if (this.#at + length <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(this.#buffer.length * 2 + length);
    this.#buffer.copy(larger, 0, 0, this.#at);
    this.#buffer = larger;
  }
}

function digit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  // Upper and lower case differ in this bit.
  const letter = code | 32;
  if (letter >= 97 && letter <= 102) return letter - 87;
  throw new NotStorable('22P02', String.fromCharCode(code), 'hexadecimal digit');
}
