import type { Pool, PoolClient } from 'pg';
import { conditionFields } from '#dsl/condition/condition.ts';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { readViewField } from '#dsl/model/interaction-property.ts';
import type { RolloutChange, RolloutPlan } from '#dsl/protocol/rollouts.ts';
import { newId } from '#runtime/store/new-id.ts';
import { publish } from '#runtime/store/signal.ts';
import { inTransaction } from '#runtime/store/transaction.ts';
import { type ActivationChange, activateVersion, checkVersion, lockActivations } from './activate-version.ts';
import { authorsOf, readActivationRules } from './activation-rules.ts';
import type { Editing } from './editing.ts';
import { endRollout } from './end-rollout.ts';
import { noteActivation } from './note-activation.ts';

/** What begins beside the active version. */
export interface RolloutStart extends Omit<ActivationChange, 'kind' | 'version'> {
  readonly version: number;
  readonly rollout: RolloutPlan;
}

interface RolloutRow {
  readonly version: number;
  readonly mode: RolloutPlan['mode'];
  readonly startedBy: string | null;
}

/**
 * Makes a version a canary or a shadow beside the active one; what was on trial before is over. Throws `request/conflict` when
 * nothing is active, or this version is, and `process/has-problems` as an activation does.
 */
export async function startRollout(client: PoolClient, editing: Editing, start: RolloutStart): Promise<void> {
  const { tenantId, name } = editing;
  const { version, rollout, message, activatedBy, approvedBy } = start;
  checkCondition(rollout.condition);
  await lockActivations(client, tenantId);
  const { rows } = await client.query<{ active: number | null }>(
    'select active_version as active from processes where tenant_id = $1 and name = $2',
    [tenantId, name],
  );
  const active = rows[0]?.active ?? null;
  if (active === null) throw notPossible(name, 'has no active version beside which another could be tried');
  if (active === version) throw notPossible(name, `runs version ${version} for everybody already`);
  await checkVersion(client, editing, version);
  await endRollout(client, { ...editing, by: activatedBy });
  await client.query(
    `insert into rollouts (id, tenant_id, process, version, mode, share, condition, message, started_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [newId(), tenantId, name, version, rollout.mode, rollout.share, jsonOf(rollout.condition), message, activatedBy],
  );
  const kind = rollout.mode === 'canary' ? 'canary-started' : 'shadow-started';
  await noteActivation(client, editing, {
    version,
    kind,
    message,
    activatedBy,
    ...(approvedBy !== undefined && { approvedBy }),
  });
  await tell(client, editing);
}

/** Widens or narrows the part a version takes. An interaction that is in a smaller share is in every larger one as well. */
export function changeRollout(pool: Pool, editing: Editing, change: RolloutChange): Promise<void> {
  checkCondition(change.condition);
  return inTransaction(pool, async (client) => {
    const { version, mode } = await lockRollout(client, editing);
    await client.query('update rollouts set share = $3, condition = $4 where tenant_id = $1 and process = $2', [
      editing.tenantId,
      editing.name,
      change.share,
      jsonOf(change.condition),
    ]);
    const kind = mode === 'canary' ? 'canary-changed' : 'shadow-changed';
    await noteActivation(client, editing, { version, kind, message: change.message, activatedBy: editing.by });
    await tell(client, editing);
  });
}

/** The version on trial takes everything from now on. Throws as an activation does. */
export function promoteRollout(pool: Pool, editing: Editing, { message }: { message: string }): Promise<void> {
  return inTransaction(pool, async (client) => {
    await lockActivations(client, editing.tenantId);
    const { version, mode } = await lockRollout(client, editing);
    const kind = mode === 'canary' ? 'canary-promoted' : 'activated';
    await activateVersion(client, editing, { version, message, kind, activatedBy: editing.by });
  });
}

/** The version on trial takes nothing any more; runs that it began end in it. */
export function withdrawRollout(pool: Pool, editing: Editing, { message }: { message: string }): Promise<void> {
  return inTransaction(pool, async (client) => {
    await lockActivations(client, editing.tenantId);
    if (!(await endRollout(client, editing, { message }))) throw notOnTrial(editing.name);
    await tell(client, editing);
  });
}

/** Throws `request/not-found` when nothing is on trial, and `process/own-approval` where a second person has to agree and this is not one. */
async function lockRollout(client: PoolClient, editing: Editing): Promise<RolloutRow> {
  const { tenantId, name, by } = editing;
  const { rows } = await client.query<RolloutRow>(
    `select version, mode, started_by as "startedBy" from rollouts where tenant_id = $1 and process = $2 for update`,
    [tenantId, name],
  );
  const [row] = rows;
  if (row === undefined) throw notOnTrial(name);
  const { fourEyes } = await readActivationRules(client, tenantId);
  if (!fourEyes) return row;
  const authors = await authorsOf(client, { tenantId, process: name, version: row.version });
  if (by === row.startedBy || authors.includes(by)) throw new CodedError('process/own-approval', { process: name });
  return row;
}

function checkCondition(condition: RolloutPlan['condition']): void {
  const unknown =
    condition === null ? undefined : conditionFields(condition).find((field) => readViewField(field) === undefined);
  if (unknown !== undefined) {
    const expected = `properties of interactions and data.<key>, not "${unknown}"`;
    throw new CodedError('request/invalid', { field: 'condition', expected });
  }
}

function jsonOf(condition: RolloutPlan['condition']): string | null {
  return condition === null ? null : JSON.stringify(condition);
}

function tell(client: PoolClient, { tenantId, name }: Editing): Promise<void> {
  return publish(client, [
    { kind: 'activation', tenantId, process: name },
    { kind: 'process', tenantId, process: name },
  ]);
}

function notOnTrial(name: string): CodedError<'request/not-found'> {
  return new CodedError('request/not-found', { kind: 'version on trial of process', name });
}

function notPossible(name: string, reason: string): CodedError<'request/conflict'> {
  return new CodedError('request/conflict', { kind: 'business process', name, reason });
}
