import { useEffect, useRef } from 'react';

/** What keys do at the desktop. */
export interface Shortcuts {
  toggleReady(): void;
  toggleDisturb(): void;
  /** False when nothing is offered. */
  accept(): boolean;
  reject(): void;
  reply(): void;
  done(): void;
  workbin(): void;
  transfer(): void;
  move(by: 1 | -1): void;
  undo(): boolean;
  help(): void;
}

/** Listens for the desktop's keys while its page is open. Function keys work everywhere, letters only while nobody types. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const isTaken = pressAnywhere(event, latest.current) || (isReading(event) && pressReading(event, latest.current));
      if (isTaken) event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

function pressAnywhere(event: KeyboardEvent, to: Shortcuts): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key === 'F8' && event.shiftKey) to.toggleDisturb();
  else if (event.key === 'F8') to.toggleReady();
  else if (event.key === 'F9' && event.shiftKey) to.reject();
  else if (event.key === 'F9') to.accept();
  else if (event.key === 'Escape' && isEditor(event.target)) event.target.blur();
  else return false;
  return true;
}

function pressReading(event: KeyboardEvent, to: Shortcuts): boolean {
  if ((event.ctrlKey || event.metaKey) && event.key === 'z') return to.undo();
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  switch (event.key) {
    case 'Enter':
      // a button or link that has the focus is pressed by Enter itself
      return !isPressable(event.target) && to.accept();
    case 'r':
      to.reply();
      return true;
    case 'd':
      to.done();
      return true;
    case 'w':
      to.workbin();
      return true;
    case 't':
      to.transfer();
      return true;
    case 'j':
      to.move(1);
      return true;
    case 'k':
      to.move(-1);
      return true;
    case '?':
      to.help();
      return true;
    default:
      return false;
  }
}

function isReading({ target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return true;
  // a dialog or a menu has keys of its own
  return !target.isContentEditable && target.closest('input, textarea, select, [role=dialog], [role=menu]') === null;
}

function isEditor(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLElement && target.isContentEditable;
}

function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('button, a, summary, [role=switch]') !== null;
}
