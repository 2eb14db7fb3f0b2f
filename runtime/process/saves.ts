import type { Pool, PoolClient } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { SavedDocument, SavedState } from '#dsl/protocol/versions.ts';
import { publish } from '#runtime/store/signal.ts';
import { readLayout } from './process-summary.ts';
import type { Editing } from './editing.ts';

/** Saves of one person within this time are one state: a draft is saved after each pause, and nobody looks for a key stroke. */
const oneStateFor = '10 minutes';

/** States without a message beyond this many go, oldest first; those with one stay. */
const maxUnnamed = 300;

/** Notes the draft as it is now among the states it was in. Call it in the transaction that saved the draft. */
export async function keepSave(client: PoolClient, { tenantId, name, by }: Editing): Promise<void> {
  const kept = await client.query(
    `update process_saves s set document = p.draft, layout = p.layout, revision = p.revision, saved_at = now()
     from processes p
     where p.tenant_id = $1 and p.name = $2 and s.saved_by is not distinct from $3 and s.message = ''
       and s.began_at > now() - $4::interval
       and s.id = (select max(id) from process_saves where tenant_id = $1 and process = $2)`,
    [tenantId, name, by, oneStateFor],
  );
  if (kept.rowCount !== 0) return;
  await client.query(
    `insert into process_saves (tenant_id, process, revision, document, layout, saved_by)
     select tenant_id, name, revision, draft, layout, $3 from processes where tenant_id = $1 and name = $2`,
    [tenantId, name, by],
  );
  await client.query(
    `delete from process_saves where id in (
       select id from process_saves where tenant_id = $1 and process = $2 and message = ''
       order by id desc offset $3)`,
    [tenantId, name, maxUnnamed],
  );
}

/**
 * Notes the draft as it is before an import replaces it, under a message of its own, so that what is saved next becomes another
 * state. Locks the draft till the transaction ends. Nothing happens for a process that is not there.
 */
export async function keepBeforeImport(client: PoolClient, { tenantId, name, by }: Editing): Promise<void> {
  const { rowCount } = await client.query('select from processes where tenant_id = $1 and name = $2 for update', [
    tenantId,
    name,
  ]);
  if (rowCount === 0) return;
  await keepSave(client, { tenantId, name, by });
  await client.query(
    `update process_saves set message = 'Before an import'
     where message = '' and id = (select max(id) from process_saves where tenant_id = $1 and process = $2)`,
    [tenantId, name],
  );
}

interface SaveRow {
  readonly id: string;
  readonly revision: number;
  readonly message: string;
  readonly savedBy: string | null;
  readonly savedAt: Date;
}

const columns = `id, revision, message, saved_by as "savedBy", saved_at as "savedAt"`;

/** States the draft was in, newest first. */
export async function listSaves(pool: Pool, tenantId: string, process: string): Promise<SavedState[]> {
  const { rows } = await pool.query<SaveRow>(
    `select ${columns} from process_saves where tenant_id = $1 and process = $2 order by id desc limit 500`,
    [tenantId, process],
  );
  return rows.map(toState);
}

/** A state with its document. Throws `request/not-found`. */
export async function getSave(
  pool: Pool,
  tenantId: string,
  { process, id }: { process: string; id: number },
): Promise<SavedDocument> {
  const { rows } = await pool.query<SaveRow & { document: SavedDocument['document']; layout: unknown }>(
    `select ${columns}, document, layout from process_saves where tenant_id = $1 and process = $2 and id = $3`,
    [tenantId, process, id],
  );
  const [row] = rows;
  if (row === undefined) throw new CodedError('request/not-found', { kind: 'saved state', name: `${process} ${id}` });
  const { document, layout, ...state } = row;
  return { ...toState(state), document, layout: readLayout(layout) };
}

/** Gives the state of this revision a message. Throws `request/conflict` when the draft has been saved since. */
export async function nameSave(
  pool: Pool,
  { tenantId, name }: Editing,
  { revision, message }: { revision: number; message: string },
): Promise<SavedState> {
  const { rows } = await pool.query<SaveRow>(
    `update process_saves set message = $4
     where tenant_id = $1 and process = $2 and revision = $3
       and id = (select max(id) from process_saves where tenant_id = $1 and process = $2)
     returning ${columns}`,
    [tenantId, name, revision, message],
  );
  const [row] = rows;
  if (row === undefined)
    throw new CodedError('request/conflict', { kind: 'business process', name, reason: 'was saved meanwhile' });
  await publish(pool, [{ kind: 'process', tenantId, process: name }]);
  return toState(row);
}

function toState(row: SaveRow): SavedState {
  return { ...row, id: Number(row.id), savedAt: row.savedAt.toISOString() };
}
