import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import type { ChatParty } from '#dsl/protocol/chat.ts';
import { newId } from '../../store/new-id.ts';
import { publish, type Signal } from '../../store/signal.ts';
import type { EntryRow } from './chat-entry.ts';
import { entriesAtOnce, readEntries } from './read-entries.ts';

/** That somebody writes is passed on this often at most. */
const typingMs = 300;

/** Somebody of this process who follows a session. */
export interface Follower {
  /** True for those inside: they see what is for agents only, too. */
  readonly isInside: boolean;
  /** Told of entries in order, each once. */
  onEntries(rows: readonly EntryRow[]): void;
  onTyping(from: ChatParty, on: boolean): void;
}

/** Somebody's place in a session. */
export interface Following {
  /** The session has reached this number, told after `follow` was called: what lies before it is read, if anything does. */
  catchUp(seq: number): void;
  leave(): void;
}

interface Place {
  readonly follower: Follower;
  /** The last number it has been told, or need not be. */
  seq: number;
  /** Reads what it lacks from the database. */
  isReading: boolean;
  /** Something came meanwhile. */
  again: boolean;
}

/** Takes what is written to everybody in this process who follows the session: in order, nothing twice, nothing left out. */
export class ChatHub {
  readonly #pool: Pool;
  readonly #onError: (error: unknown) => void;
  readonly #places = new Map<string, Set<Place>>();
  readonly #origin = newId();
  readonly #typed = new LRUCache<string, { readonly on: boolean; readonly at: number }>({ max: 50_000 });

  constructor(pool: Pool, onError: (error: unknown) => void) {
    this.#pool = pool;
    this.#onError = onError;
  }

  /** Takes what is written from now on, after `since`; what is there already comes by `catchUp`. */
  follow(sessionId: string, since: number, follower: Follower): Following {
    const places = this.#places.get(sessionId) ?? new Set();
    this.#places.set(sessionId, places);
    const place: Place = { follower, seq: since, isReading: false, again: false };
    places.add(place);
    return {
      catchUp: (seq) => {
        if (seq > place.seq) void this.#read(sessionId, place);
      },
      leave: () => {
        places.delete(place);
        if (places.size === 0 && this.#places.get(sessionId) === places) this.#places.delete(sessionId);
      },
    };
  }

  /** Rows this process has just committed. */
  onWritten(rows: readonly EntryRow[]): void {
    for (const row of rows) {
      for (const place of this.#places.get(row.session_id) ?? []) {
        if (!place.isReading && row.seq === place.seq + 1) this.#give(place, [row]);
        else if (row.seq > place.seq) void this.#read(row.session_id, place);
      }
    }
  }

  /** What another process has written, or this one before. */
  onSignal(signal: Signal): void {
    if (signal.kind === 'chat') {
      for (const { id, seq } of signal.sessions) {
        for (const place of this.#places.get(id) ?? []) if (seq > place.seq) void this.#read(id, place);
      }
    } else if (signal.kind === 'chat-typing' && signal.origin !== this.#origin) {
      this.#tellTyping(signal.sessionId, signal.from, signal.on);
    }
  }

  /** Signals may have been missed: everybody looks. */
  onReconnect(): void {
    for (const [id, places] of this.#places) for (const place of places) void this.#read(id, place);
  }

  /**
   * Somebody writes, or has stopped; it is kept nowhere. It goes to every process, so a page that says it at every key is heard now and
   * then only.
   */
  typing(tenantId: string, sessionId: string, typing: { readonly from: ChatParty; readonly on: boolean }): void {
    const who = `${sessionId} ${typing.from.kind} ${typing.from.name}`;
    const before = this.#typed.get(who) ?? { on: false, at: 0 };
    const now = Date.now();
    if (typing.on ? now - before.at < typingMs : !before.on) return;
    this.#typed.set(who, { on: typing.on, at: typing.on ? now : before.at });
    this.#tellTyping(sessionId, typing.from, typing.on);
    const signal: Signal = { kind: 'chat-typing', tenantId, sessionId, origin: this.#origin, ...typing };
    publish(this.#pool, [signal]).catch(() => undefined);
  }

  #tellTyping(sessionId: string, from: ChatParty, on: boolean): void {
    for (const { follower } of this.#places.get(sessionId) ?? []) follower.onTyping(from, on);
  }

  /** One reads at a time for a place; what comes meanwhile makes it look once more. */
  async #read(sessionId: string, place: Place): Promise<void> {
    place.again = true;
    if (place.isReading) return;
    place.isReading = true;
    while (place.again) {
      place.again = false;
      await this.#readOn(sessionId, place);
    }
    place.isReading = false;
  }

  async #readOn(sessionId: string, place: Place): Promise<void> {
    try {
      for (;;) {
        const rows = await readEntries(this.#pool, sessionId, place.seq);
        if (rows.length > 0) this.#give(place, rows);
        if (rows.length < entriesAtOnce) return;
      }
    } catch (error) {
      // The next entry, or the next look, reads it again.
      this.#onError(error);
    }
  }

  #give(place: Place, rows: readonly EntryRow[]): void {
    place.seq = rows.at(-1)?.seq ?? place.seq;
    const visible = place.follower.isInside ? rows : rows.filter(({ visibility }) => visibility === 'all');
    if (visible.length > 0) place.follower.onEntries(visible);
  }
}
