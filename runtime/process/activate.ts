import type { Pool, PoolClient } from 'pg';
import { migrateDocument } from '#dsl/document/migrations.ts';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { RolloutPlan } from '#dsl/protocol/rollouts.ts';
import { requireGreen } from '#runtime/replay/require-green.ts';
import { inTransaction } from '#runtime/store/transaction.ts';
import { readActivationRules } from './activation-rules.ts';
import { type ActivationChange, activateVersion, changeActive, lockActivations } from './activate-version.ts';
import { checkDraft } from './check-draft.ts';
import type { Editing } from './editing.ts';
import { startRollout } from './rollouts.ts';
import { conflictOf } from './save-draft.ts';

/**
 * Makes the draft of this revision the version that new runs use; runs under way keep theirs. A draft that says the same as the
 * newest version activates that one instead of making another. With a rollout it only begins to take a part of them, or none as a
 * shadow. Answers the version's number. Throws `process/has-problems`
 * when the draft has errors, `process/needs-approval` where a second person has to agree, and `request/conflict` when the
 * draft was saved meanwhile.
 */
export function activateProcess(
  pool: Pool,
  editing: Editing,
  { revision, message, rollout = null }: { revision: number; message: string; rollout?: RolloutPlan | null },
): Promise<number> {
  const { tenantId, name, by } = editing;
  return inTransaction(pool, async (client) => {
    const { fourEyes } = await readActivationRules(client, tenantId);
    // a shadow reaches nobody outside
    if (fourEyes && rollout?.mode !== 'shadow') throw new CodedError('process/needs-approval', { process: name });
    const version = await makeVersion(client, editing, { revision, message });
    await putInService(client, editing, { version, message, kind: 'activated', activatedBy: by }, rollout);
    return version;
  });
}

/** Lets a version take all interactions, or the part that a rollout says. */
export async function putInService(
  client: PoolClient,
  editing: Editing,
  change: ActivationChange & { readonly version: number },
  rollout: RolloutPlan | null,
): Promise<void> {
  if (rollout === null) await activateVersion(client, editing, change);
  else await startRollout(client, editing, { ...change, rollout });
}

/** Makes the draft of this revision a version, without activating it, and keeps other activations of the tenant out until the transaction ends. */
export async function makeVersion(
  client: PoolClient,
  editing: Editing,
  { revision, message }: { revision: number; message: string },
): Promise<number> {
  const { tenantId, name } = editing;
  await lockActivations(client, tenantId);
  const { rows } = await client.query<{ draft: object; layout: unknown }>(
    'select draft, layout from processes where tenant_id = $1 and name = $2 and revision = $3 for update',
    [tenantId, name, revision],
  );
  const [row] = rows;
  if (row === undefined) throw await conflictOf(client, editing);
  const diagnostics = await checkDraft(client, editing, row.draft);
  if (diagnostics.some(({ severity }) => severity === 'error'))
    throw new CodedError('process/has-problems', { process: name, diagnostics });
  await requireGreen(client, editing, row.draft);
  const document = JSON.stringify(migrateDocument(row.draft));
  await client.query('update processes set draft = $3 where tenant_id = $1 and name = $2', [tenantId, name, document]);
  return ensureVersion(client, editing, { document, layout: JSON.stringify(row.layout), message });
}

/** Takes a process out of service: nothing comes in and nothing new starts; what runs goes on. */
export function deactivateProcess(pool: Pool, editing: Editing): Promise<void> {
  const { by } = editing;
  return inTransaction(pool, async (client) => {
    await lockActivations(client, editing.tenantId);
    await changeActive(client, editing, { version: null, message: '', kind: 'deactivated', activatedBy: by });
  });
}

async function ensureVersion(
  client: PoolClient,
  { tenantId, name, by }: Editing,
  { document, layout, message }: { document: string; layout: string; message: string },
): Promise<number> {
  const newest = await client.query<{ version: number; same: boolean }>(
    `select version, document = $3::jsonb as same from process_versions
     where tenant_id = $1 and process = $2 order by version desc limit 1`,
    [tenantId, name, document],
  );
  const [last] = newest.rows;
  if (last?.same === true) {
    // Cards may have moved: the trace draws paths over the newest arrangement of the same logic.
    await client.query(
      'update process_versions set layout = $4 where tenant_id = $1 and process = $2 and version = $3',
      [tenantId, name, last.version, layout],
    );
    return last.version;
  }
  const version = (last?.version ?? 0) + 1;
  await client.query(
    `insert into process_versions (tenant_id, process, version, document, layout, message, created_by)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tenantId, name, version, document, layout, message, by],
  );
  return version;
}
