import type { Diagram, SourceBlock } from './diagram.ts';

/** Where a diagram begins: its Entry, or what is marked as starting, or what nothing leads to. */
export function findEntry({ blocks }: Diagram): { readonly entry?: SourceBlock; readonly first?: SourceBlock } {
  const entry = blocks.find(({ kind }) => kind === 'entry');
  if (entry !== undefined) return { entry };
  const starting = blocks.find(({ element }) =>
    [...element.attributes].some(([name, value]) => name === 'starting' && value === 'true'),
  );
  const reached = new Set(blocks.flatMap(({ links }) => links.map(({ to }) => to)));
  const first = starting ?? blocks.find(({ id }) => !reached.has(id)) ?? blocks[0];
  return first === undefined ? {} : { first };
}
