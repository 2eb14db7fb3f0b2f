import { agentOfOwner } from '../interaction/workbin-owner.ts';
import { insertRows } from '../store/insert-rows.ts';
import { inRetriedTransaction } from '../store/retried-transaction.ts';
import { publish, type Signal } from '../store/signal.ts';
import { eventRow } from './event-row.ts';
import type { TimeLimitDeps } from './time-out-requests.ts';

/** More come with the next look, a second later at most. */
const maxAtOnce = 500;

interface ReturnedRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly queue: string;
  readonly workbin_owner: string | null;
}

/** What was transferred and nobody took in time goes back to the queue or workbin it was taken from. Answers how many. */
export async function returnTransfers(deps: TimeLimitDeps, tenantIds: readonly string[], now: Date): Promise<number> {
  const returned = await inRetriedTransaction(deps.pool, async (client) => {
    const { rows } = await client.query<ReturnedRow>(
      `with due as (
         delete from routing_requests where interaction_id in (
           select interaction_id from routing_requests
           where agent_id is null and run_id is null and deadline_at <= $2 and tenant_id = any($1)
           order by deadline_at limit ${maxAtOnce} for update skip locked)
         returning interaction_id
       )
       update interactions i set state = case when workbin_owner is null then 'queued' else 'workbin' end,
         queue = coalesce(taken_from, queue), agent_id = ${agentOfOwner('workbin_owner')}, placed_at = $2, version = version + 1
       from due where i.id = due.interaction_id and i.state = 'routing'
       returning i.id, i.tenant_id, i.queue, i.workbin_owner`,
      [tenantIds, now],
    );
    const party = { kind: 'system', name: 'router' } as const;
    await insertRows(
      client,
      'events',
      rows
        .flatMap(({ id, tenant_id, queue, workbin_owner }) => {
          const about = { tenantId: tenant_id, interactionId: id, at: now, party };
          return [
            { ...about, kind: 'Revoked', facts: { reason: 'Nobody took the transfer' } },
            workbin_owner === null
              ? { ...about, kind: 'PlacedInQueue', facts: { queue } }
              : { ...about, kind: 'PlacedInWorkbin', facts: { workbin: queue } },
          ];
        })
        .map(eventRow),
    );
    await publish(client, rows.flatMap(signalsOf));
    return rows;
  });
  for (const { tenant_id, queue } of returned) await deps.wake.queue(tenant_id, queue);
  return returned.length;
}

function signalsOf({ id, tenant_id: tenantId, workbin_owner: owner }: ReturnedRow): Signal[] {
  return [
    { kind: 'interaction', tenantId, interactionId: id },
    { kind: 'queues', tenantId },
    ...(owner === null ? [] : [{ kind: 'workbin', tenantId, owner } as const]),
  ];
}
