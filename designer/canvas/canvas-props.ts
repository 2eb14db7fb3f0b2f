import type { ReactNode } from 'react';
import type { CanvasCard, CanvasWire, Direction, Point } from './canvas-parts.ts';

/** A canvas of cards and wires. It shows what it is given and says what people do; it changes nothing by itself. */
export interface CanvasProps {
  readonly cards: readonly CanvasCard[];
  readonly wires: readonly CanvasWire[];
  readonly direction: Direction;
  /** Ids of selected cards and wires. */
  readonly selection: readonly string[];
  /** Brings a card into view whenever the object changes. */
  readonly focus?: { readonly id: string } | undefined;
  readonly isReadOnly?: boolean;
  /** False while cards stand only for the moment; once they have settled, all of them are brought into view. */
  readonly isSettled?: boolean;
  onSelect(ids: readonly string[]): void;
  onMove?(positions: Readonly<Record<string, Point>>): void;
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
