import type { PlacedReference } from '#dsl/document/references-of.ts';
import { useMemo } from 'react';
import { type NamedUse, useUsesOfName } from '../process/uses-of-name.ts';

/** A block that uses something of the knowledge base. */
export type Use = NamedUse & { readonly strategy: string; readonly select: string };

/** Blocks of all drafts that use this; `undefined` until the drafts have been read. */
export function useWhereUsed(kind: PlacedReference['kind'], name: string): readonly Use[] | undefined {
  const uses = useUsesOfName(kind, name);
  return useMemo(
    () =>
      uses?.flatMap((use) => {
        const { strategy, select } = use;
        return strategy === undefined || select === undefined ? [] : [{ ...use, strategy, select }];
      }),
    [uses],
  );
}
