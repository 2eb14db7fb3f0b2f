import type { Box } from './canvas-parts.ts';

/** Colours of notes and frames; the first is what they have without a choice. */
export const markColours = ['yellow', 'blue', 'green', 'red', 'purple', 'grey'] as const;

/** A free note on the canvas. */
export interface CanvasNote extends Box {
  readonly text: string;
  readonly colour?: string | undefined;
}

/** A titled frame around cards of the canvas; it stands where they stand. */
export interface CanvasFrame {
  readonly id: string;
  readonly title: string;
  readonly cards: readonly string[];
  readonly colour?: string | undefined;
}

/** Room between a frame and the cards in it, in canvas pixels; above them stands the title. */
export const framePadding = { side: 20, top: 44 } as const;
