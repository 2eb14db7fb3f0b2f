import { textOf } from '#dsl/errors/coded-error.ts';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { EmailIntake, ProblemListener } from './contract.ts';
import { parseMail } from './parse-mail.ts';
import { smtpReply } from './smtp-reply.ts';

/** Where an address leads: which endpoint of which tenant, and the address as we know it. */
export interface Recipient {
  readonly tenantId: string;
  readonly endpoint: string;
  readonly mailbox: string;
}

/** How the SMTP server of the product listens and where it hands mail over. */
export interface SmtpIntakeOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  /** Largest mail taken, in bytes; announced with SIZE (RFC 1870), answered with 552 beyond. */
  readonly maxBytes: number;
  readonly intake: EmailIntake;
  /** Undefined for an address that is not ours: the client then gets 550. */
  readonly resolveRecipient: (address: string) => Promise<Recipient | undefined>;
  /** PEM. Offers STARTTLS. Leave it out rather than use a certificate that clients will not trust: most of them
   *  refuse to send once STARTTLS is offered and fails, and send in the clear when it is not offered. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Bytes of mails being received or handed over at the same time; beyond it the client gets 451 and comes again. */
  readonly maxBytesInFlight?: number;
  readonly maxClients?: number;
  readonly onProblem?: ProblemListener;
}

/** A server that listens. */
export interface SmtpIntake {
  readonly port: number;
  /** Takes no more connections, finishes the mails under way and closes. */
  stop(): Promise<void>;
}

// RFC 5321 6.3: a mail that passed so many servers goes in circles
const maxHops = 100;

// RFC 5321 4.5.3.2.6: clients wait ten minutes for the answer to a mail, and come again when they get none
const acceptLimitMs = 2 * 60_000;
const idleLimitMs = 5 * 60_000;
const stopLimitMs = 10_000;

/** Starts the SMTP server that takes mail for our addresses: 250 only once every mail of the delivery is committed. */
export async function startSmtpIntake(options: SmtpIntakeOptions): Promise<SmtpIntake> {
  const state: IntakeState = {
    options,
    // two of the largest fit at least, so that one does not keep all others out
    maxBytesInFlight: options.maxBytesInFlight ?? Math.max(2 * options.maxBytes, 64 * 1024 * 1024),
    bytesInFlight: 0,
    recipients: new WeakMap(),
    receiving: new Set(),
    stopping: false,
  };
  const server = new SMTPServer({
    size: options.maxBytes,
    rejectOversized: true,
    disabledCommands: options.tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    maxClients: options.maxClients ?? 500,
    socketTimeout: idleLimitMs,
    closeTimeout: stopLimitMs,
    banner: 'Signalbox',
    ...options.tls,
    onMailFrom: (_address, session, done) => {
      state.recipients.set(session, new Map());
      done();
    },
    onRcptTo: ({ address }, session, done) => void answer(addRecipient(state, address, session), done),
    onData: (stream, session, done) => {
      state.receiving.add(session);
      void answer(receive(state, stream, session), done).finally(() => {
        state.receiving.delete(session);
        if (state.stopping) setImmediate(() => closeIdle(server, state));
      });
    },
  });
  server.on('error', (error) => {
    // a client that broke off comes again by itself; what concerns a person is the listener
    if (!('remoteAddress' in error))
      options.onProblem?.({ kind: 'unreachable', mailbox: 'smtp', reason: textOf(error) });
  });
  const port = await listen(server, options);
  const stop = () =>
    new Promise<void>((resolve) => {
      state.stopping = true;
      server.close(() => resolve());
      closeIdle(server, state);
    });
  return { port, stop };
}

interface IntakeState {
  readonly options: SmtpIntakeOptions;
  readonly maxBytesInFlight: number;
  bytesInFlight: number;
  /** Of the mail each connection is sending: one for each endpoint, however many addresses lead there. */
  readonly recipients: WeakMap<SMTPServerSession, Map<string, Recipient>>;
  /** Connections with a mail under way; they are not cut off when the server stops. */
  readonly receiving: Set<SMTPServerSession>;
  stopping: boolean;
}

async function answer(work: Promise<void>, done: (error?: Error | null) => void): Promise<void> {
  const failure = await work.then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error : new Error(textOf(error))),
  );
  done(failure);
}

function closeIdle(server: SMTPServer, state: IntakeState): void {
  for (const connection of server.connections) {
    if (state.receiving.has(connection.session)) continue;
    connection.send(421, '4.3.2 the server is stopping, try again later');
    connection.close();
  }
}

async function addRecipient(state: IntakeState, address: string, session: SMTPServerSession): Promise<void> {
  const { resolveRecipient, onProblem } = state.options;
  const recipient = await resolveRecipient(address).catch((error: unknown) => {
    onProblem?.({ kind: 'not-accepted', mailbox: 'smtp', reason: `${address}: ${textOf(error)}` });
    throw smtpReply(451, '4.3.0 cannot tell where this address leads, try again later');
  });
  if (!recipient) throw smtpReply(550, '5.1.1 no such mailbox here');
  const known = state.recipients.get(session);
  const key = JSON.stringify([recipient.tenantId, recipient.endpoint]);
  if (known && !known.has(key)) known.set(key, recipient);
}

async function receive(state: IntakeState, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
  let bytes = 0;
  const chunks: Buffer[] = [];
  let overloaded = false;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      // what is not kept is still read: the client listens for an answer only at the end of the mail
      overloaded ||= state.bytesInFlight + chunk.length > state.maxBytesInFlight;
      if (overloaded || stream.sizeExceeded) continue;
      bytes += chunk.length;
      state.bytesInFlight += chunk.length;
      chunks.push(chunk);
    }
    if (stream.sizeExceeded) throw smtpReply(552, '5.3.4 message exceeds fixed maximum message size');
    if (overloaded) throw smtpReply(451, '4.3.1 too much mail at the moment, try again later');
    await handOver(state, Buffer.concat(chunks), session);
  } finally {
    state.bytesInFlight -= bytes;
  }
}

async function handOver(state: IntakeState, raw: Buffer, session: SMTPServerSession): Promise<void> {
  const { intake, onProblem } = state.options;
  const { mailFrom, rcptTo } = session.envelope;
  const from = mailFrom === false ? '' : mailFrom.address;
  const envelope = { from, to: rcptTo.map(({ address }) => address) };
  const recipients = [...(state.recipients.get(session)?.values() ?? [])];
  const parsed = await parseMail(raw, { envelopeFrom: from });
  const hops = parsed.headers.filter(({ name }) => name.toLowerCase() === 'received').length;
  if (hops >= maxHops) throw smtpReply(554, '5.4.6 too many hops, this mail goes in circles');
  const receivedAt = new Date();
  const outcomes = await Promise.allSettled(
    recipients.map((recipient) =>
      inTime(intake.accept({ ...recipient, raw, envelope, receivedAt, parsed }), acceptLimitMs),
    ),
  );
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (!failed) return;
  // the client sends it again to all; where it was accepted already it is known by its Message-ID
  const reason = textOf(failed.reason);
  onProblem?.({ kind: 'not-accepted', mailbox: 'smtp', reason, subject: parsed.subject, from, bytes: raw.length });
  throw smtpReply(451, '4.3.0 could not be stored, try again later');
}

function inTime<T>(work: Promise<T>, limitMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not accepted within ${limitMs / 1000} seconds`)), limitMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function listen(server: SMTPServer, { port, host }: SmtpIntakeOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const listener = server.listen(port, host, () => {
      server.off('error', reject);
      const address = listener.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
