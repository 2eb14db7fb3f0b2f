import type { Pool, PoolClient } from 'pg';
import type { z } from 'zod';
import { CodedError, textOf } from '#dsl/errors/coded-error.ts';
import type { PlannedActivation, planActivationSchema } from '#dsl/protocol/versions.ts';
import { newId } from '#runtime/store/new-id.ts';
import { publish } from '#runtime/store/signal.ts';
import { inTransaction } from '#runtime/store/transaction.ts';
import { makeVersion, putInService } from './activate.ts';
import { authorsOf, readActivationRules } from './activation-rules.ts';
import type { Editing } from './editing.ts';
import { noteActivation } from './note-activation.ts';

interface PlanRow {
  readonly id: string;
  readonly version: number;
  readonly message: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly activateAt: Date | null;
  readonly state: PlannedActivation['state'];
  readonly decidedBy: string | null;
  readonly problem: string | null;
  readonly rollout: PlannedActivation['rollout'];
}

const columns = `id, version, message, requested_by as "requestedBy", requested_at as "requestedAt",
  activate_at as "activateAt", state, decided_by as "decidedBy", problem, rollout`;

/**
 * Makes the draft of this revision a version that becomes active later: at `activateAt`, and where a second person has to
 * agree, not before that. What is edited afterwards does not go along. Throws as `activateProcess` does.
 */
export function planActivation(
  pool: Pool,
  editing: Editing,
  {
    revision,
    message,
    activateAt,
    rollout,
  }: Pick<z.infer<typeof planActivationSchema>, 'revision' | 'message' | 'activateAt' | 'rollout'>,
): Promise<PlannedActivation> {
  const { tenantId, name, by } = editing;
  return inTransaction(pool, async (client) => {
    const { fourEyes } = await readActivationRules(client, tenantId);
    if (!fourEyes && activateAt === null)
      throw new CodedError('request/invalid', { field: 'activateAt', expected: 'a time' });
    const version = await makeVersion(client, editing, { revision, message });
    const { rows } = await client.query<PlanRow>(
      `insert into planned_activations (id, tenant_id, process, version, message, requested_by, activate_at, state, rollout)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${columns}`,
      [
        newId(),
        tenantId,
        name,
        version,
        message,
        by,
        activateAt,
        fourEyes ? 'awaiting-approval' : 'scheduled',
        rollout === null ? null : JSON.stringify(rollout),
      ],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('a planned activation was not kept');
    await publish(client, [{ kind: 'process', tenantId, process: name }]);
    return toPlan(row);
  });
}

/** Activations of a process that wait, and the last five that failed, newest first. */
export async function listPlanned(pool: Pool, tenantId: string, process: string): Promise<PlannedActivation[]> {
  const { rows } = await pool.query<PlanRow>(
    `(select ${columns} from planned_activations
      where tenant_id = $1 and process = $2 and state in ('awaiting-approval', 'scheduled'))
     union all
     (select ${columns} from planned_activations where tenant_id = $1 and process = $2 and state = 'failed'
        and requested_at > now() - interval '7 days' order by requested_at desc limit 5)
     order by "requestedAt" desc`,
    [tenantId, process],
  );
  return rows.map(toPlan);
}

/** Calls a planned activation off; who refuses to approve one rejects it. Throws `request/conflict` when it is over. */
export function endPlan(
  pool: Pool,
  editing: Editing,
  { id, state }: { id: string; state: 'cancelled' | 'rejected' },
): Promise<void> {
  return inTransaction(pool, async (client) => {
    const { version, message } = await lockPlan(client, editing, id);
    await decide(client, editing, { id, state });
    if (state === 'rejected')
      await noteActivation(client, editing, { version, message, kind: 'rejected', activatedBy: editing.by });
  });
}

/**
 * A second person agrees: the version becomes active now, or at its time when that is still to come. Throws
 * `process/own-approval` for those who wrote it, and as `activateVersion` does.
 */
export function approvePlan(pool: Pool, editing: Editing, id: string): Promise<void> {
  const { tenantId, name, by } = editing;
  return inTransaction(pool, async (client) => {
    const { version, message, requestedBy, activateAt, state, rollout } = await lockPlan(client, editing, id);
    if (state !== 'awaiting-approval')
      throw new CodedError('request/conflict', { kind: 'planned activation', name, reason: 'is approved already' });
    const authors = await authorsOf(client, { tenantId, process: name, version });
    if (by === requestedBy || authors.includes(by)) throw new CodedError('process/own-approval', { process: name });
    const isLater = activateAt !== null && activateAt > new Date();
    await decide(client, editing, { id, state: isLater ? 'scheduled' : 'done' });
    if (isLater) return;
    const change = { version, message, activatedBy: requestedBy, approvedBy: by };
    await putInService(client, editing, { ...change, kind: 'activated' }, rollout);
  });
}

/**
 * Activates one plan whose time has come; false when there is none. Any number of processes may look at once. What cannot be
 * activated any more is kept as failed, with the reason.
 */
export function activateNextDue(pool: Pool): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<PlanRow & { tenantId: string; process: string }>(
      `select ${columns}, tenant_id as "tenantId", process from planned_activations
       where state = 'scheduled' and activate_at <= now() order by activate_at limit 1 for update skip locked`,
    );
    const [due] = rows;
    if (due === undefined) return false;
    const { id, tenantId, process, version, message, requestedBy, decidedBy, rollout } = due;
    const editing = { tenantId, name: process, by: requestedBy };
    await client.query('savepoint activation');
    try {
      const change = {
        version,
        message,
        activatedBy: requestedBy,
        ...(decidedBy !== null && { approvedBy: decidedBy }),
      };
      await putInService(client, editing, { ...change, kind: 'scheduled' }, rollout);
      await client.query(`update planned_activations set state = 'done' where id = $1`, [id]);
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      await client.query('rollback to savepoint activation');
      await client.query(`update planned_activations set state = 'failed', problem = $2 where id = $1`, [
        id,
        reasonOf(error),
      ]);
      await publish(client, [{ kind: 'process', tenantId, process }]);
    }
    return true;
  });
}

function reasonOf(error: unknown): string {
  const facts: unknown = error instanceof CodedError ? error.facts : undefined;
  if (typeof facts !== 'object' || facts === null || !('diagnostics' in facts)) return textOf(error);
  const diagnostics = facts.diagnostics as readonly { severity: string; message: string }[];
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map((one) => one.message)
    .join(' ');
}

async function lockPlan(client: PoolClient, { tenantId, name }: Editing, id: string): Promise<PlanRow> {
  const { rows } = await client.query<PlanRow>(
    `select ${columns} from planned_activations where id = $3 and tenant_id = $1 and process = $2 for update`,
    [tenantId, name, id],
  );
  const [row] = rows;
  if (row === undefined) throw new CodedError('request/not-found', { kind: 'planned activation', name: id });
  if (row.state === 'awaiting-approval' || row.state === 'scheduled') return row;
  throw new CodedError('request/conflict', { kind: 'planned activation', name, reason: `is over (${row.state})` });
}

async function decide(
  client: PoolClient,
  { tenantId, name, by }: Editing,
  { id, state }: { id: string; state: PlannedActivation['state'] },
): Promise<void> {
  await client.query('update planned_activations set state = $2, decided_by = $3, decided_at = now() where id = $1', [
    id,
    state,
    by,
  ]);
  await publish(client, [{ kind: 'process', tenantId, process: name }]);
}

function toPlan(row: PlanRow): PlannedActivation {
  const { requestedAt, activateAt } = row;
  return { ...row, requestedAt: requestedAt.toISOString(), activateAt: activateAt?.toISOString() ?? null };
}
