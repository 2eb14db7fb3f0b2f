import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import classes from './canvas.module.css';
import type { CanvasWire } from './canvas-parts.ts';
import { pathMiddle } from './path-middle.ts';

/** A wire as React Flow carries it; its path has been found before. */
export type WireEdge = Edge<
  { readonly wire: CanvasWire; readonly path: string; readonly isDropTarget: boolean },
  'wire'
>;

/** A wire, drawn along the way that crosses no card. */
export const CanvasWirePart = memo(function CanvasWirePart({ id, data, style, markerEnd }: EdgeProps<WireEdge>) {
  if (data === undefined) return null;
  return (
    <>
      <BaseEdge
        id={id}
        path={data.path}
        interactionWidth={22}
        {...(style !== undefined && { style })}
        {...(markerEnd !== undefined && { markerEnd })}
      />
      {data.wire.traffic !== undefined && <WireTraffic path={data.path} traffic={data.wire.traffic} />}
    </>
  );
});

function WireTraffic({
  path,
  traffic,
}: {
  readonly path: string;
  readonly traffic: NonNullable<CanvasWire['traffic']>;
}) {
  if (traffic.text === undefined) return null;
  const { x, y } = pathMiddle(path);
  return (
    <text className={classes.wireText} data-level={traffic.level} x={x} y={y} aria-hidden>
      <title>{traffic.words}</title>
      {traffic.text}
    </text>
  );
}
