import type { Pool } from 'pg';
import { inTransaction } from '../../store/transaction.ts';

/** How a supervisor takes part. */
export type WatchMode = 'monitor' | 'coach' | 'barge' | 'none';

/** Sets how somebody takes part; answers how they did before. */
export function setWatching(
  pool: Pool,
  { sessionId, personId }: { readonly sessionId: string; readonly personId: string },
  mode: WatchMode,
): Promise<WatchMode> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ mode: WatchMode }>(
      'delete from chat_watchers where session_id = $1 and person_id = $2 returning mode',
      [sessionId, personId],
    );
    if (mode !== 'none') {
      await client.query('insert into chat_watchers (session_id, person_id, mode) values ($1, $2, $3)', [
        sessionId,
        personId,
        mode,
      ]);
    }
    return rows[0]?.mode ?? 'none';
  });
}
