import type { Pool } from 'pg';
import type { LiveRun } from './live-run.ts';
import { leaseMs } from './take-interactions.ts';

/** Wait before a run that a fault of ours interrupted is taken up again. */
const retryMs = 1000;

/** Says that this worker is alive and still has these runs. */
export async function renewRuns(pool: Pool, runs: readonly LiveRun[]): Promise<void> {
  await setLeases(pool, runs, new Date(Date.now() + leaseMs), 0);
}

/** Gives runs back that were interrupted by no fault of theirs: they are taken up again soon, and it does not count as a lost worker. */
export async function releaseRuns(pool: Pool, runs: readonly LiveRun[]): Promise<void> {
  await setLeases(pool, runs, new Date(Date.now() + retryMs), 1);
}

async function setLeases(pool: Pool, runs: readonly LiveRun[], until: Date, fewer: number): Promise<void> {
  await pool.query(
    `update runs r set lease_until = $3, losses = r.losses - $4 from unnest($1::uuid[], $2::int[]) as m(id, attempts)
     where r.id = m.id and r.attempts = m.attempts and r.state = 'running'`,
    [runs.map((run) => run.id), runs.map((run) => run.attempts), until, fewer],
  );
}
