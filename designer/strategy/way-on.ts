import type { CanvasWire } from '../canvas/canvas-parts.ts';
import type { WireEnd } from '../commands/connect-port.ts';
import type { DescribedBlock } from './strategy-graph.tsx';

const rank = { success: 0, branch: 1, error: 2 } as const;

/**
 * Where the next block goes: onto the wire that is selected; else after the selected block, on its first free exit, success
 * before branch. An exit that follows another one while unwired leads on already. When none is free the next block goes onto
 * the wire of the first; an error exit serves only where there is no other. Undefined when nothing can go on from there.
 */
export function wayOnFrom(
  selection: readonly string[],
  blocks: readonly DescribedBlock[],
  wires: readonly Pick<CanvasWire, 'id' | 'from' | 'port'>[],
): WireEnd | undefined {
  const wire = wires.find((candidate) => candidate.id === selection[0]);
  if (wire !== undefined) return { block: wire.from, port: wire.port };
  const block = blocks.find((candidate) => candidate.id === selection[0]);
  if (block === undefined) return undefined;
  const exits = exitsOf(block);
  const ways = exits.filter((port) => port.kind !== 'error');
  const free = ways.find((port) => isFree(block, port.name) && port.fallback === undefined);
  const port = free ?? ways[0] ?? exits.find((exit) => isFree(block, exit.name));
  return port && { block: block.id, port: port.name };
}

/** The selected block's free success exit, for a block that was put beside it; undefined when all of them are wired. */
export function freeSuccessFrom(selection: readonly string[], blocks: readonly DescribedBlock[]): WireEnd | undefined {
  const block = selection.length === 1 ? blocks.find(({ id }) => id === selection[0]) : undefined;
  const port = block && exitsOf(block).find(({ kind, name }) => kind === 'success' && isFree(block, name));
  return block && port && { block: block.id, port: port.name };
}

// where a path may end nothing need follow
function exitsOf(block: DescribedBlock): DescribedBlock['ports'] {
  return block.ports.filter((port) => port.ends !== true).toSorted((a, b) => rank[a.kind] - rank[b.kind]);
}

function isFree(block: DescribedBlock, port: string): boolean {
  return block.instance.ports?.[port] === undefined;
}
