import type { Node, NodeProps } from '@xyflow/react';
import { memo } from 'react';
import classes from './canvas-marks.module.css';
import type { CanvasFrame } from './canvas-marks.ts';

/** A frame as React Flow carries it. */
export type FrameNode = Node<{ readonly frame: CanvasFrame }, 'frame'>;

/** A frame around cards. Only its title can be grasped, so that what is inside can be reached as ever. */
export const CanvasFramePart = memo(function CanvasFramePart({ data, selected }: NodeProps<FrameNode>) {
  const { frame } = data;
  return (
    <div className={classes.frame} data-colour={frame.colour ?? 'grey'} data-selected={selected}>
      <div className={classes.frameTitle} title={frame.title}>
        {frame.title}
      </div>
    </div>
  );
});
