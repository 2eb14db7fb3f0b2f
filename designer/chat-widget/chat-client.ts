import type {
  ChatClientMessage,
  ChatLogPage,
  ChatMessage,
  ChatParty,
  ChatServerMessage,
  ChatState,
  OpenChat,
  SayChat,
} from '#dsl/protocol/chat.ts';
import { ChatHttp, type ChatKey, ChatRefusal, type ChatSide, isFinal } from './chat-http.ts';

/** How the client reaches the server now. */
export type ChatLink = 'socket' | 'polling' | 'offline';

/** A message that the server has not confirmed yet. */
export interface PendingMessage extends SayChat {
  /** Why the server refused it; it is not sent again by itself then. */
  readonly refused?: string;
}

/** What is kept of a session while its page is gone. */
export interface KeptChat extends ChatKey {
  readonly pending: readonly PendingMessage[];
}

/** Where the page keeps a session, so that it outlives the page. */
export interface ChatShelf {
  read(): KeptChat | undefined;
  /** Undefined forgets it. */
  write(kept: KeptChat | undefined): void;
}

/** What the client tells its page. */
export interface ChatListener {
  /** Entries in order, each once. */
  onMessages?(messages: readonly ChatMessage[]): void;
  onSession?(session: ChatState): void;
  onTyping?(from: ChatParty, on: boolean): void;
  onLink?(link: ChatLink): void;
  /** What waits to be confirmed has changed. */
  onPending?(pending: readonly PendingMessage[]): void;
  /** The session does not exist any more, or the token does not open it. */
  onGone?(): void;
}

/** What a client works with. */
export interface ChatClientOptions {
  /** Where Signalbox is, such as `https://chat.example.com`. */
  readonly url: string;
  readonly shelf?: ChatShelf;
  /** Agents and supervisors are at `chats`; customers, who are meant when it is left out, at `chat/sessions`. */
  readonly side?: ChatSide;
  /** False: plain HTTP only. */
  readonly useSocket?: boolean;
}

const firstWaitMs = 500;
const longestWaitMs = 15_000;
/** A socket that fails so often before it was ever of use is not tried for a while. */
const failuresTillPolling = 2;
const pollingForMs = 60_000;
const pollSeconds = 20;
const quietMs = 30_000;
/** What was too much, or did not arrive, is sent again after this. */
const againMs = 1500;

/**
 * A customer's side of a chat. It comes back by itself, over a web socket or else by HTTP, and goes on with the number after the last
 * it has seen; what was said meanwhile is sent under its own client id until the server has it, so nothing is lost and nothing doubled.
 */
export class ChatClient {
  readonly #options: ChatClientOptions;
  readonly #listener: ChatListener;
  readonly #http: ChatHttp;
  #key: ChatKey | undefined;
  #seq = 0;
  #pending: readonly PendingMessage[] = [];
  #session: ChatState | undefined;
  #socket: WebSocket | undefined;
  #failures = 0;
  #pollUntil = 0;
  #stopping = new AbortController();
  readonly #posted = new Set<string>();
  #isPosting = false;

  constructor(options: ChatClientOptions, listener: ChatListener) {
    this.#options = options;
    this.#listener = listener;
    this.#http = new ChatHttp(options.url, options.side);
  }

  /** How the session stood last. */
  get session(): ChatState | undefined {
    return this.#session;
  }

  /** Where the session is and what opens it; for `fileUrl` and for programs that keep it themselves. */
  get key(): ChatKey | undefined {
    return this.#key;
  }

  /** Begins a chat. The same `clientKey` is the same chat, so asking again after a lost answer is safe. */
  async open(wish: OpenChat): Promise<void> {
    this.#take(await this.#http.open(wish), []);
  }

  /** Goes on with the chat on the shelf; false when there is none. */
  resume(): boolean {
    const kept = this.#options.shelf?.read();
    if (kept === undefined) return false;
    this.#take(kept, kept.pending);
    return true;
  }

  /** Follows a session that is known already. */
  join(key: ChatKey): void {
    this.#take(key, []);
  }

  /** Says something; it is shown as pending till the server has it. Answers its client id. */
  say(text: string, how: Pick<SayChat, 'kind' | 'visibility'> = {}): string {
    const message = { clientId: newClientId(), text, ...how };
    this.#setPending([...this.#pending, message]);
    this.#send(message);
    return message.clientId;
  }

  /** Takes back what was refused. */
  drop(clientId: string): void {
    this.#setPending(this.#pending.filter((one) => one.clientId !== clientId));
  }

  /** Tells that the customer writes, or has stopped. */
  typing(on: boolean): void {
    if (!this.#tell({ type: 'typing', on }) && this.#key !== undefined) {
      // Nobody misses it.
      this.#http.post(this.#key, 'typing', { on }).catch(() => undefined);
    }
  }

  /** Sends a file; throws a `ChatRefusal` with the reason. */
  async sendFile(file: File): Promise<void> {
    if (this.#key !== undefined) await this.#http.upload(this.#key, file, newClientId());
  }

  /** The bytes of a file of this chat. */
  async file(id: string): Promise<Blob> {
    if (this.#key === undefined) throw new ChatRefusal(404, 'There is no chat.');
    return this.#http.download(this.#key, id);
  }

  /** Ends the chat for everybody. */
  async close(): Promise<void> {
    if (this.#key !== undefined) await this.#http.post(this.#key, 'close');
  }

  /** Lets go of the connection; the chat itself goes on. */
  stop(): void {
    this.#stopping.abort();
  }

  /** Forgets the chat on the shelf: the next one is new. */
  forget(): void {
    this.stop();
    this.#options.shelf?.write(undefined);
  }

  #take(key: ChatKey, pending: readonly PendingMessage[]): void {
    if (key.sessionId !== this.#key?.sessionId) this.#seq = 0;
    this.#key = { sessionId: key.sessionId, token: key.token };
    this.#stopping = new AbortController();
    this.#setPending(pending);
    void this.#keepUp(this.#key, this.#stopping.signal);
  }

  async #keepUp(key: ChatKey, stopped: AbortSignal): Promise<void> {
    let waitMs = firstWaitMs;
    while (!stopped.aborted) {
      const usesSocket = this.#options.useSocket !== false && Date.now() >= this.#pollUntil;
      const went = usesSocket ? await this.#overSocket(key, stopped) : await this.#byPolling(key, stopped);
      if (went === 'ended' || stopped.aborted) return;
      if (went === 'was-live') waitMs = firstWaitMs;
      this.#listener.onLink?.('offline');
      // Spread, so that everybody does not come back at once after a restart.
      await pause(waitMs * (0.5 + Math.random() / 2), stopped);
      waitMs = Math.min(waitMs * 2, longestWaitMs);
    }
  }

  #overSocket(key: ChatKey, stopped: AbortSignal): Promise<'was-live' | 'failed' | 'ended'> {
    return new Promise((resolve) => {
      const socket = new WebSocket(this.#http.socketUrl(key));
      stopped.addEventListener('abort', () => socket.close());
      let isLive = false;
      let heardAt = Date.now();
      const watch = setInterval(() => {
        if (Date.now() - heardAt > 2 * quietMs) socket.close();
        else if (isLive) this.#tell({ type: 'ping' });
      }, quietMs);
      socket.addEventListener('open', () => {
        socket.send(JSON.stringify({ type: 'hello', token: key.token, since: this.#seq } satisfies ChatClientMessage));
      });
      socket.addEventListener('message', ({ data }) => {
        heardAt = Date.now();
        const message = JSON.parse(String(data)) as ChatServerMessage;
        if (message.type === 'session' && !isLive) {
          isLive = true;
          this.#failures = 0;
          this.#socket = socket;
          this.#listener.onLink?.('socket');
          this.#sendPending();
        }
        this.#hear(message);
      });
      socket.addEventListener('close', ({ code }) => {
        clearInterval(watch);
        if (this.#socket === socket) this.#socket = undefined;
        if (code === 4401 || code === 4403) {
          this.#gone();
          resolve('ended');
          return;
        }
        if (!isLive) this.#failures += 1;
        if (this.#failures >= failuresTillPolling) {
          this.#failures = 0;
          this.#pollUntil = Date.now() + pollingForMs;
        }
        resolve(isLive ? 'was-live' : 'failed');
      });
    });
  }

  async #byPolling(key: ChatKey, stopped: AbortSignal): Promise<'was-live' | 'failed' | 'ended'> {
    let isLive = false;
    try {
      while (!stopped.aborted && (Date.now() < this.#pollUntil || this.#options.useSocket === false)) {
        const wait = isLive ? pollSeconds : 0;
        const page: ChatLogPage = await this.#http.log(key, { since: this.#seq, wait }, stopped);
        if (!isLive) {
          this.#listener.onLink?.('polling');
          this.#sendPending();
        }
        isLive = true;
        this.#hear({ type: 'messages', messages: page.messages });
        this.#hear({ type: 'session', session: page.session });
        this.#seq = Math.max(this.#seq, page.next);
        if (page.session.state === 'closed' && page.messages.length === 0) return 'ended';
      }
      return 'was-live';
    } catch (error) {
      if (!isFinal(error)) return isLive ? 'was-live' : 'failed';
      this.#gone();
      return 'ended';
    }
  }

  #hear(message: ChatServerMessage): void {
    if (message.type === 'messages') this.#hearMessages(message.messages);
    else if (message.type === 'session') {
      this.#session = message.session;
      this.#listener.onSession?.(message.session);
    } else if (message.type === 'typing') this.#listener.onTyping?.(message.from, message.on);
    else if (message.type === 'refused' && message.code === 'request/too-many')
      setTimeout(() => this.#sendPending(), againMs);
    else if (message.type === 'refused') this.#refuse(message.clientId, message.message);
  }

  #hearMessages(messages: readonly ChatMessage[]): void {
    const fresh = messages.filter(({ seq }) => seq > this.#seq);
    if (fresh.length === 0) return;
    this.#seq = fresh.at(-1)?.seq ?? this.#seq;
    const arrived = new Set(fresh.map(({ clientId }) => clientId));
    this.#listener.onMessages?.(fresh);
    const left = this.#pending.filter(({ clientId }) => !arrived.has(clientId));
    if (left.length < this.#pending.length) this.#setPending(left);
  }

  #send(message: PendingMessage): void {
    if (!this.#tell({ type: 'say', ...wireOf(message) })) void this.#postPending();
  }

  /** Everything that the server has not confirmed, once more; it knows what it has by the client ids. */
  #sendPending(): void {
    this.#posted.clear();
    for (const message of this.#pending) if (message.refused === undefined) this.#send(message);
  }

  /** One after the other, so that they arrive in their order. */
  async #postPending(): Promise<void> {
    if (this.#isPosting || this.#key === undefined) return;
    this.#isPosting = true;
    const waiting = (one: PendingMessage): boolean => one.refused === undefined && !this.#posted.has(one.clientId);
    for (let next = this.#pending.find(waiting); next !== undefined; next = this.#pending.find(waiting)) {
      try {
        await this.#http.post(this.#key, 'messages', wireOf(next));
        this.#posted.add(next.clientId);
      } catch (error) {
        if (error instanceof ChatRefusal && error.status < 500 && error.status !== 429) {
          this.#refuse(next.clientId, error.message);
          continue;
        }
        setTimeout(() => this.#sendPending(), againMs);
        break;
      }
    }
    this.#isPosting = false;
  }

  #refuse(clientId: string, reason: string): void {
    this.#setPending(this.#pending.map((one) => (one.clientId === clientId ? { ...one, refused: reason } : one)));
  }

  #tell(message: ChatClientMessage): boolean {
    if (this.#socket?.readyState !== 1) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  #setPending(pending: readonly PendingMessage[]): void {
    this.#pending = pending;
    if (this.#key !== undefined) this.#options.shelf?.write({ ...this.#key, pending });
    this.#listener.onPending?.(pending);
  }

  #gone(): void {
    this.#options.shelf?.write(undefined);
    this.#listener.onGone?.();
  }
}

function pause(ms: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    stopped.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function wireOf({ clientId, text, kind, visibility }: PendingMessage): SayChat {
  return { clientId, text, ...(kind && { kind }), ...(visibility && { visibility }) };
}

/** Random where the page may be plain HTTP too, which has no `randomUUID`. */
function newClientId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
