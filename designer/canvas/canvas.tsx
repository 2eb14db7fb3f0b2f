import '@xyflow/react/dist/base.css';
import {
  Background,
  BackgroundVariant,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
  useStore,
} from '@xyflow/react';
import { type DragEvent, memo, useEffect, useState } from 'react';
import { canvas as t } from '../kit/messages/en/canvas.ts';
import classes from './canvas.module.css';
import { CanvasCardPart } from './canvas-card.tsx';
import { CanvasControls } from './canvas-controls.tsx';
import { CanvasFramePart } from './canvas-frame.tsx';
import { CanvasNotePart } from './canvas-note.tsx';
import type { CanvasNode, CanvasProps } from './canvas-props.ts';
import { CanvasWirePart, type WireEdge } from './canvas-wire.tsx';
import { dragType } from './drag-type.ts';
import { fitOptions } from './fit-options.ts';
import { preferredWire } from './preferred-wire.ts';
import { SelectionBar } from './selection-bar.tsx';
import { useAddNote, useNoteWriting } from './use-note-writing.ts';
import { useArranging } from './use-arranging.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useCardNodes } from './use-card-nodes.ts';
import { useWireEdges } from './use-wire-edges.ts';
import { useWiring } from './use-wiring.ts';

const nodeTypes = { card: CanvasCardPart, note: CanvasNotePart, frame: CanvasFramePart };
const edgeTypes = { wire: CanvasWirePart };
// below this the second line of a card cannot be read any more
const farZoom = 0.5;
// beyond this many cards only those in sight are drawn
const manyCards = 200;

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
  const { nodes, placed, placedNotes, onNodesChange } = useCardNodes(props, writing);
  const arranging = useArranging(props, placed, placedNotes);
  const addNote = useAddNote(props, openNote);
  const [dropWire, setDropWire] = useState<string>();
  const { edges, onEdgesChange } = useWireEdges(props, placed, dropWire);
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
  useFocus(props.focus);
  useFit(props.cards.length === 0 ? undefined : props.isSettled !== false);
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
      onlyRenderVisibleElements={props.cards.length > manyCards}
      fitViewOptions={fitOptions}
      ariaLabelConfig={{ 'node.a11yDescription.default': t.cardHelp, 'edge.a11yDescription.default': t.wireHelp }}
      proOptions={{ hideAttribution: true }}
    >
      <Background variant={BackgroundVariant.Dots} gap={20} size={1.2} color="var(--sb-line-strong)" />
      <CanvasControls isReadOnly={props.isReadOnly === true} onArrange={props.onArrange} onAddNote={addNote} />
      <SelectionBar arranging={arranging} />
      {props.cards.length > 4 && <Overview />}
      {props.children}
    </ReactFlow>
  );
}

function Overview() {
  return (
    <MiniMap<CanvasNode>
      className={classes.overview ?? ''}
      ariaLabel={t.overview}
      pannable
      zoomable
      nodeBorderRadius={12}
      nodeColor={(node) => (node.type === 'card' ? `var(${node.data.card.hue})` : 'transparent')}
      maskColor="color-mix(in srgb, var(--sb-page) 70%, transparent)"
      style={{ width: 148, height: 96 }}
    />
  );
}

function wiresUnder(event: DragEvent): string[] {
  const under = document.elementsFromPoint(event.clientX, event.clientY);
  return under.flatMap((element) => element.closest('.react-flow__edge')?.getAttribute('data-id') ?? []);
}

function useFocus(focus: CanvasProps['focus']): void {
  const { fitView } = useReactFlow();
  useEffect(() => {
    if (focus !== undefined) void fitView({ nodes: [{ id: focus.id }], maxZoom: 1, duration: 150, padding: 2 });
  }, [focus, fitView]);
}

function useFit(isSettled: boolean | undefined): void {
  const { fitView } = useReactFlow();
  useEffect(() => {
    if (isSettled === undefined) return undefined;
    // a frame later the pane has its size
    const frame = requestAnimationFrame(() => void fitView(fitOptions));
    return () => cancelAnimationFrame(frame);
  }, [isSettled, fitView]);
}
