import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type Destinations, destinationsSchema } from '#dsl/protocol/desktop.ts';
import type { Role } from '#dsl/protocol/me.ts';
import { countsSchema } from '#dsl/protocol/processes.ts';
import { api } from '../kit/api.ts';

/** Whether the role may intervene. */
export function maySupervise(role: Role): boolean {
  return role === 'administrator' || role === 'supervisor';
}

/** Every queue there is now, by name. */
export function useQueueNames(): UseQueryResult<string[]> {
  return useQuery({
    queryKey: ['queue-names'],
    queryFn: async ({ signal }) => {
      const { queues } = await api.get('/api/counts', countsSchema, signal);
      return Object.keys(queues).toSorted((left, right) => left.localeCompare(right));
    },
    staleTime: 60_000,
  });
}

/** Agents, groups and workbins that interactions can be given to; asked each time a form opens, since who is ready changes. */
export function useGivingTargets(): UseQueryResult<Destinations> {
  return useQuery({
    queryKey: ['giving-targets'],
    gcTime: 0,
    queryFn: ({ signal }) => api.get('/api/destinations', destinationsSchema, signal),
  });
}
