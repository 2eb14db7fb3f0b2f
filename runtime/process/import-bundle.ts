import type { Pool, PoolClient } from 'pg';
import type { Bundle } from '#dsl/document/bundle.ts';
import type { ImportResult } from '#dsl/protocol/imports.ts';
import {
  businessHours,
  lists,
  responses,
  routingRules,
  saveDocument,
  screeningRules,
} from '#runtime/knowledge/documents.ts';
import { keepModelDocument } from '#runtime/knowledge/models.ts';
import { publish } from '#runtime/store/signal.ts';
import { inTransaction } from '#runtime/store/transaction.ts';
import { keepBackup } from './import-backups.ts';
import { keepBeforeImport, keepSave } from './saves.ts';
import { type ImportPlan, planImport } from './plan-import.ts';
import type { ImportChoices, ImportItem } from './plan-item.ts';

/** What to import, where and by whom. */
export interface ImportRequest extends ImportChoices {
  readonly tenantId: string;
  readonly by: string;
  readonly json: unknown;
  readonly apply: boolean;
}

/**
 * Imports a bundle, all or nothing; without `apply` it only says what it would do. Nothing that is there is overwritten
 * unless it is named, and what is overwritten or merged is kept as it was. The process becomes a draft: activating it is a step of its own. Models are kept untrained.
 */
export function importBundle(pool: Pool, request: ImportRequest): Promise<ImportResult> {
  return inTransaction(pool, async (client) => {
    const plan = await planImport(client, request.tenantId, request);
    const { bundle, items, diagnostics } = plan;
    const applied = request.apply && bundle !== undefined;
    const backup = applied ? await backUp(client, request, { ...plan, bundle }) : null;
    if (applied) await applyPlan(client, request, { ...plan, bundle });
    return { items: [...items], diagnostics: [...diagnostics], applied, backup };
  });
}

/** Keeps what is about to be replaced as a bundle; nothing when nothing is. */
async function backUp(
  client: PoolClient,
  { tenantId, by }: ImportRequest,
  { bundle, items, name, here }: ImportPlan & { bundle: Bundle },
): Promise<string | null> {
  const replaced = items.filter(({ action }) => action === 'overwrite' || action === 'merge');
  if (replaced.length === 0 || here === undefined) return null;
  const { process, ...parts } = here;
  const kept = {
    format: 1,
    kind: 'bundle',
    // a bundle is about a process: the one that is here, else the one that comes
    process: process?.draft ?? bundle.process,
    layout: process?.layout ?? bundle.layout,
    ...parts,
  };
  const keys = replaced.map((item) => `${item.kind}:${item.name}`);
  return keepBackup(client, tenantId, { process: name, items: keys, madeBy: by, bundle: kept });
}

async function applyPlan(
  client: PoolClient,
  { tenantId, by }: ImportRequest,
  { bundle, items, name }: ImportPlan & { bundle: Bundle },
): Promise<void> {
  const isWanted = (kind: ImportItem['kind'], name: string): boolean =>
    items.some((item) => item.kind === kind && item.name === name && item.action !== 'keep');
  for (const document of bundle.responses.filter((one) => isWanted('response', one.name)))
    await saveDocument(client, responses, { tenantId, name: document.name, document });
  for (const document of bundle.screeningRules.filter((one) => isWanted('screening-rule', one.name)))
    await saveDocument(client, screeningRules, { tenantId, name: document.name, document });
  for (const document of bundle.routingRules.filter((one) => isWanted('routing-rule', one.name)))
    await saveDocument(client, routingRules, { tenantId, name: document.name, document });
  for (const document of bundle.lists.filter((one) => isWanted('list', one.name)))
    await saveDocument(client, lists, { tenantId, name: document.name, document });
  for (const document of bundle.businessHours.filter((one) => isWanted('business-hours', one.name)))
    await saveDocument(client, businessHours, { tenantId, name: document.name, document });
  for (const document of bundle.models.filter((one) => isWanted('model', one.name)))
    await keepModelDocument(client, tenantId, document);
  for (const group of bundle.agentGroups.filter((one) => isWanted('agent-group', one.name)))
    await saveGroup(client, tenantId, group);
  if (isWanted('process', name)) await saveProcess(client, { tenantId, by, name }, bundle);
  await publish(client, [
    { kind: 'process', tenantId, process: name },
    { kind: 'routing', tenantId, groups: true },
  ]);
}

async function saveProcess(
  client: PoolClient,
  { tenantId, by, name }: { tenantId: string; by: string; name: string },
  { process, layout }: Bundle,
): Promise<void> {
  await keepBeforeImport(client, { tenantId, name, by });
  await client.query(
    `insert into processes (tenant_id, name, draft, layout, updated_by) values ($1, $2, $3, $4, $5)
     on conflict (tenant_id, name) do update set draft = excluded.draft, layout = excluded.layout,
       revision = processes.revision + 1, updated_at = now(), updated_by = excluded.updated_by`,
    [tenantId, name, JSON.stringify(process), JSON.stringify(layout), by],
  );
  await keepSave(client, { tenantId, name, by });
}

async function saveGroup(client: PoolClient, tenantId: string, group: Bundle['agentGroups'][number]): Promise<void> {
  const { name, description = '', members } = group;
  await client.query(
    `insert into agent_groups (tenant_id, name, description) values ($1, $2, $3)
     on conflict (tenant_id, name) do update set description = excluded.description`,
    [tenantId, name, description],
  );
  await client.query('delete from agent_group_members where tenant_id = $1 and group_name = $2', [tenantId, name]);
  await client.query(
    `insert into agent_group_members (tenant_id, group_name, agent_id)
     select tenant_id, $2, id from agents where tenant_id = $1 and user_name = any($3)`,
    [tenantId, name, members],
  );
}
