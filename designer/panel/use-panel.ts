import { useLocalStorage } from '@mantine/hooks';

/** A tab of the panel below the canvas. */
export type PanelTab = 'problems' | 'json' | 'code' | 'history' | 'tests' | 'simulate';

/** Whether the panel is open, and on which tab; remembered in this browser. */
export function usePanel(): {
  readonly isOpen: boolean;
  readonly tab: PanelTab;
  open(tab: PanelTab): void;
  close(): void;
} {
  const [state, setState] = useLocalStorage<{ isOpen: boolean; tab: PanelTab }>({
    key: 'signalbox-panel',
    defaultValue: { isOpen: false, tab: 'problems' },
    getInitialValueInEffect: false,
  });
  return {
    ...state,
    open: (tab) => setState({ isOpen: true, tab }),
    close: () => setState((before) => ({ ...before, isOpen: false })),
  };
}
