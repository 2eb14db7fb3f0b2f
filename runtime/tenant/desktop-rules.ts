import type { Pool, PoolClient } from 'pg';
import { type DesktopRules, desktopRulesSchema } from '#dsl/protocol/desktop-rules.ts';

const key = 'desktop-rules';

/** What the tenant's agents choose from at the desktop; the usual until somebody says otherwise. */
export async function readDesktopRules(client: Pool | PoolClient, tenantId: string): Promise<DesktopRules> {
  const { rows } = await client.query<{ value: unknown }>(
    'select value from tenant_settings where tenant_id = $1 and key = $2',
    [tenantId, key],
  );
  return desktopRulesSchema.parse(rows[0]?.value ?? {});
}

/** Keeps it; desktops read it when they open. */
export async function saveDesktopRules(pool: Pool, tenantId: string, rules: DesktopRules): Promise<void> {
  await pool.query(
    `insert into tenant_settings (tenant_id, key, value) values ($1, $2, $3)
     on conflict (tenant_id, key) do update set value = excluded.value`,
    [tenantId, key, JSON.stringify(rules)],
  );
}
