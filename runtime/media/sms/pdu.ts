/** Operations of SMPP 3.4 (5.1.2.1) that a client uses; an answer has the same number with the highest bit set. */
export const commands = {
  genericNack: 0x8000_0000,
  bindReceiver: 0x01,
  bindTransmitter: 0x02,
  submitSm: 0x04,
  deliverSm: 0x05,
  unbind: 0x06,
  bindTransceiver: 0x09,
  enquireLink: 0x15,
} as const;
const answerBit = 0x8000_0000;

/** `command_status` values (SMPP 3.4 5.1.3) that this client tells apart or answers with. */
export const statuses = {
  ok: 0x00,
  unknownCommand: 0x03,
  systemError: 0x08,
  queueFull: 0x14,
  throttled: 0x58,
  temporaryFault: 0x64,
} as const;

const headerBytes = 16;
/** Longest PDU that is taken: a message payload has up to 64 KiB. */
const maxPduBytes = 70_000;

/** One unit of the protocol: header and undecoded body. */
export interface Pdu {
  /** Number of the operation, without the bit that marks an answer. */
  readonly command: number;
  readonly isAnswer: boolean;
  readonly status: number;
  readonly sequence: number;
  readonly body: Buffer;
}

/** A PDU as bytes. */
export function writePdu({ command, isAnswer, status, sequence, body }: Pdu): Buffer {
  const bytes = Buffer.alloc(headerBytes + body.length);
  bytes.writeUInt32BE(bytes.length, 0);
  bytes.writeUInt32BE((isAnswer ? command | answerBit : command) >>> 0, 4);
  bytes.writeUInt32BE(status, 8);
  bytes.writeUInt32BE(sequence, 12);
  body.copy(bytes, headerBytes);
  return bytes;
}

/** Cuts a stream into PDUs, whatever packets it comes in. Holds one incomplete PDU at most. */
export class PduReader {
  #pending: Buffer = Buffer.alloc(0);

  /** The PDUs that are complete with this packet. Throws `RangeError` when a length cannot be one: the stream is lost then. */
  read(packet: Buffer): Pdu[] {
    let rest = this.#pending.length === 0 ? packet : Buffer.concat([this.#pending, packet]);
    const found: Pdu[] = [];
    while (rest.length >= headerBytes) {
      const length = rest.readUInt32BE(0);
      if (length < headerBytes || length > maxPduBytes) throw new RangeError(`a PDU of ${length} bytes cannot be`);
      if (rest.length < length) break;
      found.push(pduOf(rest.subarray(0, length)));
      rest = rest.subarray(length);
    }
    this.#pending = Buffer.from(rest);
    return found;
  }
}

function pduOf(bytes: Buffer): Pdu {
  const id = bytes.readUInt32BE(4);
  const isAnswer = id >= answerBit;
  return {
    command: id === commands.genericNack ? id : id % answerBit,
    isAnswer,
    status: bytes.readUInt32BE(8),
    sequence: bytes.readUInt32BE(12),
    body: bytes.subarray(headerBytes),
  };
}
