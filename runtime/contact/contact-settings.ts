import type { Pool, PoolClient } from 'pg';
import { type ContactSettings, contactSettingsSchema } from '#dsl/model/contact-settings.ts';

const key = 'contacts';

/** What a tenant says about contacts; the usual order of identification as long as nobody said anything. */
export async function readContactSettings(pool: Pool | PoolClient, tenantId: string): Promise<ContactSettings> {
  const { rows } = await pool.query<{ value: unknown }>(
    'select value from tenant_settings where tenant_id = $1 and key = $2',
    [tenantId, key],
  );
  return contactSettingsSchema.parse(rows[0]?.value ?? {});
}

/** Sets what a tenant says about contacts. */
export async function saveContactSettings(pool: Pool, tenantId: string, settings: ContactSettings): Promise<void> {
  await pool.query(
    `insert into tenant_settings (tenant_id, key, value) values ($1, $2, $3)
     on conflict (tenant_id, key) do update set value = excluded.value`,
    [tenantId, key, JSON.stringify(settings)],
  );
}
