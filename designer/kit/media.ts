import { queryOptions, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { type ShownMedium, shownMediumSchema } from '#dsl/protocol/open-media.ts';
import { api } from './api.ts';
import { media as t } from './messages/en/media.ts';

/** `GET /api/media`: media that programs have added. They seldom change. */
export const mediaQuery = queryOptions({
  queryKey: ['media'],
  queryFn: ({ signal }) => api.get('/api/media', z.array(shownMediumSchema), signal),
  staleTime: 60_000,
});

/** Media that programs have added; none until they are known. */
export function useOpenMedia(): readonly ShownMedium[] {
  return useQuery(mediaQuery).data ?? [];
}

/** What a social or open medium is called; undefined for those that pages name themselves. */
export function mediumName(medium: string, open: readonly ShownMedium[]): string | undefined {
  return t.names[medium] ?? open.find(({ name }) => name === medium)?.label;
}
