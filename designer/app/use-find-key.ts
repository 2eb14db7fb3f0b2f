import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Ctrl-Shift-F leads to the search through all processes, with what is marked on the page. */
export function useFindKey(isOn: boolean): void {
  const navigate = useNavigate();
  useEffect(() => {
    if (!isOn) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || !event.shiftKey || event.key.toLowerCase() !== 'f') return;
      event.preventDefault();
      const marked = document.getSelection()?.toString().trim() ?? '';
      void navigate({ to: '/find', search: marked === '' || marked.includes('\n') ? {} : { text: marked } });
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [isOn, navigate]);
}
