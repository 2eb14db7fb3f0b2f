import type { WebSocket } from '@fastify/websocket';
import { hasCode, textOf } from '#dsl/errors/coded-error.ts';
import {
  chatClientMessageSchema,
  type ChatServerMessage,
  type chatClientMessageSchema as ClientMessage,
} from '#dsl/protocol/chat.ts';
import type { z } from 'zod';
import { chatMessageOf, type EntryRow } from './chat-entry.ts';
import type { ChatServer } from './chat-server.ts';
import type { ChatVoice } from './chat-voice.ts';

/** A page that does not say hello in this time is nobody. */
const helloMs = 10_000;
/** How often a connection proves that it is alive and that its holder still may read. */
const heartbeatMs = 25_000;
/** Bytes that may wait for a page; one that reads slower is dropped, comes back and goes on where it was. */
const maxBufferedBytes = 256 * 1024;
/** What a page may have said without an answer. */
const maxWaiting = 100;

/** Entries after which the page is told how the session stands. */
const changesState: ReadonlySet<string> = new Set(['joined', 'left', 'closed', 'asleep', 'awake']);

/** Who speaks: asked anew where rights may have changed. Throws when they may not (any more). */
export type Admission = (token: string | undefined) => Promise<ChatVoice>;

type Message = z.output<typeof ClientMessage>;

/** One page's web socket on a session. */
export class ChatConnection {
  readonly #socket: WebSocket;
  readonly #server: ChatServer;
  readonly #admit: Admission;
  #voice: ChatVoice | undefined;
  #token: string | undefined;
  #leave: (() => void) | undefined;
  #isAlive = true;
  #isGreeted = false;
  readonly #timers: readonly NodeJS.Timeout[];
  /** What the page says is carried out in its order. */
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(socket: WebSocket, server: ChatServer, admit: Admission) {
    this.#socket = socket;
    this.#server = server;
    this.#admit = admit;
    const hello = setTimeout(() => {
      if (this.#voice === undefined) socket.close(1008, 'no hello came');
    }, helloMs);
    this.#timers = [hello, setInterval(() => void this.#beat(), heartbeatMs)];
    socket.on('pong', () => {
      this.#isAlive = true;
    });
    socket.on('message', (data: Buffer) => this.#receive(data.toString('utf8')));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => this.#end());
  }

  #receive(text: string): void {
    const read = chatClientMessageSchema.safeParse(parseJson(text));
    if (!read.success) {
      this.#socket.close(1008, 'not a message of this protocol');
      return;
    }
    const message = read.data;
    if (message.type === 'ping') this.#send({ type: 'pong' });
    else if (message.type === 'hello') void this.#hello(message);
    else if (message.type === 'typing') this.#type(message.on);
    else if (message.type === 'say') this.#inTurn(() => this.#say(message));
    else this.#inTurn(() => this.#close());
  }

  #inTurn(act: () => Promise<void>): void {
    this.#waiting += 1;
    if (this.#waiting > maxWaiting) {
      this.#socket.close(1008, 'too much at once');
      return;
    }
    this.#last = this.#last.then(act).finally(() => {
      this.#waiting -= 1;
    });
  }

  async #hello({ token, since }: Extract<Message, { type: 'hello' }>): Promise<void> {
    // also while the first one is being looked at: it would follow the session twice
    if (this.#isGreeted) return;
    this.#isGreeted = true;
    try {
      const voice = await this.#admit(token);
      this.#token = token;
      this.#voice = voice;
      const following = this.#server.hub.follow(voice.sessionId, since, {
        isInside: voice.isInside,
        onEntries: (rows) => this.#tell(voice, rows),
        onTyping: (from, on) => {
          if (from.kind !== voice.from.kind || from.name !== voice.from.name) this.#send({ type: 'typing', from, on });
        },
      });
      this.#leave = () => following.leave();
      if (this.#socket.readyState !== this.#socket.OPEN) this.#end();
      const session = await this.#server.state(voice.sessionId);
      this.#send({ type: 'session', session });
      following.catchUp(session.seq);
    } catch (error) {
      this.#socket.close(statusOf(error), textOf(error).slice(0, 100));
    }
  }

  #tell(voice: ChatVoice, rows: readonly EntryRow[]): void {
    this.#sendText(messagesText(rows));
    if (!rows.some(({ kind }) => changesState.has(kind))) return;
    this.#server
      .state(voice.sessionId)
      .then((session) => this.#send({ type: 'session', session }))
      // The page knows it from the entries too.
      .catch(() => undefined);
  }

  async #say({ clientId, text, kind, visibility }: Extract<Message, { type: 'say' }>): Promise<void> {
    try {
      // Whoever is inside may have lost the chat since.
      const voice = this.#voice?.isInside === true ? await this.#admit(undefined) : this.#voice;
      if (voice === undefined) return;
      const { seq, duplicate } = await this.#server.say(voice, { clientId, text, kind, visibility });
      // What is new comes with its client id as everybody gets it.
      if (duplicate) this.#send({ type: 'said', clientId, seq });
    } catch (error) {
      const code =
        typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'server/defect';
      const message = code.includes('/') ? textOf(error) : 'The message could not be taken.';
      this.#send({ type: 'refused', clientId, code, message });
    }
  }

  #type(on: boolean): void {
    if (this.#voice !== undefined) this.#server.typing(this.#voice, on);
  }

  async #close(): Promise<void> {
    try {
      if (this.#voice !== undefined) await this.#server.close(this.#voice);
    } catch (error) {
      this.#send({ type: 'refused', clientId: 'close', code: 'request/conflict', message: textOf(error) });
    }
  }

  async #beat(): Promise<void> {
    if (!this.#isAlive) {
      this.#socket.terminate();
      return;
    }
    this.#isAlive = false;
    this.#socket.ping();
    if (this.#voice?.isInside !== true) return;
    try {
      this.#voice = await this.#admit(this.#token);
    } catch (error) {
      if (hasCode(error, 'request/forbidden') || hasCode(error, 'request/not-found')) this.#socket.close(4403);
    }
  }

  #send(message: ChatServerMessage): void {
    this.#sendText(JSON.stringify(message));
  }

  #sendText(text: string): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > maxBufferedBytes) this.#socket.terminate();
    else this.#socket.send(text);
  }

  #end(): void {
    for (const timer of this.#timers) clearInterval(timer);
    this.#leave?.();
    this.#leave = undefined;
  }
}

/** What is sent of a row that many get is written once. */
const written = new WeakMap<EntryRow, string>();

function messagesText(rows: readonly EntryRow[]): string {
  const [row] = rows;
  if (row === undefined || rows.length > 1) return textOfRows(rows);
  const text = written.get(row) ?? textOfRows(rows);
  written.set(row, text);
  return text;
}

function textOfRows(rows: readonly EntryRow[]): string {
  return JSON.stringify({ type: 'messages', messages: rows.map(chatMessageOf) } satisfies ChatServerMessage);
}

/** 4401 and 4403 tell a page that coming back is in vain. */
function statusOf(error: unknown): number {
  if (hasCode(error, 'request/not-logged-in')) return 4401;
  if (hasCode(error, 'request/forbidden') || hasCode(error, 'request/not-found')) return 4403;
  return 1011;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // the schema then refuses it
    return undefined;
  }
}
