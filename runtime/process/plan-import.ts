import type { Pool, PoolClient } from 'pg';
import { checkDocument } from '#dsl/check/parse-business-process.ts';
import { describeIssues } from '#dsl/check/describe-issues.ts';
import { type Bundle, bundleSchema } from '#dsl/document/bundle.ts';
import type { Diagnostic } from '#dsl/errors/diagnostic.ts';
import { layoutSchema, type Layout } from '#dsl/document/layout.ts';
import { mergeLayouts } from '#dsl/document/merge-layouts.ts';
import { type BundleRename, renameInBundle } from '#dsl/document/rename-in-bundle.ts';
import { type KeptParts, readKeptParts } from './bundle-store.ts';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { type ImportChoices, type ImportItem, planItem } from './plan-item.ts';
import { readLayout } from './process-summary.ts';
import { readSurroundings } from './surroundings.ts';

/** What an import would do. Without a bundle nothing could be read, and the diagnostics say why. */
export interface ImportPlan {
  readonly bundle?: Bundle;
  /** Name of the process in it. */
  readonly name: string;
  readonly items: readonly ImportItem[];
  readonly diagnostics: readonly Diagnostic[];
  /** What of it is here already, under the names it has here; what is not here is left out. */
  readonly here?: Here;
}

/** What an import meets. */
interface Here extends KeptParts {
  readonly process?: { readonly draft: Record<string, unknown>; readonly layout: Layout };
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
 * kept, unless the choices say otherwise. The bundle of the plan has its new names, and is merged where that was chosen.
 */
export async function planImport(
  pool: Pool | PoolClient,
  tenantId: string,
  { json, ...choices }: ImportChoices & { readonly json: unknown },
): Promise<ImportPlan> {
  const read = readBundle(json);
  if (read.bundle === undefined) return { name: '', items: [], diagnostics: read.diagnostics };
  const renames = renamesOf(choices.rename ?? {});
  const bundle = renameInBundle(read.bundle, renames);
  const name = nameOf(bundle);
  const names = partNames(bundle);
  const process = await readProcess(pool, tenantId, name);
  const here: Here = { ...(await readKeptParts(pool, tenantId, names)), ...(process === undefined ? {} : { process }) };
  const known = await readMembers(pool, tenantId);
  const planning: Planning = { choices, renames, merged: { ...bundle } };
  const items = [
    planProcess(planning, { bundle, here }),
    ...(Object.keys(kindOf) as (keyof KeptParts)[]).flatMap((part) =>
      bundle[part].map((document, index) => {
        const there = here[part].find((one) => one.name === document.name);
        const pair = { kept: there, imported: comparable(document, known) };
        const { item, merged } = planItem(planning, { kind: kindOf[part], name: document.name, list: part }, pair);
        if (merged !== undefined) planning.merged = withPart(planning.merged, { part, index, document: merged });
        return item;
      }),
    ),
  ];
  const checked = await checkedHere(pool, { tenantId, bundle: planning.merged, names });
  const diagnostics = [...checked, ...missingMembers(bundle, known)];
  return { bundle: planning.merged, name, items, diagnostics, here };
}

/** A plan while it is made: what was chosen, and the bundle with what is merged by now. */
interface Planning {
  readonly choices: ImportChoices;
  readonly renames: readonly BundleRename[];
  merged: Bundle;
}

function renamesOf(rename: Readonly<Record<string, string>>): BundleRename[] {
  return Object.entries(rename).map(([item, to]) => {
    const colon = item.indexOf(':');
    return { kind: item.slice(0, colon), from: item.slice(colon + 1), to };
  });
}

function withPart(
  bundle: Bundle,
  { part, index, document }: { part: keyof KeptParts; index: number; document: unknown },
): Bundle {
  const merged = { ...bundle, [part]: (bundle[part] as unknown[]).map((one, at) => (at === index ? document : one)) };
  // what was put together field by field must be a document of its kind again
  const parsed = bundleSchema.safeParse(merged);
  if (parsed.success) return parsed.data;
  const expected = `fields that fit together: ${parsed.error.issues[0]?.message ?? ''}`;
  throw new CodedError('request/invalid', { field: `merge of ${kindOf[part]}`, expected });
}

function partNames(bundle: Bundle) {
  return {
    responses: namesOf(bundle.responses),
    screeningRules: namesOf(bundle.screeningRules),
    routingRules: namesOf(bundle.routingRules),
    models: namesOf(bundle.models),
    agentGroups: namesOf(bundle.agentGroups),
    lists: namesOf(bundle.lists),
    businessHours: namesOf(bundle.businessHours),
  };
}

/** What our checks say of the process among all that will be here. */
async function checkedHere(
  pool: Pool | PoolClient,
  { tenantId, bundle, names }: { tenantId: string; bundle: Bundle; names: ReturnType<typeof partNames> },
): Promise<readonly Diagnostic[]> {
  const surroundings = await readSurroundings(pool, tenantId, nameOf(bundle));
  const { diagnostics } = checkDocument(bundle.process, {
    ...surroundings,
    responses: [...surroundings.responses, ...names.responses],
    screeningRules: [...surroundings.screeningRules, ...names.screeningRules],
    routingRules: [...surroundings.routingRules, ...names.routingRules],
    models: [...surroundings.models, ...names.models],
    agentGroups: [...surroundings.agentGroups, ...names.agentGroups],
    lists: [...surroundings.lists, ...names.lists],
    calendars: [...surroundings.calendars, ...names.businessHours],
  });
  return diagnostics;
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

async function readProcess(pool: Pool | PoolClient, tenantId: string, name: string): Promise<Here['process']> {
  const { rows } = await pool.query<{ draft: Record<string, unknown>; layout: unknown }>(
    'select draft, layout from processes where tenant_id = $1 and name = $2',
    [tenantId, name],
  );
  const [row] = rows;
  return row === undefined ? undefined : { draft: row.draft, layout: readLayout(row.layout) };
}

function planProcess(planning: Planning, { bundle, here }: { bundle: Bundle; here: Here }): ImportItem {
  const { $schema: _kept, ...kept } = here.process?.draft ?? {};
  const { $schema: _imported, ...imported } = bundle.process;
  const pair = { kept: here.process === undefined ? undefined : kept, imported };
  const { item, merged, moved } = planItem(planning, { kind: 'process', name: nameOf(bundle) }, pair);
  if (merged !== undefined) {
    const process = merged as Bundle['process'];
    const empty = layoutSchema.parse({});
    const layout = mergeLayouts(empty, here.process?.layout ?? empty, bundle.layout, moved);
    planning.merged = { ...planning.merged, process, layout };
  }
  return item;
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
