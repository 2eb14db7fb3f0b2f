import { useEffect } from 'react';
import { isTyping } from '../kit/is-typing.ts';

/** Delete takes away what is selected on the canvas, unless the key belongs to a field. */
export function useDeleteKey(selection: readonly string[], onRemove: (ids: readonly string[]) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if ((event.key !== 'Delete' && event.key !== 'Backspace') || isTyping(event.target)) return;
      if (selection.length === 0) return;
      event.preventDefault();
      onRemove(selection);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [selection, onRemove]);
}
