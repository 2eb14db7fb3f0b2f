import { callingKinds, resourceIn } from './blocks/subroutine.ts';
import type { NamedDiagram } from './name-strategies.ts';

/** Tells whether a call would come back to the strategy it is made in, by whatever way. */
export function createCallGraph(
  strategies: readonly NamedDiagram[],
  strategyOf: (reference: string) => string | undefined,
): (from: string, callee: string) => boolean {
  const calls = new Map(
    strategies.map(({ name, diagram }) => [
      name,
      diagram.blocks.flatMap((block) => {
        const makesCalls = callingKinds.has(block.kind) || block.kind === 'playapplication';
        const resource = makesCalls ? resourceIn(block) : undefined;
        return (resource === undefined ? undefined : strategyOf(resource)) ?? [];
      }),
    ]),
  );
  return (from, callee) => {
    const reached = new Set<string>();
    const waiting = [callee];
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (name === from) return true;
      if (reached.has(name)) continue;
      reached.add(name);
      waiting.push(...(calls.get(name) ?? []));
    }
    return false;
  };
}
