import type { Pool } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { WakeUps } from '../queue/wake-ups.ts';
import { isAboutData } from '../store/is-about-data.ts';
import { inFlightTransaction } from '../store/flight-transaction.ts';
import { retriedWhenLost } from '../store/retried-transaction.ts';
import { publish } from '../store/signal.ts';
import type { ActiveProcesses } from './active-processes.ts';
import { insertInteractions } from './insert-interactions.ts';
import type { NewInteraction, Submitted } from './new-interaction.ts';

/** Most interactions that share a commit: beyond it latency grows faster than throughput. */
const maxBatch = 200;
/** Most bytes of bodies in one commit, so that big mails do not pile up in memory behind each other. */
const maxBatchBytes = 16 * 1024 * 1024;

/** Submissions that may wait in memory; beyond it whoever submits is told to come again (SMTP 451, HTTP 503). */
const maxWaiting = 10_000;

interface Waiting {
  readonly item: NewInteraction;
  readonly queue: string;
  readonly resolve: (result: Submitted) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The way in. Submissions that arrive while a commit is under way share the next one, so that a thousand a second cost as
 * little as ten; each answer still comes only after its commit.
 */
export class Submissions {
  readonly #deps: { readonly pool: Pool; readonly wake: WakeUps; readonly active: ActiveProcesses };
  readonly #waiting: Waiting[] = [];
  #running = false;

  constructor(deps: { pool: Pool; wake: WakeUps; active: ActiveProcesses }) {
    this.#deps = deps;
  }

  /**
   * Resolves when the interaction is committed. Throws `request/not-found` when no active process has the endpoint, and
   * `intake/overloaded` when too many wait.
   */
  async submit(item: NewInteraction): Promise<Submitted> {
    const endpoint = this.#deps.active.endpoint(item.tenantId, item.media, item.endpoint);
    if (endpoint === undefined) {
      throw new CodedError('request/not-found', { kind: `active ${item.media} endpoint`, name: item.endpoint });
    }
    if (this.#waiting.length >= maxWaiting)
      throw new CodedError('intake/overloaded', { waiting: this.#waiting.length });
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, queue: endpoint.queue, resolve, reject });
      if (!this.#running) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    // Lets the submissions of this turn of the event loop gather.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#commit(this.#nextBatch());
    this.#running = false;
  }

  #nextBatch(): Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const { item } of this.#waiting) {
      bytes += item.message.raw?.length ?? item.message.text.length;
      if (count > 0 && (count >= maxBatch || bytes > maxBatchBytes)) break;
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    const { pool, wake } = this.#deps;
    try {
      const results = await retriedWhenLost(() =>
        inFlightTransaction(pool, (transaction) => insertInteractions(transaction, batch)),
      );
      for (const [index, { resolve, reject }] of batch.entries()) {
        const result = results[index];
        if (result === undefined) reject(new Error('a submission got no answer'));
        else resolve(result);
      }
      for (const { item, queue } of new Map(batch.map((one) => [`${one.item.tenantId}/${one.queue}`, one])).values()) {
        void wake.queue(item.tenantId, queue);
      }
      const tenants = [...new Set(batch.map(({ item }) => item.tenantId))];
      const signals = tenants.map((tenantId) => ({ kind: 'queues', tenantId }) as const);
      // A hint only: who missed it looks by itself.
      publish(pool, signals).catch(() => undefined);
    } catch (error) {
      // One bad item must not fail its neighbours: they are tried again alone. When the database is away, so it is for all.
      if (batch.length > 1 && isAboutData(error)) for (const waiting of batch) await this.#commit([waiting]);
      else for (const { reject } of batch) reject(error);
    }
  }
}
