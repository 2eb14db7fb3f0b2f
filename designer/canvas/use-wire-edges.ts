import { type EdgeChange, MarkerType } from '@xyflow/react';
import { useCallback, useMemo } from 'react';
import { canvas as t } from '../kit/messages/en/canvas.ts';
import { afterSelection } from './after-selection.ts';
import type { CanvasProps } from './canvas-props.ts';
import { entranceHandle } from './canvas-card.tsx';
import type { CanvasCard } from './canvas-parts.ts';
import type { WireEdge } from './canvas-wire.tsx';
import { routeWires } from './route-wires.ts';

/** Wires as React Flow wants them, with the way each one takes; and what was selected among them. */
export function useWireEdges(
  props: CanvasProps,
  placed: readonly CanvasCard[],
  dropWire: string | undefined,
): { edges: WireEdge[]; onEdgesChange(changes: EdgeChange<WireEdge>[]): void } {
  const { wires, direction, selection, onSelect } = props;
  const paths = useMemo(() => routeWires(placed, wires, direction), [placed, wires, direction]);
  const labels = useMemo(() => new Map(placed.map((card) => [card.id, card.label])), [placed]);
  const edges = useMemo(
    () =>
      wires.flatMap((wire): WireEdge[] => {
        const path = paths.get(wire.id);
        if (path === undefined) return [];
        const isSelected = selection.includes(wire.id);
        const isDropTarget = wire.id === dropWire;
        const isMarked = isSelected || isDropTarget || wire.emphasis === 'strong';
        const colour = colourOf(wire.kind, isMarked);
        return [
          {
            id: wire.id,
            type: 'wire',
            source: wire.from,
            sourceHandle: wire.port,
            target: wire.to,
            targetHandle: entranceHandle,
            selected: isSelected,
            reconnectable: wire.isDerived === true ? false : 'target',
            ariaLabel: t.wire(labels.get(wire.from) ?? wire.from, wire.port, labels.get(wire.to) ?? wire.to),
            markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, color: colour },
            style: {
              stroke: colour,
              strokeWidth: isMarked ? 2.5 : 1.6,
              ...(wire.emphasis === 'faint' && { opacity: 0.4 }),
              ...((wire.isSide === true || wire.kind === 'error') && { strokeDasharray: '5 4' }),
            },
            data: { wire, path, isDropTarget },
          },
        ];
      }),
    [wires, paths, labels, selection, dropWire],
  );
  const onEdgesChange = useCallback(
    (changes: EdgeChange<WireEdge>[]) => {
      const selected = afterSelection(selection, changes);
      if (selected !== selection) onSelect(selected);
    },
    [selection, onSelect],
  );
  return { edges, onEdgesChange };
}

function colourOf(kind: string, isMarked: boolean): string {
  if (isMarked) return 'var(--sb-accent)';
  return kind === 'error' ? 'var(--sb-bad)' : 'var(--sb-wire)';
}
