import type { Pool } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { inFlightTransaction } from '../../store/flight-transaction.ts';
import { isAboutData } from '../../store/is-about-data.ts';
import { retriedWhenLost } from '../../store/retried-transaction.ts';
import { publish, type Signal } from '../../store/signal.ts';
import type { EntryRow, NewEntry } from './chat-entry.ts';
import { writeEntries, type Written } from './write-entries.ts';

/** Entries that share a commit at most. */
const maxBatch = 500;
/** Entries that may wait in memory; beyond it whoever writes is told to come again. */
const maxWaiting = 20_000;
/** A notification holds 8,000 bytes. */
const sessionsPerSignal = 100;

interface Waiting {
  readonly entry: NewEntry;
  readonly resolve: (written: { seq: number; duplicate: boolean }) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * What is said in all sessions. Entries that come while a commit is under way share the next one; each is answered, and told to the
 * listener and to the other processes, after its commit.
 */
export class ChatLog {
  readonly #pool: Pool;
  readonly #onWritten: (rows: readonly EntryRow[]) => void;
  readonly #waiting: Waiting[] = [];
  #running = false;

  constructor(pool: Pool, onWritten: (rows: readonly EntryRow[]) => void) {
    this.#pool = pool;
    this.#onWritten = onWritten;
  }

  /**
   * Resolves when the entry is committed. Throws `request/not-found` without such a session, `request/conflict` when it has ended,
   * and `intake/overloaded` when too many wait.
   */
  write(entry: NewEntry): Promise<{ seq: number; duplicate: boolean }> {
    if (this.#waiting.length >= maxWaiting) {
      return Promise.reject(new CodedError('intake/overloaded', { waiting: this.#waiting.length }));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ entry, resolve, reject });
      if (!this.#running) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    // Lets the entries of this turn of the event loop gather.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#commit(this.#waiting.splice(0, maxBatch));
    this.#running = false;
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    const entries = batch.map(({ entry }) => entry);
    try {
      const written = await retriedWhenLost(() =>
        inFlightTransaction(this.#pool, (transaction) => writeEntries(transaction, entries, new Date())),
      );
      for (const [index, { resolve, reject }] of batch.entries()) {
        const one = written[index];
        if (one === undefined) reject(new Error('an entry got no answer'));
        else if ('refused' in one) reject(one.refused);
        else resolve({ seq: one.seq, duplicate: one.rows.length === 0 });
      }
      this.#tell(written);
    } catch (error) {
      // One bad entry must not fail its neighbours: they are tried again alone.
      if (batch.length > 1 && isAboutData(error)) for (const waiting of batch) await this.#commit([waiting]);
      else for (const { reject } of batch) reject(error);
    }
  }

  #tell(written: readonly Written[]): void {
    const fresh = written.flatMap((one) =>
      'rows' in one ? one.rows.map((row) => ({ tenantId: one.tenantId, row })) : [],
    );
    this.#onWritten(fresh.map(({ row }) => row));
    // A hint only: who missed it looks by itself.
    publish(this.#pool, signalsOf(fresh)).catch(() => undefined);
  }
}

/** What other processes are told of rows that were written: session and last number, never what was said. */
function signalsOf(rows: readonly { readonly tenantId: string; readonly row: EntryRow }[]): Signal[] {
  const signals: Signal[] = [];
  for (const [tenantId, of] of Map.groupBy(rows, (one) => one.tenantId)) {
    const last = [...new Map(of.map(({ row }) => [row.session_id, row.seq]))].map(([id, seq]) => ({ id, seq }));
    for (let at = 0; at < last.length; at += sessionsPerSignal) {
      signals.push({ kind: 'chat', tenantId, sessions: last.slice(at, at + sessionsPerSignal) });
    }
  }
  return signals;
}
