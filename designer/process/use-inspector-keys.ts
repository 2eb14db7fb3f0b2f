import { useEffect } from 'react';
import { isTyping } from '../kit/is-typing.ts';

const fields = 'input:not([type="hidden"]), textarea, select';

/** F2 leads from the canvas to the fields of what is selected, Escape from there back to its card. */
export function useInspectorKeys(): void {
  useEffect(() => {
    // an Escape that closes a list or suggestions is spent; by the time it has bubbled up they are gone
    let isSpent = false;
    const look = (event: KeyboardEvent): void => {
      isSpent = event.key === 'Escape' && hasOpenList(event.target);
    };
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'F2' && !isTyping(event.target)) {
        event.preventDefault();
        goToProperties();
      }
      if (event.key === 'Escape' && !isSpent && isInPane(event.target)) backToCanvas();
    };
    window.addEventListener('keydown', look, { capture: true });
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('keydown', look, { capture: true });
      window.removeEventListener('keydown', press);
    };
  }, []);
}

// with the cursor in the first field of what is selected
function goToProperties(): void {
  const pane = document.querySelector('[data-pane="right"]');
  const first = [...(pane?.querySelectorAll<HTMLElement>(fields) ?? [])].find((field) => field.checkVisibility());
  first?.focus();
  if (first instanceof HTMLInputElement || first instanceof HTMLTextAreaElement) first.select();
}

function isInPane(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-pane="right"]') !== null;
}

function hasOpenList(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const editor = target.closest('.monaco-editor');
  return (
    target.getAttribute('aria-expanded') === 'true' ||
    (editor?.querySelector('.suggest-widget.visible') ?? null) !== null
  );
}

function backToCanvas(): void {
  const card = document.querySelector<HTMLElement>('.react-flow__node.selected');
  (card ?? document.querySelector<HTMLElement>('#page'))?.focus();
}
