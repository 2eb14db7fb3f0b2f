import type { Pool, PoolClient } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { Activation } from '#dsl/protocol/versions.ts';
import { publish } from '#runtime/store/signal.ts';
import { inTransaction } from '#runtime/store/transaction.ts';
import { readActivationRules } from './activation-rules.ts';
import { checkDraft } from './check-draft.ts';
import type { Editing } from './editing.ts';
import { endRollout } from './end-rollout.ts';
import { noteActivation } from './note-activation.ts';

/** First half of the key, so that this lock meets no other use of advisory locks in the database. */
const activationLockSpace = 726_636;

/** Lines of the log that tell of a version that took all interactions. */
const kindsThatActivate: readonly Activation['kind'][] = ['activated', 'rolled-back', 'scheduled', 'canary-promoted'];

/** What becomes active, and what is noted about it. */
export interface ActivationChange {
  /** Null takes the process out of service. */
  readonly version: number | null;
  readonly message: string;
  readonly kind: Activation['kind'];
  readonly activatedBy: string;
  readonly approvedBy?: string;
}

/**
 * One activation of a tenant at a time: two at the same moment would each not yet see the other's endpoints. Take it before
 * the row of the process.
 */
export async function lockActivations(client: PoolClient, tenantId: string): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1, hashtext($2))', [activationLockSpace, tenantId]);
}

/** Makes a version that exists the one that new runs use. Throws `process/has-problems` when it has errors by now, such as an endpoint that another process has. */
export async function activateVersion(
  client: PoolClient,
  editing: Editing,
  change: ActivationChange & { readonly version: number },
): Promise<void> {
  await lockActivations(client, editing.tenantId);
  await checkVersion(client, editing, change.version);
  await changeActive(client, editing, change);
}

/** Throws `request/not-found` for a version that does not exist, and `process/has-problems` for one with errors. */
export async function checkVersion(client: PoolClient, editing: Editing, version: number): Promise<void> {
  const { tenantId, name } = editing;
  const { rows } = await client.query<{ document: unknown }>(
    'select document from process_versions where tenant_id = $1 and process = $2 and version = $3',
    [tenantId, name, version],
  );
  const [row] = rows;
  if (row === undefined)
    throw new CodedError('request/not-found', { kind: 'version', name: `${name} version ${version}` });
  const diagnostics = await checkDraft(client, editing, row.document);
  if (diagnostics.some(({ severity }) => severity === 'error'))
    throw new CodedError('process/has-problems', { process: name, diagnostics });
}

/** Sets which version is active and notes it; what was on trial beside the one before is over. Throws `request/not-found` when there is no such process. */
export async function changeActive(client: PoolClient, editing: Editing, change: ActivationChange): Promise<void> {
  const { tenantId, name } = editing;
  const changed = await client.query('update processes set active_version = $3 where tenant_id = $1 and name = $2', [
    tenantId,
    name,
    change.version,
  ]);
  if (changed.rowCount === 0) throw new CodedError('request/not-found', { kind: 'business process', name });
  await endRollout(client, { ...editing, by: change.activatedBy }, { promoted: change.version });
  await noteActivation(client, editing, change);
  await publish(client, [
    { kind: 'activation', tenantId, process: name },
    { kind: 'process', tenantId, process: name },
  ]);
}

/**
 * Goes back to an earlier version at once. Where a second person has to agree to activations, it must have been active before:
 * then somebody has agreed to it already, and nobody should wait while things go wrong.
 */
export function rollBack(
  pool: Pool,
  editing: Editing,
  { version, message }: { version: number; message: string },
): Promise<void> {
  const { tenantId, name, by } = editing;
  return inTransaction(pool, async (client) => {
    const { fourEyes } = await readActivationRules(client, tenantId);
    const before = await client.query(
      'select from activations where tenant_id = $1 and process = $2 and version = $3 and kind = any($4) limit 1',
      [tenantId, name, version, kindsThatActivate],
    );
    if (fourEyes && before.rowCount === 0) throw new CodedError('process/needs-approval', { process: name });
    await activateVersion(client, editing, { version, message, kind: 'rolled-back', activatedBy: by });
  });
}
