import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { z } from 'zod';
import { type Me, meSchema } from '#dsl/protocol/me.ts';
import { api, isRequestFailure } from '../kit/api.ts';
import { meKey } from '../kit/query-client.ts';

/** Who is logged in; `null` when nobody is. */
export function useSession(): UseQueryResult<Me | null> {
  return useQuery({ queryKey: meKey, queryFn: readMe, staleTime: 60_000 });
}

/** Who is logged in, for pages, which only show once somebody is. */
export function useMe(): Me {
  const me = useQueryClient().getQueryData<Me | null>(meKey);
  if (me === null || me === undefined) throw new Error('a page was shown although nobody is logged in');
  return me;
}

/** Opens a session; the cookie is set by the answer. */
export function logIn(userName: string, password: string): Promise<Me> {
  return api.send('POST', '/api/login', { userName, password }, meSchema);
}

/** Ends the session here and on the server. */
export async function logOut(): Promise<void> {
  await api.send('POST', '/api/logout', undefined, z.unknown());
}

async function readMe(): Promise<Me | null> {
  try {
    return await api.get('/api/me', meSchema);
  } catch (error) {
    if (isRequestFailure(error) && error.status === 401) return null;
    throw error;
  }
}
