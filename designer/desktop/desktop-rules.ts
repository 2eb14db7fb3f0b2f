import { queryOptions } from '@tanstack/react-query';
import { desktopRulesSchema } from '#dsl/protocol/desktop-rules.ts';
import { api } from '../kit/api.ts';

/** `GET /api/desktop-rules`: what agents choose from. */
export const desktopRulesQuery = queryOptions({
  queryKey: ['desktop-rules'],
  queryFn: ({ signal }) => api.get('/api/desktop-rules', desktopRulesSchema, signal),
  refetchInterval: 60_000,
});
