import type { PoolClient } from 'pg';

/** Ends the runs of interactions that leave their strategies by other hands; the paths stay. Requests and answers of them go. */
export async function leaveRuns(
  client: PoolClient,
  interactions: readonly { readonly id: string; readonly run_id: string | null }[],
  now: Date,
): Promise<void> {
  const runIds = interactions.map((row) => row.run_id).filter((id) => id !== null);
  await client.query(
    `update runs set state = 'ended', ended_at = $2, waiting_for = null, wake_at = null, lease_until = null
     where id = any($1::uuid[]) and state in ('running', 'waiting')`,
    [runIds, now],
  );
  await client.query('delete from answers where run_id = any($1::uuid[])', [runIds]);
  await client.query('delete from routing_requests where interaction_id = any($1::uuid[])', [
    interactions.map((row) => row.id),
  ]);
}
