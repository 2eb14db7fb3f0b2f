/** Whether keys pressed on this element belong to a text being written, or to a dialog, and not to the canvas. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  return target.closest('input, textarea, select, [role="dialog"], [role="menu"], .monaco-editor') !== null;
}
