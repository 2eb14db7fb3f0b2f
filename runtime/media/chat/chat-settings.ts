import type { Pool } from 'pg';
import { type ChatSettings, chatSettingsSchema } from '#dsl/protocol/chat.ts';

/** How sessions of the endpoint behave; what was never set is as the schema says. */
export async function readChatSettings(pool: Pool, tenantId: string, endpoint: string): Promise<ChatSettings> {
  const { rows } = await pool.query<{ value: unknown }>(
    'select value from tenant_settings where tenant_id = $1 and key = $2',
    [tenantId, keyOf(endpoint)],
  );
  return chatSettingsSchema.parse(rows[0]?.value ?? {});
}

/** Keeps how sessions of the endpoint behave; those that have begun keep theirs. */
export async function saveChatSettings(
  pool: Pool,
  tenantId: string,
  { endpoint, settings }: { readonly endpoint: string; readonly settings: ChatSettings },
): Promise<void> {
  await pool.query(
    `insert into tenant_settings (tenant_id, key, value) values ($1, $2, $3)
     on conflict (tenant_id, key) do update set value = excluded.value`,
    [tenantId, keyOf(endpoint), JSON.stringify(settings)],
  );
}

function keyOf(endpoint: string): string {
  return `chat ${endpoint}`;
}
