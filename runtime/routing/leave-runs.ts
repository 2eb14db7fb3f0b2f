import type { PoolClient } from 'pg';

/**
 * Locks the runs that these interactions are in now. To be called before the interactions are locked: workers lock runs first
 * too, so that nobody waits in a circle.
 */
export async function lockRuns(client: PoolClient, interactionIds: readonly string[]): Promise<void> {
  await client.query(
    `select from runs r where r.id in (select i.run_id from interactions i where i.id = any($1::uuid[]))
       and r.state in ('running', 'waiting') order by r.id for update`,
    [interactionIds],
  );
}

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
