import { useSearch } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { useEditor } from './editor-context.tsx';

/** Selects what the address names (`?select=`), and asks the canvas to bring it into view. */
export function useSelectFromAddress(): { readonly id: string } | undefined {
  const search: { readonly select?: string } = useSearch({ strict: false });
  const { select: wanted } = search;
  const select = useEditor((state) => state.select);
  useEffect(() => select(wanted === undefined ? [] : [wanted]), [search, wanted, select]);
  // the search is a new object for each visit, so a second visit of the same address brings the card into view again
  return useMemo(() => (search.select === undefined ? undefined : { id: search.select }), [search]);
}
