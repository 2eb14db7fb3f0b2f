import type { Pool } from 'pg';
import type { WakeUps } from '../../queue/wake-ups.ts';
import { type Repetition, repeat } from '../../roles/repeat.ts';
import type { ChatLog } from './chat-log.ts';
import { followInteractions } from './follow-interactions.ts';
import { settleSessions } from './settle-sessions.ts';
import { wakeSessions } from './wake-sessions.ts';
import { watchSilence } from './watch-silence.ts';

/** What is due, and what hints were lost for, is looked for this often. */
const sweepMs = 1000;
/** All sessions are compared with their interactions every so many sweeps; what was heard of is compared at once. */
const sweepsForAll = 5;
/** What is heard within this time is looked at together. */
const gatherMs = 20;

/** What keeping sessions needs. */
export interface KeeperDeps {
  readonly pool: Pool;
  readonly wake: Pick<WakeUps, 'queue' | 'run'>;
  readonly log: ChatLog;
  readonly onError: (error: unknown) => void;
}

/** Keeps sessions in step with their interactions and with the clock. Any number may run: each look does what is left to do. */
export class ChatKeeper {
  readonly #deps: KeeperDeps;
  #sweep: Repetition | undefined;
  #heard = new Set<string>();
  #gathering: NodeJS.Timeout | undefined;
  #sweeps = 0;

  constructor(deps: KeeperDeps) {
    this.#deps = deps;
  }

  /** Begins to look. */
  start(): void {
    this.#sweep = repeat(sweepMs, () => this.#look(), this.#deps.onError);
  }

  /** Something happened to an interaction, which may be a chat. */
  hear(interactionId: string): void {
    this.#heard.add(interactionId);
    this.#gathering ??= setTimeout(() => void this.#follow(), gatherMs);
  }

  /** Looks at once. */
  now(): void {
    this.#sweep?.now();
  }

  /** Carries out what ended sessions mean. */
  async settle(): Promise<void> {
    await settleSessions(this.#deps);
  }

  async stop(): Promise<void> {
    clearTimeout(this.#gathering);
    await this.#sweep?.stop();
  }

  async #follow(): Promise<void> {
    const ids = [...this.#heard];
    this.#heard = new Set();
    this.#gathering = undefined;
    try {
      await followInteractions(this.#deps.pool, this.#deps.log, ids);
    } catch (error) {
      this.#deps.onError(error);
    }
  }

  async #look(): Promise<void> {
    const { pool, wake, log } = this.#deps;
    await watchSilence(pool, log, new Date());
    await wakeSessions(pool, wake);
    this.#sweeps += 1;
    if (this.#sweeps % sweepsForAll === 0) await followInteractions(pool, log);
    await settleSessions(this.#deps);
  }
}
