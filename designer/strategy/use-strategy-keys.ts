import { useEffect } from 'react';
import { isTyping } from '../kit/is-typing.ts';
import type { DescribedBlock } from './strategy-graph.tsx';
import type { ChooserRequest } from './use-chooser.ts';
import type { StrategyEdits } from './use-strategy-edits.ts';

/** What the keys act on. */
export interface KeyTargets {
  readonly edits: StrategyEdits;
  readonly selection: readonly string[];
  readonly blocks: readonly DescribedBlock[];
  openChooser(request: ChooserRequest): void;
}

/**
 * Keys of the strategy canvas: Delete, '/' for the next block, and the clipboard by its own events, so that copies go to
 * other strategies and other windows. Arrow keys move cards by React Flow itself.
 */
export function useStrategyKeys(targets: KeyTargets): void {
  useEffect(() => {
    const { edits, selection, blocks, openChooser } = targets;
    const press = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if ((event.key === 'Delete' || event.key === 'Backspace') && selection.length > 0) {
        event.preventDefault();
        edits.remove(selection);
      }
      if (event.key === '/') {
        event.preventDefault();
        openChooser({ screen: besideCard(selection[0]) });
      }
    };
    const copy = (event: ClipboardEvent): void => {
      if (isTyping(event.target) || (document.getSelection()?.toString() ?? '') !== '') return;
      const clip = edits.copy(selection);
      if (clip === undefined) return;
      event.clipboardData?.setData('text/plain', clip);
      event.preventDefault();
      if (event.type === 'cut') edits.remove(selection.filter((id) => blocks.some((block) => block.id === id)));
    };
    const paste = (event: ClipboardEvent): void => {
      if (!isTyping(event.target)) edits.paste(event.clipboardData?.getData('text/plain') ?? '');
    };
    window.addEventListener('keydown', press);
    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    document.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('keydown', press);
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', copy);
      document.removeEventListener('paste', paste);
    };
  }, [targets]);
}

function besideCard(id: string | undefined): { x: number; y: number } {
  const card = id === undefined ? null : document.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
  const box = card?.getBoundingClientRect();
  if (box === undefined) return { x: window.innerWidth / 2 - 134, y: window.innerHeight / 3 };
  return { x: box.left, y: box.bottom + 8 };
}
