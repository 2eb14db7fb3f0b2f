import { useEffect, useRef } from 'react';
import { create } from 'zustand';

/** Something the open page can do, offered by the command palette while the page is there. */
export interface PageCommand {
  readonly id: string;
  /** What it does, in words that people search by. */
  readonly label: string;
  /** The key that does the same, where there is one. */
  readonly keys?: string;
  run(): void;
}

type Offers = ReadonlyMap<object, readonly PageCommand[]>;

const useOffers = create<{ readonly offers: Offers }>(() => ({ offers: new Map() }));

/** Offers commands for as long as the component is there. Keep the list the same object while nothing about it changes. */
export function usePageCommands(commands: readonly PageCommand[]): void {
  const owner = useRef({});
  useEffect(() => {
    const key = owner.current;
    useOffers.setState(({ offers }) => ({ offers: new Map([...offers, [key, commands]]) }));
    return () => useOffers.setState(({ offers }) => ({ offers: new Map([...offers].filter(([one]) => one !== key)) }));
  }, [commands]);
}

/** Everything the open page offers now. */
export function useOfferedCommands(): readonly PageCommand[] {
  return [...useOffers(({ offers }) => offers).values()].flat();
}
