import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';

/** What a form holds while it is being changed. */
export interface Draft<Value extends object> {
  readonly value: Value;
  /** Whether it says something else than what is kept. */
  readonly isDirty: boolean;
  /** The same as `isDirty`, but right also between a save and the next drawing: what guards of leaving ask. */
  readonly isDirtyNow: () => boolean;
  readonly set: (change: Partial<Value>) => void;
  /** Back to what is kept. */
  readonly discard: () => void;
  /** What was saved is what is kept from now on. */
  readonly settle: (kept: Value) => void;
}

/** A copy of what is kept, for a form to change. `initial` counts once; a form for another object needs another key. */
export function useDraft<Value extends object>(initial: Value): Draft<Value> {
  const [state, setState] = useState({ kept: initial, value: initial });
  const isDirty = useMemo(() => textOf(state.kept) !== textOf(state.value), [state]);
  const dirty = useRef(isDirty);
  useLayoutEffect(() => {
    dirty.current = isDirty;
  }, [isDirty]);
  const set = useCallback(
    (change: Partial<Value>) => setState(({ kept, value }) => ({ kept, value: { ...value, ...change } })),
    [],
  );
  const discard = useCallback(() => setState(({ kept }) => ({ kept, value: kept })), []);
  const settle = useCallback((kept: Value) => {
    dirty.current = false;
    setState({ kept, value: kept });
  }, []);
  const isDirtyNow = useCallback(() => dirty.current, []);
  return { value: state.value, isDirty, isDirtyNow, set, discard, settle };
}

// fields that are left out and fields that are undefined say the same
function textOf(value: object): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
