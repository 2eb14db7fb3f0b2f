import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import type { CanvasWire } from './canvas-parts.ts';

/** A wire as React Flow carries it; its path has been found before. */
export type WireEdge = Edge<
  { readonly wire: CanvasWire; readonly path: string; readonly isDropTarget: boolean },
  'wire'
>;

/** A wire, drawn along the way that crosses no card. */
export const CanvasWirePart = memo(function CanvasWirePart({ id, data, style, markerEnd }: EdgeProps<WireEdge>) {
  if (data === undefined) return null;
  return (
    <BaseEdge
      id={id}
      path={data.path}
      interactionWidth={22}
      {...(style !== undefined && { style })}
      {...(markerEnd !== undefined && { markerEnd })}
    />
  );
});
