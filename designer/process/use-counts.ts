import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Counts, countsSchema } from '#dsl/protocol/processes.ts';
import { api } from '../kit/api.ts';
import { useServerMessages } from '../kit/socket.ts';

const countsKey = ['counts'];

/** Keeps the numbers on the page current for as long as the caller is on it: read once, then pushed by the server. */
export function useLiveCounts(): void {
  const client = useQueryClient();
  useQuery({ queryKey: countsKey, queryFn: ({ signal }) => api.get('/api/counts', countsSchema, signal) });
  useServerMessages(['counts'], (message) => {
    if (message.type === 'counts') client.setQueryData(countsKey, message.counts);
  });
}

/** How many interactions stand where, as last told; `undefined` until the first numbers are there. */
export function useCounts(): Counts | undefined {
  return useQuery<Counts>({ queryKey: countsKey, enabled: false }).data;
}
