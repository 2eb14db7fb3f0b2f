import type { Pool, PoolClient } from 'pg';
import { type ActivationRules, activationRulesSchema } from '#dsl/protocol/versions.ts';

const key = 'activation';

/** What a tenant asks of activations; nothing as long as nobody said so. */
export async function readActivationRules(pool: Pool | PoolClient, tenantId: string): Promise<ActivationRules> {
  const { rows } = await pool.query<{ value: unknown }>(
    'select value from tenant_settings where tenant_id = $1 and key = $2',
    [tenantId, key],
  );
  return activationRulesSchema.parse(rows[0]?.value ?? {});
}

/** Sets what a tenant asks of activations. */
export async function saveActivationRules(pool: Pool, tenantId: string, rules: ActivationRules): Promise<void> {
  await pool.query(
    `insert into tenant_settings (tenant_id, key, value) values ($1, $2, $3)
     on conflict (tenant_id, key) do update set value = excluded.value`,
    [tenantId, key, JSON.stringify(rules)],
  );
}

/**
 * Who wrote what this version changes: who asked for it, who made it, and who saved the draft since the version before was
 * made. None of them can approve it.
 */
export async function authorsOf(
  client: PoolClient,
  { tenantId, process, version }: { tenantId: string; process: string; version: number },
): Promise<readonly string[]> {
  const { rows } = await client.query<{ author: string }>(
    `with this as (
       select created_by, created_at from process_versions where tenant_id = $1 and process = $2 and version = $3
     ), before as (
       select coalesce(max(created_at), '-infinity') as at from process_versions
       where tenant_id = $1 and process = $2 and version < $3
     )
     select created_by as author from this where created_by is not null
     union select s.saved_by from process_saves s, this, before
     where s.tenant_id = $1 and s.process = $2 and s.saved_by is not null
       and s.saved_at > before.at and s.began_at <= this.created_at`,
    [tenantId, process, version],
  );
  return rows.map(({ author }) => author);
}
