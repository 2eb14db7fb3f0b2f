import type { ReactNode } from 'react';

/** Which way the canvas reads: a strategy from top to bottom, a process from left to right. */
export type Direction = 'down' | 'right';

/** A place on the canvas, in canvas pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle on the canvas. */
export interface Box extends Point {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** An exit of a card. `plain` ones carry no name and no meaning of their own. */
export interface CanvasPort {
  readonly name: string;
  readonly kind: 'success' | 'branch' | 'error' | 'plain';
  /** Shown below the card; left out for the single exit of cards that need no name. */
  readonly label?: string;
  readonly isWired: boolean;
  /** True when the path may end here. */
  readonly isEnd?: boolean;
}

/** A card: something that stands on the canvas and can be selected, moved, wired and opened. */
export interface CanvasCard extends Box {
  /** Name for people who listen to the page, and for the minimap. */
  readonly label: string;
  /** What is said of it at the moment, after its name, to those who listen. */
  readonly says?: string;
  /** Silhouette, as the style sheet knows it. */
  readonly shape: 'block' | 'endpoint' | 'queue' | 'workbin' | 'view' | 'submitter' | 'strategy' | 'agents' | 'stop';
  /** Name of the CSS variable of its colour, such as `--sb-mail`. */
  readonly hue: string;
  /** Whether wires may lead here. */
  readonly hasEntrance: boolean;
  readonly ports: readonly CanvasPort[];
  readonly content: ReactNode;
  /** Stands back: something else on the canvas is what matters now. */
  readonly isFaint?: boolean;
}

/** A wire from a card's exit to a card's entrance. */
export interface CanvasWire {
  readonly id: string;
  readonly from: string;
  readonly port: string;
  readonly to: string;
  readonly kind: CanvasPort['kind'];
  /** Drawn dashed: something new goes this way, not the interaction itself. */
  readonly isSide?: boolean;
  /** True when auto-layout need not keep its ends together: it leads back, or to where another pass begins. */
  readonly isLoose?: boolean;
  /** True when it follows from elsewhere and cannot be taken away here. */
  readonly isDerived?: boolean;
  /** What passes it: as a number beside it, in words, and by its width (0: nothing passes). */
  readonly traffic?: {
    readonly text?: string;
    readonly words: string;
    readonly level: 'none' | 'some' | 'many';
    readonly weight: number;
  };
  /** What became of it from one state of the document to another. */
  readonly change?: 'added' | 'removed';
  /** Part of the way that is shown, or beside it; left out: no way is shown. */
  readonly emphasis?: 'strong' | 'faint';
}

/** Middle of an exit on the rim of its card. */
export function portPoint(
  card: Box & { readonly ports: readonly CanvasPort[] },
  port: string,
  direction: Direction,
): Point {
  const count = Math.max(card.ports.length, 1);
  const index = Math.max(
    card.ports.findIndex((candidate) => candidate.name === port),
    0,
  );
  const share = (index + 0.5) / count;
  return direction === 'down'
    ? { x: card.x + card.width * share, y: card.y + card.height }
    : { x: card.x + card.width, y: card.y + card.height * share };
}

/** Middle of the entrance on the rim of a card. */
export function entrancePoint(card: Box, direction: Direction): Point {
  return direction === 'down' ? { x: card.x + card.width / 2, y: card.y } : { x: card.x, y: card.y + card.height / 2 };
}
