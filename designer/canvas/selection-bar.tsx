import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconLayoutAlignBottom,
  IconLayoutAlignLeft,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconBoxMultiple,
  IconBoxOff,
  IconLayoutAlignCenter,
  IconLayoutAlignMiddle,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
  type TablerIcon,
} from '@tabler/icons-react';
import { Panel } from '@xyflow/react';
import { canvas as t } from '../kit/messages/en/canvas.ts';
import type { Alignment } from './align-boxes.ts';
import classes from './canvas-marks.module.css';
import type { Arranging } from './use-arranging.ts';

const alignments: readonly (readonly [Alignment, TablerIcon, string])[] = [
  ['left', IconLayoutAlignLeft, 'Alt A'],
  ['centre', IconLayoutAlignCenter, 'Alt H'],
  ['right', IconLayoutAlignRight, 'Alt D'],
  ['top', IconLayoutAlignTop, 'Alt W'],
  ['middle', IconLayoutAlignMiddle, 'Alt V'],
  ['bottom', IconLayoutAlignBottom, 'Alt S'],
];

/** What can be done with several selected cards: align, space, group. Above the canvas while it applies. */
export function SelectionBar({ arranging }: { readonly arranging: Arranging }) {
  const { boxes, cards, frames } = arranging;
  if (boxes.length < 2 && frames.length === 0) return null;
  return (
    <Panel position="top-center" className={classes.bar ?? ''} role="toolbar" aria-label={t.selectionTools}>
      {boxes.length > 1 &&
        alignments.map(([alignment, icon, keys]) => (
          <Tool
            key={alignment}
            label={t.alignments[alignment]}
            keys={keys}
            icon={icon}
            onClick={() => arranging.align(alignment)}
          />
        ))}
      {boxes.length > 2 && (
        <>
          <Tool
            label={t.distribute.across}
            icon={IconLayoutDistributeHorizontal}
            onClick={() => arranging.distribute('across')}
          />
          <Tool
            label={t.distribute.down}
            icon={IconLayoutDistributeVertical}
            onClick={() => arranging.distribute('down')}
          />
        </>
      )}
      {cards.length > 1 && <Tool label={t.group} keys="Ctrl G" icon={IconBoxMultiple} onClick={arranging.group} />}
      {frames.length > 0 && (
        <Tool label={t.ungroup} keys="Ctrl Shift G" icon={IconBoxOff} onClick={arranging.ungroup} />
      )}
    </Panel>
  );
}

function Tool(props: {
  readonly label: string;
  readonly keys?: string;
  readonly icon: TablerIcon;
  readonly onClick: () => void;
}) {
  const tip = props.keys === undefined ? props.label : `${props.label} (${props.keys})`;
  return (
    <Tooltip label={tip}>
      <ActionIcon size={28} aria-label={props.label} onClick={props.onClick}>
        <props.icon size={17} />
      </ActionIcon>
    </Tooltip>
  );
}
