import type { Pool } from 'pg';
import type { ServiceOutcome } from './service-outcome.ts';
import type { TakenCall } from './take-calls.ts';

/** Gives the run its answer and forgets the call, in one statement. Answers false when another process took the call over. */
export async function recordAnswer(pool: Pool, call: TakenCall, outcome: ServiceOutcome): Promise<boolean> {
  const { rowCount } = await pool.query(
    `with answered as (delete from service_calls where id = $1 and attempts = $2 returning run_id, seq)
     insert into answers (run_id, seq, result, error) select run_id, seq, $3::jsonb, $4::jsonb from answered
     on conflict do nothing`,
    [
      call.id,
      call.attempts,
      'result' in outcome ? JSON.stringify(outcome.result) : null,
      'error' in outcome ? JSON.stringify(outcome.error) : null,
    ],
  );
  return rowCount === 1;
}

/** Puts the call back, to be tried again. */
export async function postponeCall(pool: Pool, call: TakenCall, nextAt: Date): Promise<void> {
  await pool.query(
    `update service_calls set state = 'pending', next_at = $3, lease_until = null where id = $1 and attempts = $2`,
    [call.id, call.attempts, nextAt],
  );
}

/** Forgets a call nobody waits for. */
export async function forgetCall(pool: Pool, call: TakenCall): Promise<void> {
  await pool.query('delete from service_calls where id = $1 and attempts = $2', [call.id, call.attempts]);
}
