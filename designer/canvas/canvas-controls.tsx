import { ActionIcon, Tooltip, VisuallyHidden } from '@mantine/core';
import {
  IconArrowsMaximize,
  IconHierarchy2,
  IconMinus,
  IconNote,
  IconPlus,
  type TablerIcon,
} from '@tabler/icons-react';
import { Panel, useReactFlow, useStore } from '@xyflow/react';
import { canvas as t } from '../kit/messages/en/canvas.ts';
import classes from './canvas.module.css';
import type { Fit } from './use-fit.ts';

/** Zoom, fit and arrange, at the canvas's lower left. */
export function CanvasControls(props: {
  readonly isReadOnly: boolean;
  readonly onArrange: (() => void) | undefined;
  readonly onAddNote: (() => void) | undefined;
  readonly onFit: Fit;
}) {
  const { zoomIn, zoomOut, zoomTo } = useReactFlow();
  const zoom = useStore((state) => state.transform[2]);
  const { onArrange, onAddNote } = props;
  return (
    <Panel position="bottom-left" className={classes.controls ?? ''}>
      <Control label={t.zoomOut} icon={IconMinus} onClick={() => void zoomOut({ duration: 100 })} />
      <button
        type="button"
        className={classes.zoom}
        title={t.zoomReset}
        onClick={() => void zoomTo(1, { duration: 100 })}
      >
        {Math.round(zoom * 100)} % <VisuallyHidden>{t.zoomReset}</VisuallyHidden>
      </button>
      <Control label={t.zoomIn} icon={IconPlus} onClick={() => void zoomIn({ duration: 100 })} />
      <Control label={t.fit} icon={IconArrowsMaximize} onClick={() => props.onFit({ minZoom: 0.2, duration: 120 })} />
      {onArrange !== undefined && !props.isReadOnly && (
        <Control label={t.arrange} icon={IconHierarchy2} onClick={onArrange} />
      )}
      {onAddNote !== undefined && !props.isReadOnly && (
        <Control label={t.addNote} icon={IconNote} onClick={onAddNote} />
      )}
    </Panel>
  );
}

function Control(props: { readonly label: string; readonly icon: TablerIcon; readonly onClick: () => void }) {
  return (
    <Tooltip label={props.label}>
      <ActionIcon size={28} aria-label={props.label} onClick={props.onClick}>
        <props.icon size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
