import type { EdgeChange } from '@xyflow/react';
import { useCallback, useMemo } from 'react';
import { afterSelection } from './after-selection.ts';
import type { CanvasProps } from './canvas-props.ts';
import type { WireEdge } from './canvas-wire.tsx';
import { rerouteWires, routeWires } from './route-wires.ts';
import type { CardNodes } from './use-card-nodes.ts';
import { wireEdge } from './wire-edge.ts';

/** Wires as React Flow wants them, with the way each one takes; and what was selected among them. */
export function useWireEdges(
  props: CanvasProps,
  { shown, moving }: CardNodes,
  dropWire: string | undefined,
): { edges: WireEdge[]; onEdgesChange(changes: EdgeChange<WireEdge>[]): void } {
  const { cards, direction, selection, onSelect } = props;
  const { byId, wires } = shown;
  const resting = useMemo(
    () => routeWires({ cards: new Map(cards.map((card) => [card.id, card])), wires, direction }),
    [cards, wires, direction],
  );
  const routes = useMemo(
    () => (moving.size === 0 ? resting : rerouteWires({ cards: byId, wires, direction }, resting, moving)),
    [resting, byId, wires, direction, moving],
  );
  const edges = useMemo(() => {
    const selected = new Set(selection);
    return wires.flatMap((wire): WireEdge[] => {
      const route = routes.get(wire.id);
      if (route === undefined) return [];
      return [wireEdge(wire, route, { isSelected: selected.has(wire.id), isDropTarget: wire.id === dropWire })];
    });
  }, [wires, routes, selection, dropWire]);
  const onEdgesChange = useCallback(
    (changes: EdgeChange<WireEdge>[]) => {
      const selected = afterSelection(selection, changes);
      if (selected !== selection) onSelect(selected);
    },
    [selection, onSelect],
  );
  return { edges, onEdgesChange };
}
