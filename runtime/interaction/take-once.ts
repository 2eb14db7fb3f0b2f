import type { PoolClient } from 'pg';
import type { NewInteraction } from './new-interaction.ts';

/** An item with the id it would get. */
export interface Candidate {
  readonly id: string;
  readonly item: NewInteraction;
}

/**
 * Duplicate control. Claims every key of every candidate; answers, for those of whose keys one was seen before (also
 * within this batch), the interaction that has it. Claims wait for a concurrent transaction with the same key.
 */
export async function takeOnce(
  client: PoolClient,
  candidates: readonly Candidate[],
): Promise<ReadonlyMap<string, string>> {
  const claims = candidates.flatMap(({ id, item }) =>
    item.onceKeys.map((key) => ({ tenant_id: item.tenantId, endpoint: item.endpoint, key, interaction_id: id })),
  );
  if (claims.length === 0) return new Map();
  // In one order everywhere, so that two transactions with the same keys wait for each other instead of deadlocking.
  const sorted = claims.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  await client.query(
    `insert into received_mails (tenant_id, endpoint, key, interaction_id)
     select tenant_id, endpoint, key, interaction_id from jsonb_populate_recordset(null::received_mails, $1::jsonb)
     on conflict do nothing`,
    [JSON.stringify(sorted)],
  );
  const { rows } = await client.query<{ mine: string; theirs: string }>(
    `select c.interaction_id as mine, r.interaction_id as theirs
     from jsonb_populate_recordset(null::received_mails, $1::jsonb) c
     join received_mails r on r.tenant_id = c.tenant_id and r.endpoint = c.endpoint and r.key = c.key
     where r.interaction_id <> c.interaction_id`,
    [JSON.stringify(sorted)],
  );
  if (rows.length === 0) return new Map();
  // A key that was new on a mail known by another key leads to the interaction that exists.
  await client.query(
    `update received_mails r set interaction_id = d.theirs
     from unnest($1::uuid[], $2::uuid[]) as d(mine, theirs) where r.interaction_id = d.mine
       and (r.tenant_id, r.endpoint, r.key) in (
         select tenant_id, endpoint, key from jsonb_populate_recordset(null::received_mails, $3::jsonb))`,
    [rows.map((row) => row.mine), rows.map((row) => row.theirs), JSON.stringify(sorted)],
  );
  return new Map(rows.map((row) => [row.mine, row.theirs]));
}
