import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import {
  type InteractionPage,
  interactionDetailSchema,
  interactionPageSchema,
  type InteractionSummary,
} from '#dsl/protocol/interactions.ts';
import { api } from '../kit/api.ts';
import { filterQuery, fitsFilter, type InteractionFilter } from './interaction-filter.ts';
import { mergeFirstPage, replaceLines } from './merge-page.ts';
import { useLiveInteractions } from './use-live-interactions.ts';

const pageSize = 100;
// lines further down that changed at once; the rest is read when somebody opens them
const mostSingles = 20;

type Pages = InfiniteData<InteractionPage, string>;

/** Interactions that fit the filter, newest first, read page by page and kept current. */
export function useInteractionList(filter: InteractionFilter) {
  const client = useQueryClient();
  const query = filterQuery(filter);
  const key = useMemo(() => ['interaction-list', query], [query]);
  const read = useCallback(
    (before: string, signal?: AbortSignal) => {
      const more = before === '' ? '' : `&before=${encodeURIComponent(before)}`;
      return api.get(`/api/interactions?${query}&limit=${pageSize}${more}`, interactionPageSchema, signal);
    },
    [query],
  );
  const list = useInfiniteQuery({
    queryKey: key,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    getNextPageParam: (page) => page.next,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const refresh = async (ids: ReadonlySet<string>): Promise<void> => {
    const before = client.getQueryData<Pages>(key);
    if (before === undefined) return;
    const later = before.pages.slice(1).flatMap((page) => page.interactions);
    const changed = later.filter(({ id }) => ids.has(id)).slice(0, mostSingles);
    // what cannot be read now is read with the next change
    const fresh = await read('').catch(() => undefined);
    const singles = await Promise.all(changed.map(({ id }) => readLine(id)));
    client.setQueryData<Pages>(key, (now) => {
      if (now === undefined) return now;
      const [first, ...rest] = now.pages;
      const known = singles.filter((line) => line !== undefined);
      const lines = new Map(known.map((line) => [line.id, fitsFilter(line, filter) ? line : undefined]));
      const top = first === undefined || fresh === undefined ? first : mergeFirstPage(first, fresh);
      return { ...now, pages: [...(top === undefined ? [] : [top]), ...replaceLines(rest, lines)] };
    });
  };
  useLiveInteractions((ids) => void refresh(ids));
  const { data } = list;
  const interactions = useMemo(() => unique(data?.pages.flatMap((page) => page.interactions) ?? []), [data]);
  return { ...list, interactions };
}

async function readLine(id: string): Promise<InteractionSummary | undefined> {
  return api.get(`/api/interactions/${id}`, interactionDetailSchema).catch(() => undefined);
}

// a line that was pushed out of the first page is also the first of the second
function unique(interactions: readonly InteractionSummary[]): InteractionSummary[] {
  return [...new Map(interactions.map((interaction) => [interaction.id, interaction])).values()];
}
