import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react';
import type { ProcessEdits } from './use-process-edits.ts';

const NewStrategyDialog = lazy(() =>
  import('./new-strategy-dialog.tsx').then((loaded) => ({ default: loaded.NewStrategyDialog })),
);

/** The way to a strategy from a template: what asks for it, and the dialog while it is asked for. */
export function useNewStrategy(onAdd: ProcessEdits['addStrategy']): {
  readonly ask: () => void;
  readonly dialog: ReactNode;
} {
  const [isAsking, setAsking] = useState(false);
  const ask = useCallback(() => setAsking(true), []);
  const dialog = isAsking && (
    <Suspense fallback={null}>
      <NewStrategyDialog onAdd={onAdd} onClose={() => setAsking(false)} />
    </Suspense>
  );
  return { ask, dialog };
}
