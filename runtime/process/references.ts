import type { Reference } from '#dsl/block/block.ts';
import { readStrategy } from '#dsl/check/read-strategy.ts';
import type { BusinessProcess } from '#dsl/document/business-process.ts';

/** Names a process uses, by kind, each once and sorted; names that expressions make while it runs are not among them. */
export function referencesOf(process: BusinessProcess): ReadonlyMap<Reference['kind'], readonly string[]> {
  const references = Object.entries(process.strategies).flatMap(([name, strategy]) =>
    [...readStrategy(name, strategy).blocks.values()].flatMap(({ block, config }) => block.references(config)),
  );
  const byKind = Map.groupBy(references, ({ kind }) => kind);
  return new Map(
    [...byKind].map(([kind, uses]) => [kind, [...new Set(uses.map(({ name }) => name))].toSorted()] as const),
  );
}
