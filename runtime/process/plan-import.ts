import type { Pool, PoolClient } from 'pg';
import { checkDocument } from '#dsl/check/parse-business-process.ts';
import { describeIssues } from '#dsl/check/describe-issues.ts';
import { type Bundle, bundleSchema } from '#dsl/document/bundle.ts';
import type { Diagnostic } from '#dsl/errors/diagnostic.ts';
import type { ImportResult } from '#dsl/protocol/processes.ts';
import { type KeptParts, readKeptParts } from './bundle-store.ts';
import { describeDifferences } from './describe-differences.ts';
import { readSurroundings } from './surroundings.ts';

/** One thing an import brings, and what will be done with it. */
export type ImportItem = ImportResult['items'][number];

/** What an import would do. Without a bundle nothing could be read, and the diagnostics say why. */
export interface ImportPlan {
  readonly bundle?: Bundle;
  /** Name of the process in it. */
  readonly name: string;
  readonly items: readonly ImportItem[];
  readonly diagnostics: readonly Diagnostic[];
}

const kindOf = {
  responses: 'response',
  screeningRules: 'screening-rule',
  routingRules: 'routing-rule',
  models: 'model',
  agentGroups: 'agent-group',
  lists: 'list',
  businessHours: 'business-hours',
} as const satisfies Record<keyof KeptParts, ImportItem['kind']>;

/**
 * Compares a bundle, or a process alone, with what the tenant has: what is new is created, what is the same or in conflict is
 * kept, unless `overwrite` names it as `kind:name`.
 */
export async function planImport(
  pool: Pool | PoolClient,
  tenantId: string,
  { json, overwrite }: { json: unknown; overwrite: readonly string[] },
): Promise<ImportPlan> {
  const { bundle, diagnostics } = readBundle(json);
  if (bundle === undefined) return { name: '', items: [], diagnostics };
  const name = nameOf(bundle);
  const names = {
    responses: namesOf(bundle.responses),
    screeningRules: namesOf(bundle.screeningRules),
    routingRules: namesOf(bundle.routingRules),
    models: namesOf(bundle.models),
    agentGroups: namesOf(bundle.agentGroups),
    lists: namesOf(bundle.lists),
    businessHours: namesOf(bundle.businessHours),
  };
  const kept = await readKeptParts(pool, tenantId, names);
  const known = await readMembers(pool, tenantId);
  const items = [
    await planProcess(pool, tenantId, bundle, overwrite),
    ...(Object.keys(kindOf) as (keyof KeptParts)[]).flatMap((part) =>
      bundle[part].map((document) => {
        const there = kept[part].find((one) => one.name === document.name);
        const pair = { kept: there, imported: comparable(document, known) };
        return itemOf({ kind: kindOf[part], name: document.name }, pair, overwrite);
      }),
    ),
  ];
  const { agents, queues, dataSources, externalServices, secrets, ...here } = await readSurroundings(
    pool,
    tenantId,
    name,
  );
  const checked = checkDocument(bundle.process, {
    agents,
    queues,
    dataSources,
    externalServices,
    secrets,
    responses: [...here.responses, ...names.responses],
    screeningRules: [...here.screeningRules, ...names.screeningRules],
    routingRules: [...here.routingRules, ...names.routingRules],
    models: [...here.models, ...names.models],
    agentGroups: [...here.agentGroups, ...names.agentGroups],
    lists: [...here.lists, ...names.lists],
    calendars: [...here.calendars, ...names.businessHours],
  });
  return { bundle, name, items, diagnostics: [...checked.diagnostics, ...missingMembers(bundle, known)] };
}

/** Reading a bundle made sure that there is one. */
function nameOf({ process }: Pick<Bundle, 'process'>): string {
  const { name } = process;
  return typeof name === 'string' ? name : '';
}

function namesOf(documents: readonly { readonly name: string }[]): string[] {
  return documents.map(({ name }) => name);
}

function readBundle(json: unknown): { bundle?: Bundle; diagnostics: Diagnostic[] } {
  const isBare = typeof json === 'object' && json !== null && 'strategies' in json && !('kind' in json);
  const value = isBare ? { format: 1, kind: 'bundle', process: json } : json;
  const parsed = bundleSchema.safeParse(value);
  if (parsed.success && typeof parsed.data.process['name'] === 'string')
    return { bundle: parsed.data, diagnostics: [] };
  const issues = parsed.success
    ? [
        {
          code: 'document/missing-field',
          path: ['process', 'name'],
          message: 'process.name is missing; expected text.',
        },
      ]
    : describeIssues(bundleSchema, parsed.error.issues, value);
  return {
    diagnostics: issues.map(({ code, path, message }) => ({ code, severity: 'error', path: [...path], message })),
  };
}

async function planProcess(
  pool: Pool | PoolClient,
  tenantId: string,
  { process }: Bundle,
  overwrite: readonly string[],
): Promise<ImportItem> {
  const name = nameOf({ process });
  const { rows } = await pool.query<{ draft: Record<string, unknown> }>(
    'select draft from processes where tenant_id = $1 and name = $2',
    [tenantId, name],
  );
  const { $schema: _kept, ...kept } = rows[0]?.draft ?? {};
  const { $schema: _imported, ...imported } = process;
  return itemOf({ kind: 'process', name }, { kept: rows[0] === undefined ? undefined : kept, imported }, overwrite);
}

function itemOf(
  { kind, name }: { kind: ImportItem['kind']; name: string },
  { kept, imported }: { kept: unknown; imported: unknown },
  overwrite: readonly string[],
): ImportItem {
  if (kept === undefined) return { kind, name, status: 'new', action: 'create', differences: [] };
  const differences = describeDifferences(kept, imported);
  if (differences.length === 0) return { kind, name, status: 'same', action: 'keep', differences };
  const action = overwrite.includes(`${kind}:${name}`) ? 'overwrite' : 'keep';
  return { kind, name, status: 'conflict', action, differences };
}

/** Members of groups whom this tenant does not know cannot be compared, nor put into a group. */
function comparable(document: KeptParts[keyof KeptParts][number], known: ReadonlySet<string>): object {
  if (!('members' in document)) return document;
  const members = document.members.filter((member) => known.has(member));
  return { ...document, members: members.toSorted((left, right) => (left < right ? -1 : 1)) };
}

function missingMembers(bundle: Bundle, known: ReadonlySet<string>): Diagnostic[] {
  return bundle.agentGroups.flatMap(({ name: group, members }, index) => {
    const missing = members.filter((member) => !known.has(member));
    if (missing.length === 0) return [];
    const message = `The agent group "${group}" has members nobody here is called: ${missing.join(', ')}. They are left out.`;
    const path = ['agentGroups', index, 'members'];
    return [{ code: 'import/unknown-member', severity: 'information' as const, path, message }];
  });
}

async function readMembers(pool: Pool | PoolClient, tenantId: string): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ name: string }>('select user_name as name from agents where tenant_id = $1', [
    tenantId,
  ]);
  return new Set(rows.map(({ name }) => name));
}
