import type { Pool } from 'pg';
import { newId } from '../store/new-id.ts';

/**
 * A desktop of the agent opened a connection; answers its id. As long as one is open, and kept, the agent stays logged in.
 * A page may connect before the agent logs in.
 */
export async function connectDesktop(pool: Pool, agentId: string): Promise<string> {
  const id = newId();
  await pool.query('insert into desktop_connections (id, agent_id) values ($1, $2)', [id, agentId]);
  return id;
}

/** The connection closed. After an agent's last one their session has a grace, for a page that is loaded again. */
export async function disconnectDesktop(pool: Pool, connectionId: string): Promise<void> {
  await pool.query(
    `with closed as (delete from desktop_connections where id = $1 returning agent_id)
     update agent_sessions s set last_seen_at = now() from closed where s.agent_id = closed.agent_id`,
    [connectionId],
  );
}

/** A connection a gateway holds. */
export interface HeldDesktop {
  readonly id: string;
  readonly agentId: string;
}

/**
 * A gateway still holds these connections; it says so every 15 s, so that one that died is noticed by its silence. One that was
 * taken for dead meanwhile, as after a break of the database, counts again.
 */
export async function keepDesktops(pool: Pool, held: readonly HeldDesktop[]): Promise<void> {
  if (held.length === 0) return;
  await pool.query(
    `insert into desktop_connections (id, agent_id)
     select h.id, a.id from unnest($1::uuid[], $2::text[]) as h (id, agent_id) join agents a on a.id = h.agent_id
     on conflict (id) do update set last_seen_at = now()`,
    [held.map(({ id }) => id), held.map(({ agentId }) => agentId)],
  );
}
