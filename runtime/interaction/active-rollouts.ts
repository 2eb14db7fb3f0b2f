import type { Pool } from 'pg';
import { type Condition, conditionSchema } from '#dsl/condition/condition.ts';
import type { RolloutPlan } from '#dsl/protocol/rollouts.ts';

/** A version on trial beside the active one of its process. */
export interface ActiveRollout {
  readonly id: string;
  readonly tenantId: string;
  /** Name of the process. */
  readonly name: string;
  readonly mode: RolloutPlan['mode'];
  readonly share: number;
  readonly condition: Condition | null;
  readonly versionId: string;
}

/** Versions on trial of all processes in service. */
export async function readActiveRollouts(pool: Pool): Promise<ActiveRollout[]> {
  const { rows } = await pool.query<Omit<ActiveRollout, 'condition'> & { condition: unknown }>(
    `select r.id, r.tenant_id as "tenantId", r.process as name, r.mode, r.share, r.condition, v.id as "versionId"
     from rollouts r
       join process_versions v on v.tenant_id = r.tenant_id and v.process = r.process and v.version = r.version
       join processes p on p.tenant_id = r.tenant_id and p.name = r.process and p.active_version is not null`,
  );
  return rows.map((row) => ({
    ...row,
    condition: row.condition === null ? null : conditionSchema.parse(row.condition),
  }));
}
