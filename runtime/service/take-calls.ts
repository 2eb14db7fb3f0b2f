import type { Pool } from 'pg';
import type { ServiceKind } from './carry-out-call.ts';

/** A call of a service that this process has taken. */
export interface TakenCall {
  readonly id: string;
  readonly tenant_id: string;
  readonly run_id: string;
  readonly kind: ServiceKind;
  readonly target: string;
  readonly params: unknown;
  readonly attempts: number;
  /** An earlier attempt may have reached the service: the process that made it is gone. */
  readonly was_lost: boolean;
  /** False when nobody waits for the answer any more. */
  readonly is_wanted: boolean;
}

/** How long a process may be silent before its calls are taken by another. */
export const callLeaseMs = 5000;

/** Takes calls that are due, leaving alone what this process has under way and targets that have enough under way. */
export async function takeCalls(
  pool: Pool,
  batch: number,
  busy: { readonly ids: readonly string[]; readonly targets: readonly string[] },
): Promise<TakenCall[]> {
  const now = new Date();
  const { rows } = await pool.query<TakenCall>(
    `with due as materialized (
       select id, state = 'calling' as was_lost from service_calls
       where next_at <= $1 and (state = 'pending' or lease_until < $1) and id <> all($4)
         and tenant_id || ' ' || target <> all($5)
       order by next_at limit $2 for update skip locked)
     update service_calls c set state = 'calling', attempts = c.attempts + 1, lease_until = $3
     from due where c.id = due.id
     returning c.id, c.tenant_id, c.run_id, c.kind, c.target, c.params, c.attempts, due.was_lost,
       exists (select from runs r where r.id = c.run_id and r.state in ('waiting', 'running')) as is_wanted`,
    [now, batch, new Date(now.getTime() + callLeaseMs), busy.ids, busy.targets],
  );
  return rows;
}

/** Says that these calls are still under way. */
export async function renewCalls(pool: Pool, ids: readonly string[]): Promise<void> {
  await pool.query(`update service_calls set lease_until = $2 where id = any($1) and state = 'calling'`, [
    ids,
    new Date(Date.now() + callLeaseMs),
  ]);
}
