import type { Box } from './canvas-parts.ts';

/** A part of the canvas, in canvas pixels. */
export interface Sight {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How the canvas is looked at: where it stands on the screen, how large, and through how large a pane. */
export interface Outlook {
  readonly transform: readonly [x: number, y: number, zoom: number];
  readonly width: number;
  readonly height: number;
}

// screen pixels: what comes into sight by a small pan is drawn already, and few cards come at once
const cellPx = 256;

/**
 * What is in sight and a little around it, as text that stays the same while small pans bring nothing new. Empty before the
 * pane has its size.
 */
export function sightKey({ transform, width, height }: Outlook): string {
  if (width === 0 || height === 0) return '';
  const [x, y, zoom] = transform;
  // by powers of two, so that the grid stays where it is while somebody zooms
  const cell = 2 ** Math.ceil(Math.log2(cellPx / zoom));
  const margin = cell / 2;
  const down = (edge: number): number => Math.floor((edge - margin) / cell) * cell;
  const up = (edge: number): number => Math.ceil((edge + margin) / cell) * cell;
  return [down(-x / zoom), down(-y / zoom), up((width - x) / zoom), up((height - y) / zoom)].join(' ');
}

/** The part of the canvas that `sightKey` told; nothing at all for the empty text. */
export function sightOf(key: string): Sight {
  const [left = 0, top = 0, right = 0, bottom = 0] = key === '' ? [] : key.split(' ').map(Number);
  return { left, top, right, bottom };
}

/** Whether any of a card is in sight. */
export function isInSight({ x, y, width, height }: Omit<Box, 'id'>, sight: Sight): boolean {
  return x < sight.right && x + width > sight.left && y < sight.bottom && y + height > sight.top;
}

/** Whether a wire between two cards may pass through what is in sight; it keeps near the rectangle around both. */
export function mayPass(from: Box, to: Box, sight: Sight): boolean {
  return (
    Math.min(from.x, to.x) - wireRoom < sight.right &&
    Math.max(from.x + from.width, to.x + to.width) + wireRoom > sight.left &&
    Math.min(from.y, to.y) - wireRoom < sight.bottom &&
    Math.max(from.y + from.height, to.y + to.height) + wireRoom > sight.top
  );
}

// a wire that leads back leaves and arrives this far outside its cards at most
const wireRoom = 64;
