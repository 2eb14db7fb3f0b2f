import { askRouter } from './ask-router.ts';
import type { HostCallContext, HostCallHandler } from './handler.ts';
import { shareSequence } from './share-sequence.ts';

/** Allots the interaction to the target whose turn it is, and waits for an agent of that one. */
export const percentage: HostCallHandler<'percentage'> = async (params, context) => {
  const sequence = shareSequence(params.targets.map(({ percent }) => percent));
  const turn = sequence[(await nextTurn(context)) % sequence.length];
  const allotted = turn === undefined ? undefined : params.targets[turn];
  if (allotted === undefined) {
    return { error: { code: 'route/no-target', message: 'No target has a share above 0.' } };
  }
  return askRouter({ ...params, targets: [allotted.target] }, context);
};

/**
 * Counts the turns of this block, over all workers. At once and not with the run: runs of a batch must not all have the same turn. A
 * run that is repeated takes a further one, which moves the shares by one in hundreds.
 */
async function nextTurn({ run, call, pool }: HostCallContext): Promise<number> {
  const key = JSON.stringify([run.process.document.name, run.strategy, call.block]);
  const { rows } = await pool.query<{ turn: number }>(
    `insert into routing_turns (tenant_id, key, turns) values ($1, $2, 1)
     on conflict (tenant_id, key) do update set turns = routing_turns.turns + 1
     returning (turns - 1)::float8 as turn`,
    [run.tenantId, key],
  );
  return rows[0]?.turn ?? 0;
}
