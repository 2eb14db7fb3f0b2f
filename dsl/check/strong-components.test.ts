import fc from 'fast-check';
import { expect, test } from 'vitest';
import { strongComponents } from './strong-components.ts';

function loopsOf(graph: Record<string, string[]>) {
  return strongComponents(Object.keys(graph), (vertex) => graph[vertex] ?? []).map((loop) => loop.toSorted());
}

test('finds loops and leaves out what only leads to or from them', () => {
  expect(loopsOf({ a: ['b'], b: ['c'], c: ['b', 'd'], d: ['d'], e: ['a'] })).toEqual([['d'], ['b', 'c']]);
  expect(loopsOf({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] })).toEqual([]);
});

test('finds exactly the vertices that reach themselves, grouped by mutual reach', () => {
  const vertex = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const reach = (graph: Record<string, string[]>, from: string) => {
    const seen = new Set<string>();
    const waiting = [...(graph[from] ?? [])];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (!seen.has(at)) waiting.push(...(graph[at] ?? []));
      seen.add(at);
    }
    return seen;
  };

  fc.assert(
    fc.property(fc.dictionary(vertex, fc.array(vertex, { maxLength: 3 })), (graph) => {
      const loops = loopsOf(graph);
      const looped = Object.keys(graph).filter((one) => reach(graph, one).has(one));

      expect(loops.flat().toSorted()).toEqual(looped.toSorted());
      for (const loop of loops)
        for (const one of loop) expect([...reach(graph, one)]).toEqual(expect.arrayContaining(loop));
    }),
  );
});

test('takes paths longer than a stack is deep', () => {
  const length = 100_000;

  expect(strongComponents(['0'], (vertex) => (Number(vertex) < length ? [String(Number(vertex) + 1)] : []))).toEqual(
    [],
  );
});
