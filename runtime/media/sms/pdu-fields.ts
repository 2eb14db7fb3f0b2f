/** Writes the fields of a PDU's body one after another. */
export class FieldWriter {
  readonly #parts: Buffer[] = [];

  /** A C-octet string: at most `max` octets with its NUL (SMPP 3.4 3.1); what is longer is refused with a `RangeError`. */
  text(value: string, max: number): this {
    const bytes = Buffer.from(`${value}\0`, 'latin1');
    if (bytes.length > max) throw new RangeError(`"${value}" is longer than ${max - 1} characters`);
    this.#parts.push(bytes);
    return this;
  }

  /** Octets. */
  bytes(...values: readonly number[]): this {
    this.#parts.push(Buffer.from(values));
    return this;
  }

  /** An optional parameter: tag, length, value (SMPP 3.4 5.3.1). */
  optional(tag: number, value: Buffer): this {
    const head = Buffer.alloc(4);
    head.writeUInt16BE(tag, 0);
    head.writeUInt16BE(value.length, 2);
    this.#parts.push(head, value);
    return this;
  }

  /** Octets with their count in front. */
  counted(value: Buffer): this {
    return this.bytes(value.length).raw(value);
  }

  /** Octets as they are. */
  raw(value: Buffer): this {
    this.#parts.push(value);
    return this;
  }

  /** The body. */
  done(): Buffer {
    return Buffer.concat(this.#parts);
  }
}

/** Reads the fields of a PDU's body one after another; what is missing at the end reads as empty, as many servers leave it out. */
export class FieldReader {
  readonly #body: Buffer;
  #at = 0;

  constructor(body: Buffer) {
    this.#body = body;
  }

  /** A C-octet string. */
  text(): string {
    const end = this.#body.indexOf(0, this.#at);
    const stop = end === -1 ? this.#body.length : end;
    const value = this.#body.toString('latin1', this.#at, stop);
    this.#at = Math.min(stop + 1, this.#body.length);
    return value;
  }

  /** An octet. */
  byte(): number {
    const value = this.#body[this.#at] ?? 0;
    this.#at = Math.min(this.#at + 1, this.#body.length);
    return value;
  }

  /** Octets with their count in front. */
  counted(): Buffer {
    return this.#take(this.byte());
  }

  /** The optional parameters, by tag; the last of a tag counts. One that is cut off ends them. */
  optionals(): ReadonlyMap<number, Buffer> {
    const found = new Map<number, Buffer>();
    while (this.#at + 4 <= this.#body.length) {
      const tag = this.#body.readUInt16BE(this.#at);
      const length = this.#body.readUInt16BE(this.#at + 2);
      this.#at += 4;
      found.set(tag, this.#take(length));
    }
    return found;
  }

  #take(count: number): Buffer {
    const end = Math.min(this.#at + count, this.#body.length);
    const value = this.#body.subarray(this.#at, end);
    this.#at = end;
    return value;
  }
}
