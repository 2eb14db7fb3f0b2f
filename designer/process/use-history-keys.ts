import { useEffect } from 'react';
import { isTyping } from '../kit/is-typing.ts';
import { useOpenProcess } from './editor-context.tsx';

/** Ctrl-Z, Ctrl-Y and Ctrl-Shift-Z for the document, Ctrl-S to save at once. Fields being typed in keep their own undo. */
export function useHistoryKeys(): void {
  const { editor, saver } = useOpenProcess();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key === 's') {
        event.preventDefault();
        // the note in the top bar tells when it fails
        saver.flush().catch(() => undefined);
      }
      if ((key !== 'z' && key !== 'y') || isTyping(event.target)) return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) editor.getState().redo();
      else editor.getState().undo();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [editor, saver]);
}
