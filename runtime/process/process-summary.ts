import type { Pool } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { type Layout, layoutSchema } from '#dsl/document/layout.ts';
import type { ProcessDraft, ProcessSummary } from '#dsl/protocol/processes.ts';
import type { RolloutSummary } from '#dsl/protocol/rollouts.ts';

interface SummaryRow {
  readonly name: string;
  readonly description: string;
  readonly revision: number;
  readonly activeVersion: number | null;
  readonly draftDiffers: boolean;
  readonly rollout: RolloutSummary | null;
  readonly updatedAt: Date;
  readonly updatedBy: string | null;
}

const columns = `p.name, coalesce(p.draft ->> 'description', '') as description, p.revision,
  p.active_version as "activeVersion", p.draft is distinct from v.document as "draftDiffers",
  case when r.id is not null then jsonb_build_object('version', r.version, 'mode', r.mode, 'share', r.share,
    'hasCondition', r.condition is not null) end as rollout,
  p.updated_at as "updatedAt", p.updated_by as "updatedBy"`;
const source = `processes p left join process_versions v
  on v.tenant_id = p.tenant_id and v.process = p.name and v.version = p.active_version
  left join rollouts r on r.tenant_id = p.tenant_id and r.process = p.name`;

/** Business processes of a tenant, by name. */
export async function listProcesses(pool: Pool, tenantId: string): Promise<ProcessSummary[]> {
  const { rows } = await pool.query<SummaryRow>(
    `select ${columns} from ${source} where p.tenant_id = $1 order by p.name`,
    [tenantId],
  );
  return rows.map(toSummary);
}

/** A process with its draft. Throws `request/not-found`. */
export async function getProcess(pool: Pool, tenantId: string, name: string): Promise<ProcessDraft> {
  const { rows } = await pool.query<SummaryRow & { draft: ProcessDraft['draft']; layout: unknown }>(
    `select ${columns}, p.draft, p.layout from ${source} where p.tenant_id = $1 and p.name = $2`,
    [tenantId, name],
  );
  const [row] = rows;
  if (row === undefined) throw new CodedError('request/not-found', { kind: 'business process', name });
  const { draft, layout, ...summary } = row;
  return { ...toSummary(summary), draft, layout: readLayout(layout) };
}

/** A stored layout; one that no longer fits today's schema is only positions of cards, and starts anew. */
export function readLayout(stored: unknown): Layout {
  return layoutSchema.safeParse(stored).data ?? layoutSchema.parse({});
}

function toSummary(row: SummaryRow): ProcessSummary {
  return { ...row, updatedAt: row.updatedAt.toISOString() };
}
