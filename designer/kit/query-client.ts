import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isRequestFailure } from './api.ts';

/** Key of the query that says who is logged in. */
export const meKey = ['me'] as const;

/** Server state of the whole app. A 401 anywhere means the session is over, and the shell then shows the log-in page. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEnd }),
  mutationCache: new MutationCache({ onError: noticeEnd }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // a refusal stays a refusal; only what the network or the server broke is worth asking again
      retry: (count, error) => count < 2 && (!isRequestFailure(error) || error.status === 0 || error.status >= 500),
      refetchOnWindowFocus: true,
    },
  },
});

function noticeEnd(error: Error): void {
  if (isRequestFailure(error) && error.status === 401 && queryClient.getQueryData(meKey) !== null) {
    queryClient.setQueryData(meKey, null);
  }
}
