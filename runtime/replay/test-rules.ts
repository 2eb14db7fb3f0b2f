import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';

const key = 'strategy-tests';

const storedSchema = z.object({ everywhere: z.boolean().default(false), processes: z.array(z.string()).default([]) });

/** Which processes of a tenant have to pass their strategy tests before they are activated; none as long as nobody said so. */
export interface TestRules {
  readonly everywhere: boolean;
  /** Names of processes that have to, beside that. */
  readonly processes: readonly string[];
}

/** What a tenant asks. */
export async function readTestRules(pool: Pool | PoolClient, tenantId: string): Promise<TestRules> {
  const { rows } = await pool.query<{ value: unknown }>(
    'select value from tenant_settings where tenant_id = $1 and key = $2',
    [tenantId, key],
  );
  return storedSchema.parse(rows[0]?.value ?? {});
}

/** Sets whether all processes have to. */
export async function saveTestRules(
  pool: Pool,
  tenantId: string,
  { everywhere }: { everywhere: boolean },
): Promise<void> {
  const { processes } = await readTestRules(pool, tenantId);
  await save(pool, tenantId, { everywhere, processes });
}

/** Sets whether one process has to. */
export async function saveTestRule(
  pool: Pool,
  { tenantId, name }: { tenantId: string; name: string },
  { required }: { required: boolean },
): Promise<void> {
  const { everywhere, processes } = await readTestRules(pool, tenantId);
  const others = processes.filter((one) => one !== name);
  await save(pool, tenantId, { everywhere, processes: required ? [...others, name] : others });
}

async function save(pool: Pool, tenantId: string, rules: TestRules): Promise<void> {
  await pool.query(
    `insert into tenant_settings (tenant_id, key, value) values ($1, $2, $3)
     on conflict (tenant_id, key) do update set value = excluded.value`,
    [tenantId, key, JSON.stringify(rules)],
  );
}
