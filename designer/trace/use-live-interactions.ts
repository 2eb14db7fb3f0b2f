import { useEffect, useRef } from 'react';
import { useServerMessages } from '../kit/socket.ts';

// a burst of changes is told to the page as one; shorter would only make it flicker
const gatherMs = 500;

/** Calls `onChange` with the ids of interactions that changed, gathered over half a second. */
export function useLiveInteractions(onChange: (ids: ReadonlySet<string>) => void): void {
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  const gathered = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useServerMessages(['interactions'], (message) => {
    if (message.type !== 'interactions') return;
    for (const id of message.ids) gathered.current.add(id);
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      const ids = gathered.current;
      gathered.current = new Set();
      latest.current(ids);
    }, gatherMs);
  });
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
}
