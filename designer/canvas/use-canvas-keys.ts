import { useEffect } from 'react';
import { isTyping } from '../kit/is-typing.ts';
import type { Alignment } from './align-boxes.ts';
import type { Arranging } from './use-arranging.ts';

// by place on the keyboard, since Alt makes other letters on some of them
const alignmentOf: Readonly<Record<string, Alignment>> = {
  KeyA: 'left',
  KeyH: 'centre',
  KeyD: 'right',
  KeyW: 'top',
  KeyV: 'middle',
  KeyS: 'bottom',
};
const arrows: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -4, y: 0 },
  ArrowRight: { x: 4, y: 0 },
  ArrowUp: { x: 0, y: -4 },
  ArrowDown: { x: 0, y: 4 },
};
// as React Flow moves cards that have the focus
const shiftFactor = 4;

/** What keys do that belong to neither a field nor a card: all of these work wherever the focus is on the page. */
export interface CanvasKeys {
  readonly arranging: Arranging;
  readonly isReadOnly: boolean;
  onAddNote: (() => void) | undefined;
  /** Enter on the one note that is selected. */
  onOpenNote: (() => void) | undefined;
}

/** Select all, group, align, add a note, and arrow keys for a selection that does not have the focus. */
export function useCanvasKeys(keys: CanvasKeys): void {
  useEffect(() => {
    if (keys.isReadOnly) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || event.defaultPrevented) return;
      const act = actionOf(event, keys);
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [keys]);
}

function actionOf(event: KeyboardEvent, keys: CanvasKeys): (() => void) | undefined {
  const { arranging, onAddNote, onOpenNote } = keys;
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (event.altKey) return undefined;
    if (key === 'a' && !event.shiftKey) return arranging.selectAll;
    if (key === 'g') return event.shiftKey ? arranging.ungroup : arranging.group;
    return undefined;
  }
  const alignment = event.altKey ? alignmentOf[event.code] : undefined;
  if (alignment !== undefined) return arranging.boxes.length > 1 ? () => arranging.align(alignment) : undefined;
  if (event.altKey) return undefined;
  if (key === 'n') return onAddNote;
  if (key === 'enter' && isOnNote(event.target)) return onOpenNote;
  const arrow = arrows[event.key];
  if (arrow === undefined || !isFree(event.target)) return undefined;
  const factor = event.shiftKey ? shiftFactor : 1;
  return () => arranging.nudge({ x: arrow.x * factor, y: arrow.y * factor });
}

function isOnNote(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.react-flow__node-note') !== null;
}

// cards that have the focus, tabs and menus use arrows themselves
function isFree(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof Element && target.id === 'page');
}
