import { MarkerType } from '@xyflow/react';
import { canvas as t } from '../kit/messages/en/canvas.ts';
import { entranceHandle } from './canvas-card.tsx';
import type { CanvasWire } from './canvas-parts.ts';
import type { WireEdge } from './canvas-wire.tsx';
import type { Route } from './route-wires.ts';

/** How a wire is drawn beyond what it says itself. */
export interface WireDress {
  readonly isSelected: boolean;
  readonly isDropTarget: boolean;
}

const known = new WeakMap<CanvasWire, { readonly edge: WireEdge; readonly route: Route; readonly label: string }>();

/** A wire as React Flow wants it; the same object for the same wire on the same way, so that only what changed is drawn again. */
export function wireEdge(wire: CanvasWire, route: Route, dress: WireDress): WireEdge {
  const { isSelected, isDropTarget } = dress;
  const { traffic } = wire;
  const label = [
    t.wire(route.from.label, wire.port, route.to.label),
    traffic?.words,
    wire.change && t.changed[wire.change],
  ]
    .filter(Boolean)
    .join(', ');
  const before = known.get(wire);
  if (
    before !== undefined &&
    before.route.path === route.path &&
    before.label === label &&
    before.edge.selected === isSelected &&
    before.edge.data?.isDropTarget === isDropTarget
  )
    return before.edge;
  const width = wire.change !== undefined ? 3 : traffic === undefined ? 1.6 : 1.2 + Math.min(traffic.weight, 2.6);
  const isMarked = isSelected || isDropTarget || wire.emphasis === 'strong';
  const colour = isMarked ? 'var(--sb-accent)' : colourOf(wire);
  const edge: WireEdge = {
    id: wire.id,
    type: 'wire',
    source: wire.from,
    sourceHandle: wire.port,
    target: wire.to,
    targetHandle: entranceHandle,
    selected: isSelected,
    reconnectable: wire.isDerived === true ? false : 'target',
    ariaLabel: label,
    markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, color: colour },
    style: {
      stroke: colour,
      strokeWidth: isMarked ? Math.max(width, 2.5) : width,
      ...(wire.emphasis === 'faint' && { opacity: 0.4 }),
      ...dashOf(wire),
    },
    data: { wire, path: route.path, isDropTarget },
  };
  known.set(wire, { edge, route, label });
  return edge;
}

function colourOf({ kind, change }: CanvasWire): string {
  if (change !== undefined) return change === 'added' ? 'var(--sb-good)' : 'var(--sb-bad)';
  return kind === 'error' ? 'var(--sb-bad)' : 'var(--sb-wire)';
}

// told by the line too, for those who do not see the colour: dots are what is gone, dashes are side ways and errors
function dashOf({ change, isSide, kind }: CanvasWire) {
  if (change === 'removed') return { strokeDasharray: '0.1 6', strokeLinecap: 'round' as const };
  return isSide === true || kind === 'error' ? { strokeDasharray: '5 4' } : {};
}
