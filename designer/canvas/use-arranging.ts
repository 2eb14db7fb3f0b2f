import { useMemo } from 'react';
import { type Alignment, alignBoxes, distributeBoxes } from './align-boxes.ts';
import type { CanvasNote } from './canvas-marks.ts';
import type { Box, CanvasCard } from './canvas-parts.ts';
import type { CanvasProps } from './canvas-props.ts';

/** What can be done with everything that is selected. */
export interface Arranging {
  /** Selected cards and notes. */
  readonly boxes: readonly Box[];
  /** Ids of selected cards. */
  readonly cards: readonly string[];
  /** Ids of selected frames. */
  readonly frames: readonly string[];
  align(alignment: Alignment): void;
  distribute(axis: 'across' | 'down'): void;
  group(): void;
  ungroup(): void;
  selectAll(): void;
  /** Moves what is selected by so many pixels. */
  nudge(by: { readonly x: number; readonly y: number }): void;
}

/** Arranges the selection of a canvas that can be changed. */
export function useArranging(
  props: CanvasProps,
  placed: readonly CanvasCard[],
  placedNotes: readonly CanvasNote[],
): Arranging {
  const { selection, onMove, onFrame, onUnframe, onSelect, isReadOnly } = props;
  const frames = props.frames ?? noFrames;
  return useMemo(() => {
    const selected = new Set(isReadOnly === true || onMove === undefined ? [] : selection);
    const boxes = [...placed, ...placedNotes].filter((box) => selected.has(box.id));
    const cards = placed.filter((card) => selected.has(card.id)).map((card) => card.id);
    const chosen = frames.filter((frame) => selected.has(frame.id));
    const inFrames = new Set(chosen.flatMap((frame) => frame.cards));
    const moving = [...placed, ...placedNotes].filter((box) => selected.has(box.id) || inFrames.has(box.id));
    return {
      boxes,
      cards,
      frames: chosen.map((frame) => frame.id),
      align: (alignment) => onMove?.(alignBoxes(boxes, alignment), 'align'),
      distribute: (axis) => onMove?.(distributeBoxes(boxes, axis), 'distribute'),
      group: () => {
        if (cards.length > 0) onFrame?.(cards);
      },
      ungroup: () => {
        if (chosen.length > 0) onUnframe?.(chosen.map((frame) => frame.id));
      },
      selectAll: () => onSelect([...placed, ...placedNotes].map((box) => box.id)),
      nudge: (by) => {
        if (moving.length > 0) {
          onMove?.(Object.fromEntries(moving.map((box) => [box.id, { x: box.x + by.x, y: box.y + by.y }])));
        }
      },
    };
  }, [selection, placed, placedNotes, frames, isReadOnly, onMove, onFrame, onUnframe, onSelect]);
}

const noFrames: readonly never[] = [];
