import type { Pool, PoolClient } from 'pg';
import type { z } from 'zod';
import { nameSchema } from '#dsl/document/strategy.ts';
import { currentFormat } from '#dsl/document/business-process.ts';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { createProcessSchema, saveDraftSchema, savedDraftSchema } from '#dsl/protocol/processes.ts';
import { publish } from '#runtime/store/signal.ts';
import { inTransaction } from '#runtime/store/transaction.ts';
import { checkDraft } from './check-draft.ts';
import type { Editing } from './editing.ts';
import { keepSave } from './saves.ts';

/**
 * Makes a process, empty or with a first draft, whole or not at all. The draft is kept whatever is wrong with it, as any
 * other. Throws `request/conflict` when the name is taken.
 */
export async function createProcess(
  pool: Pool,
  editing: Editing,
  { draft, layout }: Pick<z.output<typeof createProcessSchema>, 'draft' | 'layout'>,
): Promise<void> {
  const { tenantId, name, by } = editing;
  if (!nameSchema.safeParse(name).success)
    throw new CodedError('request/invalid', { field: 'name', expected: 'a name without blanks around it' });
  const empty = { format: currentFormat, name, queues: { ErrorHeld: { parking: true } } };
  await inTransaction(pool, async (client) => {
    const made = await client.query(
      `insert into processes (tenant_id, name, draft, layout, updated_by) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [tenantId, name, JSON.stringify(draft ?? empty), JSON.stringify(layout), by],
    );
    if (made.rowCount === 0)
      throw new CodedError('request/conflict', { kind: 'business process', name, reason: 'exists already' });
    if (draft !== undefined) await keepSave(client, editing);
    await publish(client, [{ kind: 'process', tenantId, process: name }]);
  });
}

/**
 * Keeps a draft, whatever is wrong with it, and says what that is. Throws `request/conflict` when somebody saved after
 * the revision the edit started from, so that nobody's work is overwritten unseen.
 */
export async function saveDraft(
  pool: Pool,
  { tenantId, name, by }: Editing,
  { draft, layout, revision }: z.output<typeof saveDraftSchema>,
): Promise<z.infer<typeof savedDraftSchema>> {
  const editing = { tenantId, name, by };
  const saved = await inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ revision: number }>(
      `update processes set draft = $3, layout = $4, revision = revision + 1, updated_at = now(), updated_by = $5
       where tenant_id = $1 and name = $2 and revision = $6 returning revision`,
      [tenantId, name, JSON.stringify(draft), JSON.stringify(layout), by, revision],
    );
    const [row] = rows;
    if (row === undefined) throw await conflictOf(client, editing);
    await keepSave(client, editing);
    await publish(client, [{ kind: 'process', tenantId, process: name }]);
    return row;
  });
  return { revision: saved.revision, diagnostics: await checkDraft(pool, { tenantId, name }, draft) };
}

/** Why the revision asked for is not there: nobody made the process, or somebody saved meanwhile. */
export async function conflictOf(pool: Pool | PoolClient, { tenantId, name }: Editing): Promise<CodedError> {
  const { rows } = await pool.query<{ revision: number; updated_by: string | null }>(
    'select revision, updated_by from processes where tenant_id = $1 and name = $2',
    [tenantId, name],
  );
  const [row] = rows;
  if (row === undefined) return new CodedError('request/not-found', { kind: 'business process', name });
  const reason = `was saved meanwhile by ${row.updated_by ?? 'somebody'} (revision ${row.revision})`;
  return new CodedError('request/conflict', { kind: 'business process', name, reason });
}

/** Removes a process; its versions stay for the traces of what ran on them. Throws `request/conflict` while it is active. */
export async function deleteProcess(pool: Pool, tenantId: string, name: string): Promise<void> {
  const gone = await pool.query('delete from processes where tenant_id = $1 and name = $2 and active_version is null', [
    tenantId,
    name,
  ]);
  if (gone.rowCount === 0) {
    const known = await pool.query('select 1 from processes where tenant_id = $1 and name = $2', [tenantId, name]);
    if (known.rowCount === 0) throw new CodedError('request/not-found', { kind: 'business process', name });
    throw new CodedError('request/conflict', {
      kind: 'business process',
      name,
      reason: 'is active; deactivate it first',
    });
  }
  await pool.query('delete from process_saves where tenant_id = $1 and process = $2', [tenantId, name]);
  await pool.query(
    `update planned_activations set state = 'cancelled'
     where tenant_id = $1 and process = $2 and state in ('awaiting-approval', 'scheduled')`,
    [tenantId, name],
  );
  await publish(pool, [{ kind: 'process', tenantId, process: name }]);
}
