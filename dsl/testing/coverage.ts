import { readStrategy, wireOf } from '../check/read-strategy.ts';
import type { PathStep } from '../compile/run-contract.ts';
import type { BusinessProcess } from '../document/business-process.ts';

/** How often tests came to the blocks of a strategy and left by their ports. */
export interface StrategyCoverage {
  readonly strategy: string;
  readonly blocks: readonly BlockCoverage[];
}

/** How often tests came to a block, and by which of its ports they left. */
export interface BlockCoverage {
  readonly block: string;
  readonly times: number;
  readonly ports: Readonly<Record<string, number>>;
}

/** Blocks and ports in all, and those that some test took. */
export interface CoverageCount {
  readonly blocks: { readonly covered: number; readonly all: number };
  readonly ports: { readonly covered: number; readonly all: number };
}

/**
 * How far the paths of tests cover the strategies of a process, subroutines included. Ports count as far as they are meant
 * to be taken: wired ones, and those by which a path may end; an error port left unwired does not.
 */
export function coverageOf(
  process: BusinessProcess,
  runs: readonly { readonly strategy: string; readonly path: readonly PathStep[] }[],
): StrategyCoverage[] {
  const times = new Map<string, number>();
  for (const { strategy, path } of runs) {
    for (const step of path) {
      for (const key of [
        keyOf(step.strategy ?? strategy, step.block),
        keyOf(step.strategy ?? strategy, step.block, step.port),
      ])
        times.set(key, (times.get(key) ?? 0) + 1);
    }
  }
  return Object.entries(process.strategies).map(([name, strategy]) => {
    const read = readStrategy(name, strategy);
    const blocks = [...read.blocks.values()].map((block): BlockCoverage => {
      const meant = block.ports.filter((port) => wireOf(block, port) !== undefined || port.ends === true);
      return {
        block: block.id,
        times: times.get(keyOf(name, block.id)) ?? 0,
        ports: Object.fromEntries(meant.map((port) => [port.name, times.get(keyOf(name, block.id, port.name)) ?? 0])),
      };
    });
    return { strategy: name, blocks };
  });
}

/** Blocks and ports of strategies in all, and how many of them some test took. */
export function countCoverage(coverage: readonly StrategyCoverage[]): CoverageCount {
  const blocks = coverage.flatMap((one) => one.blocks);
  const ports = blocks.flatMap((block) => Object.values(block.ports));
  return {
    blocks: { covered: blocks.filter(({ times }) => times > 0).length, all: blocks.length },
    ports: { covered: ports.filter((times) => times > 0).length, all: ports.length },
  };
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
