import type { RunFailure } from '#dsl/compile/run-contract.ts';
import { findOwner } from '../../interaction/workbin-owner.ts';
import type { HostCallContext, HostCallHandler } from './handler.ts';

/** Places the interaction in somebody's workbin; committed with the run. */
export const workbin: HostCallHandler<'workbin'> = async (params, context) => {
  const { run, active, pool } = context;
  const { queues } = run.process.document;
  const settings =
    (Object.hasOwn(queues, params.workbin) ? queues[params.workbin]?.workbin : undefined) ??
    active.workbin(run.tenantId, params.workbin);
  if (settings === undefined)
    return failure('workbin/none', `No active business process has a workbin "${params.workbin}".`);
  if (params.owner === undefined && settings.owner !== 'agent')
    return failure('workbin/no-owner', `"${params.workbin}" is a workbin of an ${settings.owner}; say whose is meant.`);
  const name = params.owner ?? (await lastAgent(context));
  if (name === undefined) return failure('workbin/no-owner', 'No agent has had the interaction or its thread yet.');
  const owner = await findOwner(pool, run.tenantId, { type: settings.owner, name });
  if (owner === undefined) return failure('workbin/no-owner', `There is no ${settings.owner} "${name}".`);
  run.changes.inQueues = params.inQueues;
  run.changes.outQueues = params.outQueues;
  run.changes.placement = {
    kind: 'queue',
    queue: params.workbin,
    workbin: { owner: owner.key, agentId: owner.agentId, shownOwner: name },
  };
  run.changes.signals.push({ kind: 'workbin', tenantId: run.tenantId, owner: owner.key });
  return { result: {} };
};

function failure(code: string, message: string): { readonly error: RunFailure } {
  return { error: { code, message } };
}

/** Who handled the interaction or another of its thread last, by user name. */
async function lastAgent({ run, pool }: HostCallContext): Promise<string | undefined> {
  const { rows } = await pool.query<{ name: string }>(
    `select e.party ->> 'name' as name from interactions t join events e on e.interaction_id = t.id
     where t.thread_id = $1 and e.kind = 'PartyAdded' and e.party ->> 'kind' = 'agent'
     order by e.id desc limit 1`,
    [run.interaction.thread_id],
  );
  return rows[0]?.name;
}
