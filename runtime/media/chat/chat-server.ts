import type { Pool } from 'pg';
import type { z } from 'zod';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { ChatLogPage, ChatState, openChatSchema, sayChatSchema, watchChatSchema } from '#dsl/protocol/chat.ts';
import type { Submissions } from '../../interaction/submit.ts';
import type { WakeUps } from '../../queue/wake-ups.ts';
import { newId } from '../../store/new-id.ts';
import type { Signal } from '../../store/signal.ts';
import { chatMessageOf, type EntryRow, type NewEntry } from './chat-entry.ts';
import { type ChatUpload, keepChatFile } from './chat-files.ts';
import { ChatHub } from './chat-hub.ts';
import { ChatKeeper } from './chat-keeper.ts';
import { ChatLog } from './chat-log.ts';
import type { ChatVoice } from './chat-voice.ts';
import { storableText } from '../email/storable-text.ts';
import { MessageBudget } from './message-budget.ts';
import { openSession } from './open-session.ts';
import { readEntries, readState } from './read-entries.ts';
import { setWatching } from './watch-session.ts';

/** What the chat server works with. */
export interface ChatServerDeps {
  readonly pool: Pool;
  readonly submissions: Pick<Submissions, 'submit'>;
  readonly wake: Pick<WakeUps, 'queue' | 'run'>;
  readonly onError: (error: unknown) => void;
}

type Say = z.output<typeof sayChatSchema>;

/** Sessions of chat: opened, spoken in, read and ended. Any number of processes serve the same sessions. */
export class ChatServer {
  readonly #deps: ChatServerDeps;
  readonly #log: ChatLog;
  readonly #budget = new MessageBudget();
  readonly #keeper: ChatKeeper;
  /** Tells followers what is written. */
  readonly hub: ChatHub;

  constructor(deps: ChatServerDeps) {
    this.#deps = deps;
    this.hub = new ChatHub(deps.pool, deps.onError);
    this.#log = new ChatLog(deps.pool, (rows) => this.#onWritten(rows));
    this.#keeper = new ChatKeeper({ ...deps, log: this.#log });
  }

  /** Opens a session; see `openSession`. */
  open(wish: z.output<typeof openChatSchema>): Promise<{ sessionId: string; token: string }> {
    return openSession({ ...this.#deps, log: this.#log }, wish);
  }

  /** Says something. The same client id of the same person is the same message. Throws `request/forbidden`, `request/too-many`. */
  async say(voice: ChatVoice, { clientId, kind, text, visibility }: Say): Promise<{ seq: number; duplicate: boolean }> {
    if (!voice.maySay.includes(visibility) || (kind === 'push-url' && !voice.isInside)) {
      throw new CodedError('request/forbidden', {
        action: `say this to ${visibility} in the chat`,
        role: voice.from.kind,
      });
    }
    if (kind === 'push-url' && !isWebAddress(text)) {
      throw new CodedError('request/invalid', { field: 'text', expected: 'an http or https address' });
    }
    if (!voice.isInside) this.#budget.take(voice.sessionId, Date.now());
    return this.#log.write({
      ...speaking(voice),
      kind,
      visibility,
      text: storableText(text),
      clientId: storableText(clientId),
    });
  }

  /** Sends a file to everybody in the session. */
  async sendFile(voice: ChatVoice, clientId: string, upload: ChatUpload): Promise<{ seq: number; duplicate: boolean }> {
    if (!voice.maySay.includes('all')) {
      throw new CodedError('request/forbidden', { action: 'send a file in the chat', role: voice.from.kind });
    }
    if (!voice.isInside) this.#budget.take(voice.sessionId, Date.now());
    const file = await keepChatFile(this.#deps.pool, voice.sessionId, upload);
    const entry = { ...speaking(voice), kind: 'file', visibility: 'all', text: file.fileName, clientId, file } as const;
    return this.#log.write(entry);
  }

  /** Tells the others that somebody writes, or has stopped. */
  typing(voice: ChatVoice, on: boolean): void {
    if (!voice.maySay.includes('all')) return;
    this.hub.typing(voice.tenantId, voice.sessionId, { from: voice.from, on });
  }

  /** Ends the session; ending it twice is once. What follows for its interaction is carried out before this resolves. */
  async close(voice: ChatVoice): Promise<void> {
    await this.#end(voice, { kind: 'closed', clientId: 'closed' });
    await this.#keeper.settle();
  }

  /** Lets the session sleep until the customer writes. */
  sleep(voice: ChatVoice): Promise<void> {
    return this.#end(voice, { kind: 'asleep', clientId: `asleep ${Date.now()}` });
  }

  /** How a supervisor takes part from now on; who joins or leaves the conversation itself is told in it. */
  async watch(voice: ChatVoice, personId: string, mode: z.output<typeof watchChatSchema>['mode']): Promise<void> {
    const before = await setWatching(this.#deps.pool, { sessionId: voice.sessionId, personId }, mode);
    if ((before === 'barge') === (mode === 'barge')) return;
    const kind = mode === 'barge' ? 'joined' : 'left';
    await this.#log.write({ ...speaking(voice), kind, visibility: 'all', text: '', clientId: newId() });
  }

  /** How the session stands. */
  state(sessionId: string): Promise<ChatState> {
    return readState(this.#deps.pool, sessionId);
  }

  /** The log after a number. Waits up to so many seconds for something when there is nothing yet. */
  async page(voice: ChatVoice, since: number, waitSeconds: number): Promise<ChatLogPage> {
    const { pool } = this.#deps;
    const first = await readEntries(pool, voice.sessionId, since);
    const rows = first.length > 0 || waitSeconds === 0 ? first : await this.#next(voice, since, waitSeconds);
    const session = await readState(pool, voice.sessionId);
    const visible = rows.filter(({ visibility }) => voice.isInside || visibility === 'all');
    return { session, messages: visible.map(chatMessageOf), next: rows.at(-1)?.seq ?? since };
  }

  /** What other processes tell. */
  onSignal(signal: Signal): void {
    this.hub.onSignal(signal);
    if (signal.kind === 'interaction') this.#keeper.hear(signal.interactionId);
  }

  /** Signals may have been missed. */
  onReconnect(): void {
    this.hub.onReconnect();
  }

  /** Begins to look after sessions: silence, endings, what agents do. */
  start(): void {
    this.#keeper.start();
  }

  stop(): Promise<void> {
    return this.#keeper.stop();
  }

  #next(voice: ChatVoice, since: number, seconds: number): Promise<readonly EntryRow[]> {
    return new Promise((resolve) => {
      const finish = (rows: readonly EntryRow[]): void => {
        clearTimeout(timer);
        following.leave();
        resolve(rows);
      };
      const timer = setTimeout(() => finish([]), seconds * 1000);
      const following = this.hub.follow(voice.sessionId, since, {
        isInside: voice.isInside,
        onEntries: finish,
        onTyping: () => undefined,
      });
      // Something may have been written since it was looked for.
      following.catchUp(Number.POSITIVE_INFINITY);
    });
  }

  async #end(voice: ChatVoice, { kind, clientId }: Pick<NewEntry, 'kind' | 'clientId'>): Promise<void> {
    if (!voice.hasIt) {
      throw new CodedError('request/forbidden', { action: 'end a chat of somebody else', role: voice.from.kind });
    }
    const state = await readState(this.#deps.pool, voice.sessionId);
    if (state.state === 'closed') return;
    await this.#log.write({ ...speaking(voice), kind, visibility: 'all', text: '', clientId });
  }

  #onWritten(rows: readonly EntryRow[]): void {
    this.hub.onWritten(rows);
    if (rows.some(({ kind }) => kind === 'awake' || kind === 'closed')) this.#keeper.now();
  }
}

function speaking({ sessionId, author, from }: ChatVoice): Pick<NewEntry, 'sessionId' | 'author' | 'from'> {
  return { sessionId, author, from };
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
