import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectTls, rootCertificates } from 'node:tls';
import type { SmsChannelSettings } from '#dsl/model/sms-channel.ts';
import { textOf } from '#dsl/errors/coded-error.ts';
import type { Submission } from './contract.ts';
import { commands, type Pdu, PduReader, statuses, writePdu } from './pdu.ts';
import { FieldReader, FieldWriter } from './pdu-fields.ts';
import { type Delivered, type Outgoing, readDelivered, submitBody } from './short-message.ts';
import { statusText } from './status-text.ts';

/** Which directions a connection serves. */
export type BindKind = 'transceiver' | 'receiver' | 'transmitter';

/** Timers of a connection, in milliseconds; shorter in tests. */
export interface SmppTimers {
  /** Longest wait for an answer; a centre that is silent for longer is taken for gone. */
  readonly answerMs: number;
  /** Between two enquiries whether the centre is still there. */
  readonly enquireMs: number;
}

/** What is told to whoever holds the connection. */
export interface SmppListener {
  /** Resolves when the message may be acknowledged; a rejection makes the centre offer it again. */
  delivered(message: Delivered): Promise<void>;
}

const bindCommands: Readonly<Record<BindKind, number>> = {
  transceiver: commands.bindTransceiver,
  receiver: commands.bindReceiver,
  transmitter: commands.bindTransmitter,
};

const temporary: ReadonlySet<number> = new Set([
  statuses.systemError,
  statuses.queueFull,
  statuses.throttled,
  statuses.temporaryFault,
]);

/** Deliveries taken at once; beyond it the centre waits with the rest. */
const maxDelivering = 50;

interface Waiting {
  readonly answer: (pdu: Pdu) => void;
  readonly lost: (reason: string) => void;
  readonly since: number;
}

/** One bound connection to an SMS centre (SMPP 3.4). It never comes back once it has ended. */
export class SmppConnection {
  /** Resolves with the reason when the connection is over. */
  readonly ended: Promise<string>;
  readonly #socket: Socket;
  readonly #timers: SmppTimers;
  readonly #listener: SmppListener;
  readonly #reader = new PduReader();
  readonly #waiting = new Map<number, Waiting>();
  readonly #watch: NodeJS.Timeout;
  #end: (reason: string) => void = () => undefined;
  #movers: (() => void)[] = [];
  #isOver = false;
  #sequence = 0;
  #delivering = 0;
  #heard = Date.now();

  private constructor(socket: Socket, timers: SmppTimers, listener: SmppListener) {
    this.#socket = socket;
    this.#timers = timers;
    this.#listener = listener;
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    socket.setNoDelay(true);
    socket.on('data', (packet) => this.#read(packet));
    socket.on('error', (error) => this.#over(textOf(error)));
    socket.on('close', () => this.#over('the SMS centre closed the connection'));
    this.#watch = setInterval(() => this.#look(), Math.min(timers.answerMs, timers.enquireMs) / 2);
  }

  /** Connects and binds. Throws an error with the reason when that cannot be. */
  static async open(
    settings: SmsChannelSettings,
    kind: BindKind,
    timers: SmppTimers,
    listener: SmppListener,
  ): Promise<SmppConnection> {
    const connection = new SmppConnection(await reach(settings, timers.answerMs), timers, listener);
    const body = new FieldWriter()
      .text(settings.systemId, 16)
      .text(settings.password, 9)
      .text(settings.systemType, 13)
      .bytes(0x34, 0, 0)
      .text('', 41)
      .done();
    const answer = await connection.#ask(bindCommands[kind], body);
    if (typeof answer !== 'string' && answer.status === statuses.ok) return connection;
    const reason = typeof answer === 'string' ? answer : statusText(answer.status);
    connection.#over(reason);
    throw new Error(`the SMS centre did not let us in: ${reason}`);
  }

  /** Messages that were written and have no answer yet. */
  get underWay(): number {
    return this.#waiting.size;
  }

  /** Whether it has ended. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Resolves at the next answer, and when the connection ends. */
  moved(): Promise<void> {
    return new Promise((resolve) => this.#movers.push(resolve));
  }

  /** Submits one message or part (submit_sm). Never rejects. */
  async submit(message: Outgoing): Promise<Submission> {
    let body: Buffer;
    try {
      body = submitBody(message);
    } catch (error) {
      return { outcome: 'permanent', reply: textOf(error) };
    }
    if (this.#isOver) return { outcome: 'temporary', reply: 'there is no connection to the SMS centre' };
    const answer = await this.#ask(commands.submitSm, body);
    if (typeof answer === 'string') return { outcome: 'uncertain', reply: answer };
    const { status } = answer;
    if (status === statuses.ok) return { outcome: 'sent', messageId: new FieldReader(answer.body).text() };
    return { outcome: temporary.has(status) ? 'temporary' : 'permanent', reply: statusText(status) };
  }

  /** Says goodbye (unbind) and ends. */
  async close(): Promise<void> {
    if (!this.#isOver) await this.#ask(commands.unbind, Buffer.alloc(0));
    this.#over('the connection was ended here');
  }

  /** The answer, or the reason why none came. */
  #ask(command: number, body: Buffer): Promise<Pdu | string> {
    if (this.#isOver) return Promise.resolve('the connection is over');
    this.#sequence = (this.#sequence % 0x7fff_ffff) + 1;
    const sequence = this.#sequence;
    return new Promise((resolve) => {
      this.#waiting.set(sequence, { answer: resolve, lost: resolve, since: Date.now() });
      this.#socket.write(writePdu({ command, isAnswer: false, status: 0, sequence, body }));
    });
  }

  #read(packet: Buffer): void {
    this.#heard = Date.now();
    let pdus: Pdu[];
    try {
      pdus = this.#reader.read(packet);
    } catch (error) {
      this.#over(textOf(error));
      return;
    }
    for (const pdu of pdus) this.#take(pdu);
  }

  #take(pdu: Pdu): void {
    if (pdu.isAnswer) {
      const waiting = this.#waiting.get(pdu.sequence);
      this.#waiting.delete(pdu.sequence);
      waiting?.answer(pdu);
      this.#tellMovers();
    } else if (pdu.command === commands.deliverSm) void this.#deliver(pdu);
    else if (pdu.command === commands.enquireLink) this.#answer(pdu, statuses.ok);
    else if (pdu.command === commands.unbind) {
      this.#answer(pdu, statuses.ok);
      this.#over('the SMS centre ended the session');
    } else this.#answer({ ...pdu, command: commands.genericNack }, statuses.unknownCommand);
  }

  async #deliver(pdu: Pdu): Promise<void> {
    this.#delivering += 1;
    if (this.#delivering >= maxDelivering) this.#socket.pause();
    let status: number = statuses.ok;
    try {
      await this.#listener.delivered(readDelivered(pdu.body));
    } catch {
      // the listener has told whom it concerns; the centre is to offer the message again
      status = statuses.temporaryFault;
    }
    this.#delivering -= 1;
    if (this.#isOver) return;
    this.#answer(pdu, status, Buffer.from([0]));
    this.#socket.resume();
  }

  #answer({ command, sequence }: Pdu, status: number, body = Buffer.alloc(0)): void {
    this.#socket.write(writePdu({ command, isAnswer: true, status, sequence, body }));
  }

  /** A connection whose centre is gone without a word looks alive for hours to the operating system. */
  #look(): void {
    const now = Date.now();
    const [oldest] = this.#waiting.values();
    if (oldest !== undefined && now - oldest.since > this.#timers.answerMs) {
      this.#over(`the SMS centre gave no answer for ${this.#timers.answerMs / 1000} s`);
    } else if (now - this.#heard > this.#timers.enquireMs && this.#waiting.size === 0) {
      void this.#ask(commands.enquireLink, Buffer.alloc(0));
    }
  }

  #over(reason: string): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearInterval(this.#watch);
    this.#socket.destroy();
    for (const { lost } of this.#waiting.values()) lost(reason);
    this.#waiting.clear();
    this.#tellMovers();
    this.#end(reason);
  }

  #tellMovers(): void {
    const movers = this.#movers;
    this.#movers = [];
    for (const tell of movers) tell();
  }
}

async function reach({ host, port, security, caPem }: SmsChannelSettings, withinMs: number): Promise<Socket> {
  const ca = caPem === undefined ? undefined : [...rootCertificates, caPem];
  const socket =
    security === 'tls' ? connectTls({ host, port, servername: host, ...(ca && { ca }) }) : connect({ host, port });
  try {
    await once(socket, security === 'tls' ? 'secureConnect' : 'connect', { signal: AbortSignal.timeout(withinMs) });
  } catch (error) {
    socket.destroy();
    throw error;
  }
  return socket;
}
