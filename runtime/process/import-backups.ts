import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { ImportBackup } from '#dsl/protocol/imports.ts';

/** Backups beyond this many go, oldest first: who has not missed anything by then has it in the saves and in git. */
const maxKept = 100;

/** Keeps what an import is about to replace, as a bundle that puts it back. Answers its id. */
export async function keepBackup(
  client: PoolClient,
  tenantId: string,
  backup: Pick<ImportBackup, 'process' | 'items' | 'madeBy'> & { readonly bundle: object },
): Promise<string> {
  const id = randomUUID();
  await client.query(
    'insert into import_backups (id, tenant_id, process, items, bundle, made_by) values ($1, $2, $3, $4, $5, $6)',
    [id, tenantId, backup.process, backup.items, JSON.stringify(backup.bundle), backup.madeBy],
  );
  await client.query(
    `delete from import_backups where id in (
       select id from import_backups where tenant_id = $1 order by made_at desc offset $2)`,
    [tenantId, maxKept],
  );
  return id;
}

/** What imports replaced, newest first. */
export async function listBackups(pool: Pool, tenantId: string): Promise<ImportBackup[]> {
  const { rows } = await pool.query<Omit<ImportBackup, 'madeAt'> & { madeAt: Date }>(
    `select id, process, items, made_by as "madeBy", made_at as "madeAt" from import_backups
     where tenant_id = $1 order by made_at desc`,
    [tenantId],
  );
  return rows.map((row) => ({ ...row, madeAt: row.madeAt.toISOString() }));
}

/** A backup as a bundle that the import takes. Throws `request/not-found`. */
export async function getBackup(pool: Pool, tenantId: string, id: string): Promise<unknown> {
  const { rows } = await pool.query<{ bundle: unknown }>(
    'select bundle from import_backups where tenant_id = $1 and id = $2',
    [tenantId, id],
  );
  const [row] = rows;
  if (row === undefined) throw new CodedError('request/not-found', { kind: 'backup of an import', name: id });
  return row.bundle;
}
