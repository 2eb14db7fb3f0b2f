import type { BusinessProcess } from '../document/business-process.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';
import { nearest } from '../errors/nearest.ts';
import { readViewField } from '../model/interaction-property.ts';
import { knownDataKeys, knownDataPrefixes } from '../model/known-data-keys.ts';
import { fieldsOfCondition } from './conditions-of.ts';
import { type DataUses, dataUsesOf } from './data-uses.ts';
import { blockTitle, diagnosticAt } from './diagnostic-at.ts';
import type { ReadBlock, ReadStrategy } from './read-strategy.ts';

interface Use {
  readonly key: string;
  readonly path: readonly (string | number)[];
  readonly where: string;
}

/**
 * Keys of attached data that are read and that nothing known sets. One that is all but the name of a key that is set is a
 * misspelling, hence a warning; the others may come with the interaction or from another process, which is worth knowing.
 */
export function analyseDataKeys(process: BusinessProcess, strategies: ReadonlyMap<string, ReadStrategy>): Diagnostic[] {
  const blocks = [...strategies.values()].flatMap((read) =>
    [...read.blocks.values()].map((block) => ({ read, block, uses: dataUsesOf(block, read.name) })),
  );
  const known = new Set([...knownDataKeys, ...blocks.flatMap(({ uses }) => [...uses.writes])]);
  const prefixes = new Set([...knownDataPrefixes, ...blocks.flatMap(({ uses }) => [...uses.prefixes])]);
  const isKnown = (key: string): boolean => known.has(key) || [...prefixes].some((prefix) => key.startsWith(prefix));
  const uses = [
    ...viewUses(process),
    ...blocks.flatMap(({ read, block, uses: one }) => blockUses(read.name, block, one)),
  ];
  return uses.filter(({ key }) => !isKnown(key)).map((use) => unknownKey(use, known));
}

function unknownKey({ key, path, where }: Use, known: ReadonlySet<string>): Diagnostic {
  const near = nearest(
    key,
    [...known].filter((one) => isLikely(key, one)),
  );
  if (near !== undefined) {
    const message = `${where} reads attached data "${key}", which nothing sets; did you mean "${near}"?`;
    return diagnosticAt('warning', 'check/unknown-data-key', path, message);
  }
  const message =
    `${where} reads attached data "${key}", which nothing in this process sets: ` +
    'it has to come with the interaction, from an agent or from another process.';
  return diagnosticAt('information', 'analysis/foreign-data-key', path, message);
}

/** Short keys and numbered ones resemble one another without being meant for one another. */
function isLikely(key: string, known: string): boolean {
  const isNumbered = key.replace(/\d/g, '') === known.replace(/\d/g, '');
  return (
    key.length >= 5 &&
    Math.abs(key.length - known.length) <= 1 &&
    !isNumbered &&
    nearest(key.slice(0, 5), [known.slice(0, 5)]) !== undefined
  );
}

function viewUses(process: BusinessProcess): Use[] {
  return Object.entries(process.queues).flatMap(([queue, { views }]) =>
    Object.entries(views).flatMap(([name, view]) => {
      const path = ['queues', queue, 'views', name];
      const conditions = view.condition === undefined ? [] : fieldsOfCondition(view.condition);
      const fields = [
        ...conditions.map((one) => ({ field: one.field, path: [...path, 'condition', ...one.path] })),
        ...view.order.map((term, index) => ({
          field: term.replace(/ (?:asc|desc)$/, ''),
          path: [...path, 'order', index],
        })),
        ...(view.segmentation === undefined
          ? []
          : [{ field: view.segmentation.property, path: [...path, 'segmentation', 'property'] }]),
      ];
      return fields.flatMap((one): Use[] => {
        const read = readViewField(one.field);
        if (read === undefined || !('dataKey' in read)) return [];
        return [{ key: read.dataKey, path: one.path, where: `View "${name}" of queue "${queue}"` }];
      });
    }),
  );
}

function blockUses(strategy: string, block: ReadBlock, uses: DataUses): Use[] {
  const path = ['strategies', strategy, 'blocks', block.id];
  return [...uses.reads].map((key) => ({ key, path, where: `Block ${blockTitle(block)}` }));
}
