import type { Pool } from 'pg';
import type { ActiveProcesses } from '../interaction/active-processes.ts';
import type { WakeUps } from '../queue/wake-ups.ts';

/** No timer runs longer: clocks are set, and a timer of Node cannot wait for months. */
const longestWaitMs = 3_600_000;

/** What due times need. */
export interface DueTimesDeps {
  readonly pool: Pool;
  readonly active: Pick<ActiveProcesses, 'queuesTakenFrom'>;
  readonly wake: Pick<WakeUps, 'queue'>;
  readonly onError: (error: unknown) => void;
}

/**
 * Wakes queues at the moment an interaction in them falls due, with one timer for all, set to the earliest. Each worker has one; it
 * asks the database, so that it does not matter which process gave a due time or whether this one was just started.
 */
export class DueTimes {
  readonly #deps: DueTimesDeps;
  #since: string | undefined;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #again = false;
  #isStopped = false;

  constructor(deps: DueTimesDeps) {
    this.#deps = deps;
  }

  /** Looks when the next interaction falls due. Call it at the start, and when a due time or what is active may have changed. */
  look(): void {
    if (this.#isStopped) return;
    this.#again = this.#looking !== undefined;
    this.#looking ??= this.#lookAndWait().finally(() => {
      this.#looking = undefined;
      if (this.#again) this.look();
    });
  }

  /** Lets the timer go; what is under way must have ended. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
  }

  async #lookAndWait(): Promise<void> {
    clearTimeout(this.#timer);
    try {
      const found = await this.#ask();
      if (this.#isStopped) return;
      const waits = found.flatMap(({ waitMs }) => waitMs ?? []);
      // rounded up: a look before the moment would only lead to another
      const waitMs = Math.min(longestWaitMs, ...waits.map((ms) => Math.max(1, Math.ceil(ms))));
      if (waits.length > 0) this.#timer = setTimeout(() => this.look(), waitMs);
      await Promise.all(
        found.filter(({ isDue }) => isDue).map(({ tenantId, queue }) => this.#deps.wake.queue(tenantId, queue)),
      );
    } catch (error) {
      // the sweep finds what falls due meanwhile, and the next look comes with the next reading of what is active
      this.#deps.onError(error);
    }
  }

  /** Queues in which something fell due since the last look, or will: two steps into an index for each. By the database's clock. */
  async #ask(): Promise<readonly DueRow[]> {
    const { active, pool } = this.#deps;
    const queues = active.queuesTakenFrom;
    if (queues.length === 0) return [];
    const waiting = `i.tenant_id = q.tenant_id and i.queue = q.queue and i.state in ('queued', 'workbin') and not i.is_held`;
    const { rows } = await pool.query<DueRow>(
      `select now()::text as "lookedAt", q.tenant_id as "tenantId", q.queue,
         exists (select from interactions i where ${waiting} and i.scheduled_at > $3 and i.scheduled_at <= now()) as "isDue",
         extract(epoch from (select min(i.scheduled_at) from interactions i where ${waiting} and i.scheduled_at > now())
           - clock_timestamp())::float8 * 1000 as "waitMs"
       from unnest($1::text[], $2::text[]) as q(tenant_id, queue)`,
      [
        queues.map(({ tenantId }) => tenantId),
        queues.map(({ queue }) => queue),
        // at the first look all that is due: nobody knows for how long no worker was there
        this.#since ?? '-infinity',
      ],
    );
    this.#since = rows[0]?.lookedAt;
    return rows;
  }
}

interface DueRow {
  readonly lookedAt: string;
  readonly tenantId: string;
  readonly queue: string;
  readonly isDue: boolean;
  /** Milliseconds till the next one falls due; null when none will. */
  readonly waitMs: number | null;
}
