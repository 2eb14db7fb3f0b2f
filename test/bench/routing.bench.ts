import type { Pool } from 'pg';
import { type KeptFloor, keepFloor } from '#runtime/routing/keep-floor.ts';
import { routeWaiting } from '#runtime/routing/route-waiting.ts';
import { startTestDatabase } from '#test/support/database.ts';
import type { BenchResult } from './bench-result.ts';
import { type HallSize, routingHall } from './routing-hall.ts';

/** Name on the command line. */
export const name = 'routing';

const whole: HallSize = { agents: 10_000, waiting: 100_000, targets: 200 };
/** Agents who become free one after another, each timed. */
const decisions = 300;
/** Agents who become free at once, so many times. */
const waves = { size: 500, count: 16 };

/**
 * Invitations on the embedded PostgreSQL with fsync: an agent becomes free while everybody else is busy and everything waits;
 * timed from then until the invitation is committed, one after another (milliseconds); and invitations a second when 500
 * become free at once, again and again.
 */
export async function run(): Promise<BenchResult> {
  const database = await startTestDatabase({ durable: true });
  try {
    const { pool } = database;
    const hall = await measured(pool, whole);
    const curve = [];
    for (const agents of [100, 1000]) curve.push((await decisionsOf(pool, { ...whole, agents })).measures);
    for (const waiting of [1000, 10_000]) curve.push((await decisionsOf(pool, { ...whole, waiting })).measures);
    return { ours: hall.p99Ms, unit: 'ms, p99 of one decision, committed', detail: { ...hall, curve } };
  } finally {
    await database.stop();
  }
}

async function measured(pool: Pool, size: HallSize) {
  const { tenantId, kept, measures } = await decisionsOf(pool, size);
  let made = 0;
  let ms = 0;
  for (let wave = 0; wave < waves.count; wave += 1) {
    const free = await setFree(pool, tenantId, { from: decisions + wave * waves.size, count: waves.size });
    for (const id of free) kept.changed(id);
    const startedAt = performance.now();
    made += (await look(pool, tenantId, kept)).length;
    ms += performance.now() - startedAt;
  }
  return { ...measures, assignmentsPerSecond: Math.round(made / (ms / 1000)), assigned: made };
}

async function decisionsOf(pool: Pool, size: HallSize) {
  const tenantId = await routingHall(pool, size);
  const kept = keepFloor(pool, tenantId);
  const startedAt = performance.now();
  await look(pool, tenantId, kept);
  const startMs = performance.now() - startedAt;
  const times: number[] = [];
  for (let n = 0; n < Math.min(decisions, size.agents); n += 1) {
    const [id] = await setFree(pool, tenantId, { from: n, count: 1 });
    if (id === undefined) break;
    kept.changed(id);
    const start = performance.now();
    const made = await look(pool, tenantId, kept);
    if (made.length > 1) throw new Error(`${made.length} invitations for one free agent`);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const measures = {
    ...size,
    startMs: Math.round(startMs),
    medianMs: rounded(times[Math.floor(times.length / 2)]),
    p99Ms: rounded(times[Math.floor(times.length * 0.99)]),
  };
  return { tenantId, kept, measures };
}

function look(pool: Pool, tenantId: string, kept: KeptFloor) {
  return routeWaiting(pool, { tenantId, invitationMs: 3600_000, now: new Date() }, kept);
}

async function setFree(pool: Pool, tenantId: string, { from, count }: { from: number; count: number }) {
  const { rows } = await pool.query<{ agent_id: string }>(
    `update agent_media set ready = true where agent_id in (
       select id from agents where tenant_id = $1 order by id offset $2 limit $3) returning agent_id`,
    [tenantId, from, count],
  );
  return rows.map((row) => row.agent_id);
}

function rounded(ms: number | undefined): number {
  return Math.round((ms ?? 0) * 10) / 10;
}
