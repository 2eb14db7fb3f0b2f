import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import {
  type Destinations,
  destinationsSchema,
  type DesktopWorkbins,
  desktopWorkbinsSchema,
} from '#dsl/protocol/desktop.ts';
import { api } from '../kit/api.ts';
import { workbinsKey } from './desktop-data.ts';

/** One workbin of the agent or of one of their groups. */
export type DesktopWorkbin = DesktopWorkbins['workbins'][number];

/** Workbins of the agent and their groups, read anew when the server says that one changed. */
export function useWorkbins(): UseQueryResult<DesktopWorkbins> {
  return useQuery({
    queryKey: workbinsKey,
    queryFn: ({ signal }) => api.get('/api/desktop/workbins', desktopWorkbinsSchema, signal),
  });
}

/** Where an interaction may be given; asked each time a form opens, since who is ready changes. */
export function useDestinations(isOpen: boolean): UseQueryResult<Destinations> {
  return useQuery({
    queryKey: ['destinations'],
    enabled: isOpen,
    gcTime: 0,
    queryFn: ({ signal }) => api.get('/api/desktop/destinations', destinationsSchema, signal),
  });
}
