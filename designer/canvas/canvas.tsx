import '@xyflow/react/dist/base.css';
import {
  Background,
  BackgroundVariant,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
  useStore,
} from '@xyflow/react';
import { type DragEvent, memo, useMemo, useState } from 'react';
import { canvas as t } from '../kit/messages/en/canvas.ts';
import classes from './canvas.module.css';
import { CanvasCardPart } from './canvas-card.tsx';
import { CanvasControls } from './canvas-controls.tsx';
import { CanvasFramePart } from './canvas-frame.tsx';
import { CanvasNotePart } from './canvas-note.tsx';
import type { CanvasNode, CanvasProps } from './canvas-props.ts';
import { CanvasWirePart, type WireEdge } from './canvas-wire.tsx';
import { dragType } from './drag-type.ts';
import { Overview } from './overview.tsx';
import { preferredWire } from './preferred-wire.ts';
import { SelectionBar } from './selection-bar.tsx';
import { useAddNote, useNoteWriting } from './use-note-writing.ts';
import { useArranging } from './use-arranging.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useCardNodes } from './use-card-nodes.ts';
import { useFit } from './use-fit.ts';
import { farZoom } from './use-shown.ts';
import { useWireEdges } from './use-wire-edges.ts';
import { useWiring } from './use-wiring.ts';

const nodeTypes = { card: CanvasCardPart, note: CanvasNotePart, frame: CanvasFramePart };
const edgeTypes = { wire: CanvasWirePart };

/** The canvas. Everything React Flow stays behind it. */
export const Canvas = memo(function Canvas(props: CanvasProps) {
  return (
    <ReactFlowProvider>
      <Surface {...props} />
    </ReactFlowProvider>
  );
});

function Surface(props: CanvasProps) {
  const flow = useReactFlow<CanvasNode, WireEdge>();
  const { writing, open: openNote } = useNoteWriting(props);
  const cardNodes = useCardNodes(props, writing);
  const { nodes, placed, placedNotes, onNodesChange } = cardNodes;
  const arranging = useArranging(props, placed, placedNotes);
  const addNote = useAddNote(props, openNote);
  const [dropWire, setDropWire] = useState<string>();
  const { edges, onEdgesChange } = useWireEdges(props, cardNodes, dropWire);
  const wiring = useWiring(props);
  const isFar = useStore((state) => state.transform[2] < farZoom);
  const [only, ...others] = arranging.boxes;
  const note = others.length === 0 ? placedNotes.find(({ id }) => id === only?.id)?.id : undefined;
  useCanvasKeys({
    arranging,
    isReadOnly: props.isReadOnly === true || props.onMove === undefined,
    onAddNote: addNote,
    onOpenNote: note === undefined ? undefined : () => openNote(note),
  });
  const boxes = useMemo(() => [...placed, ...placedNotes], [placed, placedNotes]);
  const fit = useFit(props, boxes);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setDropWire(undefined);
    const what = event.dataTransfer.getData(dragType);
    const wire = preferredWire(props.wires, wiresUnder(event));
    if (what !== '') props.onDrop?.(what, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }), wire);
  };
  return (
    <ReactFlow<CanvasNode, WireEdge>
      className={classes.canvas ?? ''}
      data-far={isFar}
      aria-busy={props.isSettled === false}
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      {...wiring}
      onNodeDoubleClick={(_, node) => props.onOpen?.(node.id)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragType)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setDropWire(preferredWire(props.wires, wiresUnder(event))?.id);
      }}
      onDragLeave={() => setDropWire(undefined)}
      onDrop={drop}
      nodesDraggable={props.isReadOnly !== true}
      nodesConnectable={props.isReadOnly !== true}
      edgesReconnectable={props.isReadOnly !== true}
      deleteKeyCode={null}
      // it would swallow every space typed in a code editor on the page
      panActivationKeyCode={null}
      selectionMode={SelectionMode.Partial}
      multiSelectionKeyCode={['Shift', 'Control', 'Meta']}
      snapToGrid
      snapGrid={[4, 4]}
      minZoom={0.2}
      maxZoom={2}
      zoomOnDoubleClick={false}
      elevateEdgesOnSelect
      ariaLabelConfig={{ 'node.a11yDescription.default': t.cardHelp, 'edge.a11yDescription.default': t.wireHelp }}
      proOptions={{ hideAttribution: true }}
    >
      <Background variant={BackgroundVariant.Dots} gap={20} size={1.2} color="var(--sb-line-strong)" />
      <CanvasControls
        isReadOnly={props.isReadOnly === true}
        onArrange={props.onArrange}
        onAddNote={addNote}
        onFit={fit}
      />
      <SelectionBar arranging={arranging} />
      {props.cards.length > 4 && <Overview cards={placed} />}
      {props.children}
    </ReactFlow>
  );
}

function wiresUnder(event: DragEvent): string[] {
  const under = document.elementsFromPoint(event.clientX, event.clientY);
  return under.flatMap((element) => element.closest('.react-flow__edge')?.getAttribute('data-id') ?? []);
}
