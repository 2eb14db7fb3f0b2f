import type { WebSocket } from '@fastify/websocket';
import { clientMessageSchema, type ServerMessage } from '#dsl/protocol/desktop.ts';
import type { Place } from '#dsl/protocol/presence.ts';
import type { TrafficFocus } from '#dsl/protocol/traffic.ts';
import { newId } from '#runtime/store/new-id.ts';
import { holdsRole, type Principal } from '#runtime/tenant/principal.ts';

/** A stream a page may subscribe to. */
export type Stream = 'desktop' | 'counts' | 'interactions' | 'processes';

/** Bytes that may wait for a client. One that reads slower than this grows is dropped and comes back with a fresh state. */
const maxBufferedBytes = 1024 * 1024;

/** Who may see which stream; the desktop is always one's own. */
const rolesOf = {
  desktop: ['agent'],
  counts: ['designer', 'supervisor'],
  interactions: ['designer', 'supervisor'],
  processes: ['designer', 'supervisor'],
} as const;

/** One page's connection. */
export class SocketConnection {
  /** Tells windows of one person apart. */
  readonly id = newId();
  readonly who: Principal;
  readonly #socket: WebSocket;
  #streams: ReadonlySet<Stream> = new Set();
  #isAlive = true;
  /** Where in a process the page is; undefined while it is in none. */
  place: Place | undefined;
  /** The process whose traffic the page watches, and what of it minute by minute. */
  watched: { readonly process: string; readonly focus: TrafficFocus | null } | undefined;
  /** Whether it has subscribed to the desktop, and which row says so. */
  desktopRow: Promise<string | undefined> = Promise.resolve(undefined);

  constructor(socket: WebSocket, who: Principal) {
    this.#socket = socket;
    this.who = who;
    socket.on('pong', () => {
      this.#isAlive = true;
    });
  }

  /** Reads what a page sent; answers the streams it newly subscribed to. What nobody understands closes the connection. */
  receive(data: string): readonly Stream[] {
    const message = clientMessageSchema.safeParse(parseJson(data));
    if (!message.success) {
      this.close(1008, 'not a message of this protocol');
      return [];
    }
    if (message.data.type === 'ping') {
      this.send(JSON.stringify({ type: 'pong' } satisfies ServerMessage));
      return [];
    }
    if (message.data.type === 'presence') {
      if (this.#maySee('processes') && this.who.kind === 'person') this.place = message.data.place ?? undefined;
      return [];
    }
    if (message.data.type === 'watch') {
      if (this.#maySee('counts')) this.watched = message.data.watched ?? undefined;
      return [];
    }
    const before = this.#streams;
    this.#streams = new Set(message.data.streams.filter((stream) => this.#maySee(stream)));
    return [...this.#streams].filter((stream) => !before.has(stream));
  }

  /** Whether the page wants the stream, and may have it. */
  wants(stream: Stream): boolean {
    return this.#streams.has(stream);
  }

  /** Sends a message already written as JSON, so that many receive what was written once. */
  send(text: string): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > maxBufferedBytes) this.#socket.terminate();
    else this.#socket.send(text);
  }

  /** Asks whether the other side is still there; ends the connection when the last question went unanswered. */
  checkAlive(): void {
    if (!this.#isAlive) {
      this.#socket.terminate();
      return;
    }
    this.#isAlive = false;
    this.#socket.ping();
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }

  #maySee(stream: Stream): boolean {
    return holdsRole(this.who.roles, rolesOf[stream]) && (stream !== 'desktop' || this.who.kind === 'person');
  }
}

function parseJson(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    // the schema then refuses it
    return undefined;
  }
}
