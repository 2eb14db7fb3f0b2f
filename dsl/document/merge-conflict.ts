import { blockByType } from '../blocks/index.ts';
import { shownValue, titleOf } from './change.ts';
import type { Clash } from './merge-values.ts';

/** One field that both sides changed, each differently. */
export interface MergeConflict extends Clash {
  /** The thing it belongs to, as designers say it: `Block "Distribute" of "Main"`. */
  readonly subject: string;
  /** The field, as its form says it; undefined when one side removed the whole thing, or made it something else. */
  readonly field: string | undefined;
  readonly strategy?: string;
  readonly block?: string;
  /** The conflict as a sentence. */
  readonly message: string;
}

/** A clash in the words of the field. Names of blocks come from the documents it was found in. */
export function conflictOf(clash: Clash, documents: Documents = {}): MergeConflict {
  const { subject, field, ...place } = placeOf(clash.path, documents);
  const [base, ours, theirs] = [clash.base, clash.ours, clash.theirs].map(shown);
  const was = clash.base === undefined ? '' : `, was ${base}`;
  const message =
    field === undefined
      ? `${subject}: ours ${fate(clash.base, clash.ours)}, theirs ${fate(clash.base, clash.theirs)}.`
      : `${subject}: ${field} is ${ours} in ours, ${theirs} in theirs${was}.`;
  return { ...clash, ...place, subject, field, message };
}

interface Documents {
  readonly ours?: unknown;
  readonly theirs?: unknown;
}

/** What is named apart from endpoints, queues and strategies: macros, and what a bundle brings besides the process. */
const brought: Readonly<Record<string, string>> = {
  macros: 'Macro',
  responses: 'Standard response',
  screeningRules: 'Screening rule',
  routingRules: 'Routing rule',
  models: 'Classification model',
  agentGroups: 'Agent group',
  lists: 'List',
  businessHours: 'Business hours',
};

interface Place {
  readonly subject: string;
  readonly field: string | undefined;
  readonly strategy?: string;
  readonly block?: string;
}

function placeOf(path: readonly string[], documents: Documents): Place {
  const [area, name = '', inside, part = '', ...rest] = path;
  const said = (...words: (string | undefined)[]) =>
    words.filter((word) => word !== undefined).join(' › ') || undefined;
  if (area === 'endpoints') return { subject: `Endpoint "${name}"`, field: said(inside, ...path.slice(3)) };
  if (area === 'queues' && inside === 'views' && path.length > 3)
    return { subject: `View "${part}" of queue "${name}"`, field: said(...rest) };
  if (area === 'queues') return { subject: `Queue "${name}"`, field: said(inside, ...path.slice(3)) };
  const kind = brought[area ?? ''];
  if (kind !== undefined) return { subject: `${kind} "${name}"`, field: said(inside, ...path.slice(3)) };
  if (area !== 'strategies')
    return { subject: 'The process', field: area === 'errorQueue' ? 'error queue' : said(...path) };
  const place = { subject: `Strategy "${name}"`, strategy: name };
  if (inside === 'tests' && path.length > 3) return { ...place, field: `test "${part}"` };
  if (inside !== 'blocks' || path.length < 4) return { ...place, field: said(inside) };
  const block = blockIn(documents.ours, path) ?? blockIn(documents.theirs, path);
  const subject = `Block "${block?.name ?? part}" of "${name}"`;
  return { subject, strategy: name, block: part, field: fieldOfBlock(block?.type ?? '', rest) };
}

function fieldOfBlock(type: string, [kind, key]: readonly string[]): string | undefined {
  if (key === undefined) return kind;
  return kind === 'ports' ? `port "${key}"` : titleOf(blockByType(type)?.config.shape[key], key);
}

function blockIn(document: unknown, path: readonly string[]): { name?: string; type?: string } | undefined {
  let found: unknown = document;
  for (const key of path.slice(0, 4)) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = found[key as keyof typeof found];
  }
  return typeof found === 'object' && found !== null ? found : undefined;
}

function fate(base: unknown, side: unknown): string {
  if (side === undefined) return 'removed it';
  return base === undefined ? 'added it' : 'changed it';
}

function shown(value: unknown): string {
  return value === undefined ? 'not set' : shownValue(value);
}
