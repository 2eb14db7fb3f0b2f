import type { Pool, PoolClient } from 'pg';
import type { SurroundingNames } from '#dsl/protocol/processes.ts';
import { keysOfPattern } from '#dsl/screening-pattern/keys-of-pattern.ts';

/** Names that checks ask for; keys of screening rules only complete what people write. */
type CheckedNames = Omit<SurroundingNames, 'screeningKeys'>;

/** Every name of the tenant that a process may refer to; queues are those of its other processes, as far as they are active. */
export async function readSurroundings(
  pool: Pool | PoolClient,
  tenantId: string,
  process: string,
): Promise<CheckedNames> {
  const { rows } = await pool.query<CheckedNames>(
    `select
       array(select name from standard_responses where tenant_id = $1 order by name) as responses,
       array(select name from screening_rules where tenant_id = $1 order by name) as "screeningRules",
       array(select name from routing_rules where tenant_id = $1 order by name) as "routingRules",
       array(select name from classification_models where tenant_id = $1 order by name) as models,
       array(select name from agent_groups where tenant_id = $1 order by name) as "agentGroups",
       array(select name from lists where tenant_id = $1 order by name) as lists,
       array(select name from business_hours where tenant_id = $1 order by name) as calendars,
       array(select name from data_sources where tenant_id = $1 order by name) as "dataSources",
       array(select name from external_services where tenant_id = $1 order by name) as "externalServices",
       array(select name from secrets where tenant_id = $1 order by name) as secrets,
       array(select user_name from agents where tenant_id = $1 and enabled order by user_name) as agents,
       array(select distinct queue from processes p
             join process_versions v on v.tenant_id = p.tenant_id and v.process = p.name and v.version = p.active_version,
             jsonb_object_keys(v.document -> 'queues') as queue
             where p.tenant_id = $1 and p.name <> $2 order by queue) as queues`,
    [tenantId, process],
  );
  const [found] = rows;
  if (found === undefined) throw new Error('a select without a from yields a row');
  return found;
}

/** Keys of attached data that the screening rules of the tenant set, sorted. */
export async function readScreeningKeys(pool: Pool | PoolClient, tenantId: string): Promise<string[]> {
  const { rows } = await pool.query<{ pattern: string }>(
    `select document ->> 'pattern' as pattern from screening_rules where tenant_id = $1`,
    [tenantId],
  );
  return [...new Set(rows.flatMap(({ pattern }) => keysOfPattern(pattern)))].toSorted();
}

/** Endpoints that other active processes of the tenant have, as `media/name`, with the process that has them. */
export async function readTakenEndpoints(
  pool: Pool | PoolClient,
  tenantId: string,
  process: string,
): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ endpoint: string; process: string }>(
    `select (value ->> 'media') || '/' || key as endpoint, p.name as process from processes p
     join process_versions v on v.tenant_id = p.tenant_id and v.process = p.name and v.version = p.active_version,
     jsonb_each(v.document -> 'endpoints')
     where p.tenant_id = $1 and p.name <> $2`,
    [tenantId, process],
  );
  return new Map(rows.map((row) => [row.endpoint, row.process]));
}
