import type { Pool } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { Version, VersionDocument } from '#dsl/protocol/processes.ts';
import { readLayout } from './process-summary.ts';

interface VersionRow {
  readonly version: number;
  readonly message: string;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly active: boolean;
}

const columns = `v.version, v.message, v.created_by as "createdBy", v.created_at as "createdAt",
  coalesce(p.active_version = v.version, false) as active`;
const source = `process_versions v left join processes p on p.tenant_id = v.tenant_id and p.name = v.process`;

/** Versions of a process, newest first. */
export async function listVersions(pool: Pool, tenantId: string, process: string): Promise<Version[]> {
  const { rows } = await pool.query<VersionRow>(
    `select ${columns} from ${source} where v.tenant_id = $1 and v.process = $2 order by v.version desc`,
    [tenantId, process],
  );
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

/** A version with its document, which never changes. Throws `request/not-found`. */
export async function getVersion(
  pool: Pool,
  tenantId: string,
  { process, version }: { process: string; version: number },
): Promise<VersionDocument> {
  const { rows } = await pool.query<VersionRow & { document: VersionDocument['document']; layout: unknown }>(
    `select ${columns}, v.document, v.layout from ${source} where v.tenant_id = $1 and v.process = $2 and v.version = $3`,
    [tenantId, process, version],
  );
  const [row] = rows;
  if (row === undefined)
    throw new CodedError('request/not-found', { kind: 'version', name: `${process} version ${version}` });
  return { ...row, createdAt: row.createdAt.toISOString(), layout: readLayout(row.layout) };
}
