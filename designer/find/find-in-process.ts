import { blockByType } from '#dsl/blocks/index.ts';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import type { ProcessObject } from '../commands/process-object.ts';
import { positionsOf, type Query } from './text-query.ts';

/** A text of a process in which something was found. */
export interface Match {
  /** Where the text stands, from the document's root. */
  readonly path: readonly (string | number)[];
  readonly text: string;
  /** Beginnings of what was found in the text. */
  readonly at: readonly number[];
  /** The object whose name the text is: replacing in it renames the object, everywhere it is used. */
  readonly renames?: Exclude<ProcessObject, { kind: 'submitter' }>;
}

// keys and choices of the language itself, which nobody wrote
const structure = new Set([
  '$schema',
  'format',
  'type',
  'kind',
  'media',
  'entry',
  'ports',
  'combinator',
  'operator',
  'direction',
  'order',
  'colour',
]);

/** Everything people wrote into a process that contains a text: names, notes, settings, expressions, scripts; in document order. */
export function findInProcess(document: BusinessProcessInput, query: Query): readonly Match[] {
  const names = namesIn(document).flatMap((object): Match[] => {
    const at = positionsOf(object.name, query);
    return at.length === 0 ? [] : [{ path: pathOf(object), text: object.name, at, renames: object }];
  });
  const own = new Set(namesIn(document).map(({ name }) => name));
  const texts = textsIn(document, []).flatMap(({ path, text }): Match[] => {
    // a use of something the process itself names follows when that is renamed
    if (path[0] === 'name' || (own.has(text) && isReference(document, path))) return [];
    const at = positionsOf(text, query);
    return at.length === 0 ? [] : [{ path, text, at }];
  });
  return [...names, ...texts];
}

type Named = Exclude<ProcessObject, { kind: 'submitter' }>;

function namesIn(document: BusinessProcessInput): Named[] {
  const named = (kind: 'endpoint' | 'queue' | 'strategy', record: object = {}): Named[] =>
    Object.keys(record).map((name) => ({ kind, name }));
  const views = Object.entries(document.queues ?? {}).flatMap(([queue, { views: all = {} }]) =>
    Object.keys(all).map((name): Named => ({ kind: 'view', queue, name })),
  );
  return [
    ...named('endpoint', document.endpoints),
    ...named('queue', document.queues),
    ...views,
    ...named('strategy', document.strategies),
  ];
}

function pathOf(object: Named): readonly string[] {
  if ('queue' in object) return ['queues', object.queue, 'views', object.name];
  const roots = { endpoint: 'endpoints', queue: 'queues', strategy: 'strategies' } as const;
  return [roots[object.kind], object.name];
}

function textsIn(
  value: unknown,
  path: readonly (string | number)[],
): { readonly path: readonly (string | number)[]; readonly text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  // below the settings of a block all keys are the author's, such as names of attached data
  const isSettings = path[0] === 'strategies' && path[4] === 'config' && path.length > 5;
  return Object.entries(value).flatMap(([key, member]) =>
    structure.has(key) && !isSettings ? [] : textsIn(member, [...path, key]),
  );
}

function isReference(document: BusinessProcessInput, path: readonly (string | number)[]): boolean {
  const [root, strategy, blocks, id, config, ...rest] = path;
  if (root !== 'strategies' || blocks !== 'blocks' || config !== 'config') {
    return root === 'errorQueue' || ['queue', 'strategy'].includes(String(path.at(-1)));
  }
  const instance = document.strategies?.[String(strategy)]?.blocks[String(id)];
  const block = blockByType(instance?.type ?? '');
  const read = block?.config.safeParse(instance?.config ?? {});
  if (block === undefined || read?.success !== true) return false;
  return block
    .references(read.data)
    .some((use) => (use.kind === 'queue' || use.kind === 'strategy') && use.path.join('\n') === rest.join('\n'));
}
