import type { Pool, PoolClient } from 'pg';
import { type Bundle, screeningRuleDocumentSchema } from '#dsl/document/bundle.ts';
import type { AgentGroupDocument } from '#dsl/model/agent-group.ts';
import { businessHoursSchema } from '#dsl/model/business-hours.ts';
import { listSchema } from '#dsl/model/list.ts';
import { routingRuleSchema } from '#dsl/model/routing-rule.ts';
import { standardResponseSchema } from '#dsl/model/standard-response.ts';
import {
  businessHours,
  listDocuments,
  lists,
  responses,
  routingRules,
  screeningRules,
} from '#runtime/knowledge/documents.ts';
import { readModelDocuments } from '#runtime/knowledge/models.ts';

/** What a tenant has of the things a bundle carries besides the process, as documents. */
export type KeptParts = Pick<
  Bundle,
  'responses' | 'screeningRules' | 'routingRules' | 'models' | 'agentGroups' | 'lists' | 'businessHours'
>;

/** Which of them to read, by name. */
export interface PartNames {
  readonly responses: readonly string[];
  readonly screeningRules: readonly string[];
  readonly routingRules: readonly string[];
  readonly models: readonly string[];
  readonly agentGroups: readonly string[];
  readonly lists: readonly string[];
  readonly businessHours: readonly string[];
}

/** Reads what the tenant has of these names; what it does not have is left out. */
export async function readKeptParts(pool: Pool | PoolClient, tenantId: string, names: PartNames): Promise<KeptParts> {
  const keptResponses = await listDocuments(pool, responses, tenantId);
  const keptRules = await listDocuments(pool, screeningRules, tenantId);
  const keptRoutingRules = await listDocuments(pool, routingRules, tenantId);
  const keptLists = await listDocuments(pool, lists, tenantId);
  const keptHours = await listDocuments(pool, businessHours, tenantId);
  return {
    responses: keptResponses
      .filter(({ name }) => names.responses.includes(name))
      .map(({ document }) => standardResponseSchema.parse(document)),
    screeningRules: keptRules
      .filter(({ name }) => names.screeningRules.includes(name))
      .map(({ document }) => screeningRuleDocumentSchema.parse(document)),
    routingRules: keptRoutingRules
      .filter(({ name }) => names.routingRules.includes(name))
      .map(({ document }) => routingRuleSchema.parse(document)),
    models: await readModelDocuments(pool, tenantId, names.models),
    agentGroups: await readGroups(pool, tenantId, names.agentGroups),
    lists: keptLists.filter(({ name }) => names.lists.includes(name)).map(({ document }) => listSchema.parse(document)),
    businessHours: keptHours
      .filter(({ name }) => names.businessHours.includes(name))
      .map(({ document }) => businessHoursSchema.parse(document)),
  };
}

async function readGroups(
  pool: Pool | PoolClient,
  tenantId: string,
  names: readonly string[],
): Promise<AgentGroupDocument[]> {
  const { rows } = await pool.query<{ name: string; description: string; members: string[] }>(
    `select g.name, g.description,
       coalesce((select array_agg(a.user_name order by a.user_name)
                 from agent_group_members m join agents a on a.id = m.agent_id
                 where m.tenant_id = g.tenant_id and m.group_name = g.name), '{}') as members
     from agent_groups g where g.tenant_id = $1 and g.name = any($2) order by g.name`,
    [tenantId, names],
  );
  return rows.map(({ name, description, members }) => ({
    name,
    ...(description !== '' && { description }),
    members,
  }));
}
