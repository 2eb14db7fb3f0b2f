import type { CanvasWire } from './canvas-parts.ts';

const order: readonly CanvasWire['kind'][] = ['success', 'plain', 'branch', 'error'];

/** The wire that is meant where several lie over one another: that of success first, of error last, else the topmost. */
export function preferredWire(
  wires: readonly CanvasWire[],
  /** Ids, topmost first. */
  under: readonly string[],
): CanvasWire | undefined {
  return under
    .flatMap((id) => wires.find((wire) => wire.id === id) ?? [])
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))[0];
}
