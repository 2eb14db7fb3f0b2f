import { useDeferredValue } from 'react';
import type { Snapshot } from '../commands/edit.ts';
import { useEditor } from './editor-context.tsx';

/**
 * The snapshot a canvas draws. After a change of the document it follows as soon as there is time, so that a key in a form
 * never waits for a thousand cards; moved cards follow at once, since they have been seen at their new place already.
 */
export function useDrawnSnapshot(): Snapshot {
  const now = useEditor((state) => state.snapshot);
  const later = useDeferredValue(now);
  return later.document === now.document ? now : later;
}
