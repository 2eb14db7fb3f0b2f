import type { ReactNode } from 'react';
import type { CardNode } from './canvas-card.tsx';
import type { FrameNode } from './canvas-frame.tsx';
import type { CanvasFrame, CanvasNote } from './canvas-marks.ts';
import type { NoteNode } from './canvas-note.tsx';
import type { CanvasCard, CanvasWire, Direction, Point } from './canvas-parts.ts';

/** Everything React Flow carries as a node. */
export type CanvasNode = CardNode | NoteNode | FrameNode;

/** A canvas of cards and wires. It shows what it is given and says what people do; it changes nothing by itself. */
export interface CanvasProps {
  readonly cards: readonly CanvasCard[];
  readonly wires: readonly CanvasWire[];
  readonly notes?: readonly CanvasNote[];
  readonly frames?: readonly CanvasFrame[];
  readonly direction: Direction;
  /** Ids of selected cards, wires, notes and frames. */
  readonly selection: readonly string[];
  /** Brings a card into view whenever the object changes. */
  readonly focus?: { readonly id: string } | undefined;
  readonly isReadOnly?: boolean;
  /** False while cards stand only for the moment; once they have settled, all of them are brought into view. */
  readonly isSettled?: boolean;
  onSelect(ids: readonly string[]): void;
  /** Cards and notes came to rest elsewhere, by hand or because they were aligned. */
  onMove?(positions: Readonly<Record<string, Point>>, how?: 'align' | 'distribute'): void;
  onResizeNote?(id: string, size: { readonly width: number; readonly height: number }): void;
  onWriteNote?(id: string, text: string): void;
  /** Puts a note at a place of the canvas; answers with its id, so that its text can be written at once. */
  onAddNote?(point: Point): string;
  /** Draws a frame around cards. */
  onFrame?(cards: readonly string[]): void;
  /** Takes frames away and leaves what is in them. */
  onUnframe?(ids: readonly string[]): void;
  onConnect?(from: string, port: string, to: string): void;
  /** A wire was pulled from an exit to an empty place: `point` on the canvas, `screen` on the screen. */
  onConnectToNothing?(from: string, port: string, places: { readonly point: Point; readonly screen: Point }): void;
  onDisconnect?(wire: CanvasWire): void;
  /** Something was dropped from the palette, on a wire when `wire` is given. */
  onDrop?(what: string, point: Point, wire: CanvasWire | undefined): void;
  /** A card was opened by double click or Enter. */
  onOpen?(id: string): void;
  /** Places all cards anew; leave it out to hide the button. */
  onArrange?(): void;
  readonly children?: ReactNode;
}
