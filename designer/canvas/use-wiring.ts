import { type ReactFlowProps, useReactFlow } from '@xyflow/react';
import { useMemo, useRef } from 'react';
import type { CanvasNode, CanvasProps } from './canvas-props.ts';
import type { WireEdge } from './canvas-wire.tsx';

type Wiring = Pick<
  ReactFlowProps<CanvasNode, WireEdge>,
  'onConnect' | 'onConnectEnd' | 'onReconnect' | 'onReconnectStart' | 'onReconnectEnd' | 'connectionRadius'
>;

/** Pulling wires: to an entrance or anywhere on a card, to nothing, and off again. */
export function useWiring(props: CanvasProps): Wiring {
  const { wires, onConnect, onConnectToNothing, onDisconnect } = props;
  const { screenToFlowPosition } = useReactFlow();
  const isReconnecting = useRef(false);
  return useMemo(
    () => ({
      connectionRadius: 28,
      onConnect: ({ source, sourceHandle, target }) => {
        if (sourceHandle !== null) onConnect?.(source, sourceHandle, target);
      },
      onConnectEnd: (event, state) => {
        const from = state.fromNode?.id;
        const port = state.fromHandle?.id;
        if (state.isValid === true || isReconnecting.current) return;
        if (from === undefined || port === undefined || port === null || state.fromHandle?.type !== 'source') return;
        const screen = pointOf(event);
        const card = cardUnder(screen);
        if (card === from) return;
        if (card !== undefined) onConnect?.(from, port, card);
        else onConnectToNothing?.(from, port, { point: screenToFlowPosition(screen), screen });
      },
      onReconnectStart: () => {
        isReconnecting.current = true;
      },
      onReconnect: (edge, { target }) => onConnect?.(edge.source, edge.sourceHandle ?? '', target),
      onReconnectEnd: (event, edge, _, state) => {
        isReconnecting.current = false;
        if (state.isValid === true) return;
        const card = cardUnder(pointOf(event));
        const wire = wires.find((candidate) => candidate.id === edge.id);
        if (card !== undefined) onConnect?.(edge.source, edge.sourceHandle ?? '', card);
        else if (wire !== undefined) onDisconnect?.(wire);
      },
    }),
    [wires, onConnect, onConnectToNothing, onDisconnect, screenToFlowPosition],
  );
}

function pointOf(event: MouseEvent | TouchEvent): { x: number; y: number } {
  const at = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: at?.clientX ?? 0, y: at?.clientY ?? 0 };
}

function cardUnder(screen: { x: number; y: number }): string | undefined {
  const under = document.elementFromPoint(screen.x, screen.y)?.closest('.react-flow__node-card');
  return under?.getAttribute('data-id') ?? undefined;
}
