import type { Traffic } from '#dsl/protocol/traffic.ts';
import type { CanvasWire } from '../canvas/canvas-parts.ts';
import { type Figure, noFlow, sumOf } from './figure.ts';

type StrategyTraffic = Traffic['strategies'][string];

const failed: ReadonlySet<string> = new Set(['error', '']);

/** Figures of the blocks and wires of a strategy, by their ids; errors of a block left by its error port, or ended the run. */
export function strategyFigures(
  strategy: StrategyTraffic | undefined,
  blocks: readonly { readonly id: string }[],
  wires: readonly CanvasWire[],
): ReadonlyMap<string, Figure> {
  const portsOf = (block: string) => strategy?.blocks[block]?.ports ?? {};
  return new Map<string, Figure>([
    ...blocks.map(({ id }): [string, Figure] => {
      const ports = Object.entries(portsOf(id));
      const flow = sumOf(ports.map(([, passes]) => passes));
      const errors = sumOf(ports.filter(([port]) => failed.has(port)).map(([, passes]) => passes)).hour;
      return [id, { flow: { ...flow, errors }, now: strategy?.blocks[id]?.here ?? 0 }];
    }),
    ...wires.map(({ id, from, port }): [string, Figure] => {
      const flow = portsOf(from)[port] ?? noFlow;
      return [
        id,
        { flow: { ...flow, errors: failed.has(port) ? flow.hour : 0 }, of: shareOf(flow.hour, port, portsOf(from)) },
      ];
    }),
  ]);
}

// an error port says how much of all that passed its block it took
function shareOf(passes: number, port: string, ports: StrategyTraffic['blocks'][string]['ports']) {
  const all = sumOf(Object.values(ports));
  return { ...all, errors: failed.has(port) ? passes : 0 };
}
