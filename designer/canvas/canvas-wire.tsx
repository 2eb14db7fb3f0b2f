import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { canvas as t } from '../kit/messages/en/canvas.ts';
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
      {data.wire.change !== undefined && <WireChange path={data.path} change={data.wire.change} />}
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

/** A sign on a wire that is new or gone. */
function WireChange(props: { readonly path: string; readonly change: NonNullable<CanvasWire['change']> }) {
  const { change } = props;
  const { x, y } = pathMiddle(props.path);
  return (
    <g className={classes.wireChange} data-change={change} aria-hidden>
      <title>{t.changed[change]}</title>
      <circle cx={x} cy={y} r={8} />
      <text x={x} y={y}>
        {change === 'added' ? '+' : '−'}
      </text>
    </g>
  );
}
