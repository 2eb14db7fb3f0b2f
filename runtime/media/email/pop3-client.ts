import { once } from 'node:events';
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { MailboxSettings } from '#dsl/model/mailbox.ts';
import { mailboxTimeoutMs, tlsOptions } from './mailbox-session.ts';

/** A logged-in connection to a POP3 server (RFC 1939). One command at a time. */
export interface Pop3Client {
  /** How many mails there are. */
  count(): Promise<number>;
  /** Size in bytes by the number of the mail. */
  sizes(): Promise<Map<number, number>>;
  /** The server's lasting names of the mails by number; undefined where it has none (UIDL is optional). */
  names(): Promise<Map<number, string> | undefined>;
  retrieve(number: number): Promise<Buffer>;
  /** Takes effect with `quit`. */
  remove(number: number): Promise<void>;
  /** Carries out what was removed and ends the connection. */
  quit(): Promise<void>;
  /** Ends the connection; nothing is removed. */
  close(): void;
}

// a listing of a hundred thousand mails
const maxListingBytes = 16 * 1024 * 1024;

const endOfLines = Buffer.from('\r\n.\r\n');

/**
 * Connects and logs in. Written here because the mail must arrive in its own bytes: the clients on the registry
 * decode it as UTF-8, keep the dots that the protocol doubles, and have no STLS.
 */
export async function connectPop3(settings: MailboxSettings, maxBytes: number): Promise<Pop3Client> {
  const { security, user, password } = settings;
  if (/[\r\n]/.test(user + password)) throw new Error('User and password must be one line each.');
  let wire = await openWire(settings);
  try {
    if (security === 'starttls') {
      await wire.command('STLS');
      wire = await openWire(settings, wire.detach());
    }
    await wire.command(`USER ${user}`);
    await wire.command(`PASS ${password}`);
  } catch (error) {
    wire.close();
    throw error;
  }
  const listing = async (command: string) => {
    const lines = (await wire.listing(command, maxListingBytes)).toString('latin1').split('\r\n');
    return new Map(lines.filter(Boolean).map((line) => [Number(line.split(' ')[0]), line.split(' ')[1] ?? '']));
  };
  return {
    count: async () => Number((await wire.command('STAT')).split(' ')[1]),
    sizes: async () => new Map([...(await listing('LIST'))].map(([number, size]) => [number, Number(size)])),
    names: () => listing('UIDL').catch(() => undefined),
    retrieve: (number) => wire.listing(`RETR ${number}`, maxBytes),
    remove: async (number) => void (await wire.command(`DELE ${number}`)),
    quit: async () => {
      await wire.command('QUIT');
      wire.close();
    },
    close: () => wire.close(),
  };
}

/** Commands and their answers, in bytes. */
interface Wire {
  /** The status line; rejects with its text when it is -ERR. */
  command(line: string): Promise<string>;
  /** What follows the status line, dots undone. */
  listing(line: string, maxBytes: number): Promise<Buffer>;
  detach(): Socket;
  close(): void;
}

interface Exchange {
  readonly manyLines: boolean;
  readonly maxBytes: number;
  readonly chunks: Buffer[];
  bytes: number;
  tail: Buffer;
  readonly resolve: (answer: Buffer) => void;
  readonly reject: (error: Error) => void;
}

async function openWire(settings: MailboxSettings, over?: Socket): Promise<Wire> {
  const { host, port, security } = settings;
  const servername = isIP(host) === 0 ? { servername: host } : {};
  const tls = { host, ...servername, ...tlsOptions(settings) };
  let socket: Socket;
  if (over) socket = connectTls({ ...tls, socket: over });
  else socket = security === 'tls' ? connectTls({ ...tls, port }) : connectPlain({ host, port });
  const converse = conversation(socket, host);
  // after STLS the server does not greet again
  if (over) await once(socket, 'secureConnect');
  else await converse(undefined, false, 1024);
  return {
    command: async (line) => (await converse(line, false, 4096)).toString('utf8').trim(),
    listing: async (line, maxBytes) => undot(await converse(line, true, maxBytes)),
    detach: () => {
      socket.removeAllListeners();
      socket.setTimeout(0);
      return socket;
    },
    close: () => socket.destroy(),
  };
}

/** Sends a line, or none for the greeting, and gives the bytes of the answer. */
type Converse = (line: string | undefined, manyLines: boolean, maxBytes: number) => Promise<Buffer>;

function conversation(socket: Socket, host: string): Converse {
  let exchange: Exchange | undefined;
  let failure: Error | undefined;
  const fail = (error: Error) => {
    failure ??= error;
    exchange?.reject(failure);
    exchange = undefined;
    socket.destroy(failure);
  };
  socket.setTimeout(mailboxTimeoutMs, () =>
    fail(new Error(`${host} did not answer for ${mailboxTimeoutMs / 1000} seconds.`)),
  );
  socket.on('error', fail);
  socket.on('close', () => fail(new Error(`${host} closed the connection.`)));
  socket.on('data', (chunk) => {
    const answer = exchange && takeChunk(exchange, chunk);
    if (!exchange || answer === undefined) return;
    const { resolve, reject } = exchange;
    // the rest of an answer that is too long would be taken for the next one's
    if (answer instanceof RangeError) return fail(answer);
    exchange = undefined;
    if (answer instanceof Error) reject(answer);
    else resolve(answer);
  });
  return (line, manyLines, maxBytes) =>
    new Promise((resolve, reject) => {
      if (failure) return reject(failure);
      exchange = { manyLines, maxBytes, chunks: [], bytes: 0, tail: Buffer.alloc(0), resolve, reject };
      if (line !== undefined) socket.write(`${line}\r\n`);
    });
}

/** The whole answer once it is there, an error for -ERR, undefined while more is to come. */
function takeChunk(exchange: Exchange, chunk: Buffer): Buffer | Error | undefined {
  exchange.chunks.push(chunk);
  exchange.bytes += chunk.length;
  exchange.tail = Buffer.concat([exchange.tail, chunk.subarray(-endOfLines.length)]).subarray(-endOfLines.length);
  const refused = exchange.chunks[0]?.[0] === 0x2d;
  // nothing but the end of an answer looks so, since dots at the start of lines are doubled (RFC 1939 3)
  const ended =
    exchange.manyLines && !refused ? exchange.tail.equals(endOfLines) : exchange.tail.subarray(-1)[0] === 0x0a;
  if (!ended) {
    const limit = exchange.maxBytes * 1.1 + 1024;
    return exchange.bytes > limit ? new RangeError(`The server sent more than ${exchange.maxBytes} bytes.`) : undefined;
  }
  const answer = Buffer.concat(exchange.chunks);
  return refused ? new Error(answer.toString('utf8').trim()) : answer;
}

function undot(answer: Buffer): Buffer {
  const end = answer.length - '.\r\n'.length;
  const pieces: Buffer[] = [];
  // the line end before the first line belongs to the status line, so that a dot there is seen too
  let at = answer.indexOf('\r\n');
  let dot = answer.indexOf('\r\n..', at);
  let from = at + 2;
  while (dot >= 0 && dot < end) {
    pieces.push(answer.subarray(from, dot + 2));
    at = dot + 3;
    from = at;
    dot = answer.indexOf('\r\n..', at);
  }
  pieces.push(answer.subarray(from, Math.max(from, end)));
  return Buffer.concat(pieces);
}
