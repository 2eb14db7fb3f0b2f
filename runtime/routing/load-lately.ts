import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import type { Floor, TargetSet } from './floor.ts';
import { type PartyEvent, latelyOf } from './lately-of.ts';
import type { Lately } from './seat.ts';

/** The field's sliding window. */
const windowMs = 3600_000;
/** Statistics of an hour do not change within seconds. */
const keptForMs = 5000;
/** Events of the window that are looked at, the newest first: as many as some hundred agents make in an hour. */
const mostEvents = 50_000;

const kept = new LRUCache<string, ReadonlyMap<string, Lately>>({ max: 1000, ttl: keptForMs });

/** What each floor was told last. */
const told = new WeakMap<Floor, ReadonlyMap<string, Lately>>();

/** Tells the floor what its agents did lately, where a request chooses by it; nothing is asked otherwise. */
export async function tellLately(
  pool: Pool,
  floor: Floor,
  wish: { readonly tenantId: string; readonly now: Date; readonly sets: readonly TargetSet[] },
): Promise<void> {
  const { tenantId, now, sets } = wish;
  const isAsked = sets.some(
    ({ selection: { statistic } }) => statistic === 'agent-occupancy' || statistic === 'interactions-handled',
  );
  if (!isAsked) return;
  const known = kept.get(tenantId);
  const lately = known ?? (await load(pool, tenantId, now));
  // only then: setting it again would make it young again, and nothing new would ever be read while there is work
  if (known === undefined) kept.set(tenantId, lately);
  if (told.get(floor) === lately) return;
  floor.setLately(lately);
  told.set(floor, lately);
}

async function load(pool: Pool, tenantId: string, now: Date): Promise<ReadonlyMap<string, Lately>> {
  const from = new Date(now.getTime() - windowMs);
  const { rows } = await pool.query<PartyEvent>(
    `select agent, "interactionId", "isBegin", at from (
       select party ->> 'name' as agent, interaction_id as "interactionId", kind = 'PartyAdded' as "isBegin", at, id from events
       where tenant_id = $1 and at > $2 and kind in ('PartyAdded', 'PartyRemoved') and party ->> 'kind' = 'agent'
       order by at desc limit ${mostEvents}) as newest
     order by at, id`,
    [tenantId, from],
  );
  const sessions = await pool.query<{ agent: string; since: Date; handling: string[] }>(
    `select a.user_name as agent, s.logged_in_at as since,
       array(select i.id::text from interactions i where i.agent_id = a.id and i.state = 'handling') as handling
     from agent_sessions s join agents a on a.id = s.agent_id where s.tenant_id = $1`,
    [tenantId],
  );
  return latelyOf({ events: rows, sessions: sessions.rows, from, now });
}
