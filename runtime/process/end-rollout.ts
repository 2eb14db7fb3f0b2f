import type { PoolClient } from 'pg';
import { type Activation } from '#dsl/protocol/versions.ts';
import type { Editing } from './editing.ts';
import { noteActivation } from './note-activation.ts';

interface EndedRow {
  readonly version: number;
  readonly mode: 'canary' | 'shadow';
}

/**
 * Ends what is on trial beside the active version, if anything is, and notes it unless it is what becomes active. What waits in
 * queues that only a canary had goes to the error queue with its reason. Answers whether there was something.
 */
export async function endRollout(
  client: PoolClient,
  editing: Editing,
  { message = '', promoted }: { readonly message?: string; readonly promoted?: number | null } = {},
): Promise<boolean> {
  const { tenantId, name, by } = editing;
  const { rows } = await client.query<EndedRow>(
    'delete from rollouts where tenant_id = $1 and process = $2 returning version, mode',
    [tenantId, name],
  );
  const [ended] = rows;
  if (ended === undefined || ended.version === promoted) return ended !== undefined;
  const { version, mode } = ended;
  const kind: Activation['kind'] = mode === 'canary' ? 'canary-withdrawn' : 'shadow-stopped';
  await noteActivation(client, editing, { version, kind, message, activatedBy: by });
  if (mode === 'canary') await holdStranded(client, editing, version);
  return true;
}

/** Nobody would take from a queue that no active process has: a person decides what becomes of what is in it. */
async function holdStranded(client: PoolClient, { tenantId, name }: Editing, version: number): Promise<void> {
  await client.query(
    `with queues as (
       select p.name as process, v.version, p.active_version, v.document -> 'errorQueue' as error_queue, queue
       from processes p join process_versions v on v.tenant_id = p.tenant_id and v.process = p.name,
         jsonb_object_keys(v.document -> 'queues') as queue
       where p.tenant_id = $1 and (v.version = p.active_version or (p.name = $2 and v.version = $3))
     ), stranded as (
       select queue from queues where process = $2 and version = $3
       except select queue from queues where version = active_version
     ), held as (
       update interactions i set queue = coalesce(e.queue, 'ErrorHeld'), version = i.version + 1, placed_at = now(), moved_at = now(),
         problem = jsonb_build_object('code', 'run/no-destination', 'queue', i.queue, 'message',
           'Queue "' || i.queue || '" went with version ' || $3::int || ', which was withdrawn.')
       from stranded s, (select max(error_queue #>> '{}') as queue from queues where process = $2 and version = active_version) e
       where i.tenant_id = $1 and i.queue = s.queue and i.state = 'queued'
       returning i.id, i.problem
     ) insert into events (tenant_id, interaction_id, kind, party, facts)
     select $1, id, 'Held', '{"kind": "system"}', problem from held`,
    [tenantId, name, version],
  );
}
