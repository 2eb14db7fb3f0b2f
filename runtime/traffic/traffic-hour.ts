import type { Pool } from 'pg';
import { type LiveTraffic, liveTraffic } from './live-traffic.ts';
import { type MinuteTraffic, minuteTraffic } from './minute-traffic.ts';

/** A minute, in milliseconds. */
export const minuteMs = 60_000;

/** An event may be committed this long after the time it bears; a minute is counted for good only then. */
const lateMs = 10_000;
/** Older minutes are caught up on for this long at a time, so that pages get their first figures at once. */
const catchUpMs = 200;

/** A counted minute, by how many minutes ago it began; the current one is 0. */
export interface CountedMinute {
  readonly ago: number;
  readonly traffic: MinuteTraffic;
}

/** What moved in the last hour, and what is under way. */
export interface CountedHour {
  readonly minutes: readonly CountedMinute[];
  readonly live: LiveTraffic;
  /** How much of the current minute has gone by, 0 to 1. */
  readonly elapsed: number;
}

/**
 * The last hour of a tenant, minute by minute. A minute that is over is counted once and then remembered, so that bringing it
 * up to date costs one or two minutes of the event log, however long somebody looks.
 */
export class TrafficHour {
  readonly #pool: Pool;
  readonly #tenantId: string;
  /** By number of the minute since 1970. */
  readonly #closed = new Map<number, MinuteTraffic>();

  constructor(pool: Pool, tenantId: string) {
    this.#pool = pool;
    this.#tenantId = tenantId;
  }

  /** Counts what is new, and some of what has not been counted yet of the hour, the latest minutes first. */
  async refresh(now: Date): Promise<CountedHour> {
    const current = Math.floor(now.getTime() / minuteMs);
    for (const minute of this.#closed.keys()) if (minute < current - 60) this.#closed.delete(minute);
    // one after the other: a page that watches must not keep others waiting for a connection
    const live = await liveTraffic(this.#pool, this.#tenantId, now);
    const latest = await this.#count(current);
    await this.#catchUp(current, now.getTime());
    const before = [...this.#closed].map(([minute, traffic]) => ({ ago: current - minute, traffic }));
    const elapsed = now.getTime() / minuteMs - current;
    return { minutes: [{ ago: 0, traffic: latest }, ...before], live, elapsed };
  }

  async #catchUp(current: number, now: number): Promise<void> {
    const until = performance.now() + catchUpMs;
    for (let minute = current - 1; minute >= current - 60; minute -= 1) {
      const isOver = now >= (minute + 1) * minuteMs + lateMs;
      if (isOver && this.#closed.has(minute)) continue;
      if (isOver && performance.now() > until) return;
      this.#closed.set(minute, await this.#count(minute));
    }
  }

  #count(minute: number): Promise<MinuteTraffic> {
    const from = new Date(minute * minuteMs);
    return minuteTraffic(this.#pool, this.#tenantId, from, new Date(from.getTime() + minuteMs));
  }
}
