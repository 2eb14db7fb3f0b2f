import type { Bundle } from './bundle.ts';
import { businessProcessSchema } from './business-process.ts';
import { migrateDocument } from './migrations.ts';
import { type PlacedReference, referencesOf } from './references-of.ts';

/** Where a bundle keeps documents of a kind, and what uses of them are called. */
const kinds = {
  response: { list: 'responses', reference: 'response' },
  'screening-rule': { list: 'screeningRules', reference: 'screening-rule' },
  'routing-rule': { list: 'routingRules', reference: 'routing-rule' },
  model: { list: 'models', reference: 'model' },
  'agent-group': { list: 'agentGroups', reference: 'agent-group' },
  list: { list: 'lists', reference: 'list' },
  'business-hours': { list: 'businessHours', reference: 'calendar' },
} as const satisfies Readonly<Record<string, { list: keyof Bundle; reference: PlacedReference['kind'] }>>;

/** A document of a bundle under another name. */
export interface BundleRename {
  /** `process`, or what it is, as imports name it: `response`, `agent-group`. */
  readonly kind: string;
  readonly from: string;
  readonly to: string;
}

/** Gives documents of a bundle other names; what in the bundle refers to them follows. What it does not have is passed over. */
export function renameInBundle(bundle: Bundle, renames: readonly BundleRename[]): Bundle {
  let renamed = structuredClone(bundle);
  const parsed = businessProcessSchema.safeParse(migrateDocument(bundle.process));
  const uses = parsed.success ? referencesOf(parsed.data) : [];
  for (const { kind, from, to } of renames) {
    if (kind === 'process') {
      renamed = { ...renamed, process: { ...renamed.process, name: to } };
      continue;
    }
    const known = Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : undefined;
    if (known === undefined) continue;
    const documents = (renamed[known.list] as { name: string }[]).map((one) =>
      one.name === from ? { ...one, name: to } : one,
    );
    renamed = { ...renamed, [known.list]: documents };
    for (const use of uses) {
      if (use.kind === known.reference && use.name === from) setAt(renamed.process, use.path, from, to);
    }
    if (kind === 'agent-group') renamed = { ...renamed, routingRules: renamedGroups(renamed.routingRules, from, to) };
  }
  return renamed;
}

/** Rules route to groups too. */
function renamedGroups<Value>(value: Value, from: string, to: string): Value {
  const follow = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(follow);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(
      Object.entries(one).map(([key, member]) => [key, key === 'agentGroup' && member === from ? to : follow(member)]),
    );
  };
  return follow(value) as Value;
}

/** Writes a name where it is used; a place that looks otherwise in the document as it was written stays. */
function setAt(document: unknown, path: readonly (string | number)[], ...[from, to]: readonly [string, string]): void {
  let holder: unknown = document;
  for (const key of path.slice(0, -1)) holder = memberOf(holder, key);
  const last = path.at(-1);
  if (last === undefined || typeof holder !== 'object' || holder === null || memberOf(holder, last) !== from) return;
  (holder as Record<string | number, unknown>)[last] = to;
}

function memberOf(holder: unknown, key: string | number): unknown {
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key)
    ? (holder as Record<string | number, unknown>)[key]
    : undefined;
}
