import { LRUCache } from 'lru-cache';
import { CodedError } from '#dsl/errors/coded-error.ts';

/** Messages at once, and a second for ever: faster than anybody types. */
const burst = 20;
const perSecond = 5;

/** Keeps a customer from saying more than anybody could read. */
export class MessageBudget {
  readonly #left = new LRUCache<string, { tokens: number; at: number }>({ max: 100_000 });

  /** Takes one message of the session's. Throws `request/too-many` when none is left. */
  take(sessionId: string, nowMs: number): void {
    const before = this.#left.get(sessionId) ?? { tokens: burst, at: nowMs };
    const tokens = Math.min(burst, before.tokens + ((nowMs - before.at) / 1000) * perSecond);
    if (tokens < 1) throw new CodedError('request/too-many', { what: 'messages', afterSeconds: 1 });
    this.#left.set(sessionId, { tokens: tokens - 1, at: nowMs });
  }
}
