import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { shownSecretSchema } from '#dsl/protocol/services.ts';
import { api } from '../../kit/api.ts';

/** Names of the secrets there are, for fields that name one. */
export function useSecretNames(): readonly string[] {
  const secrets = useQuery({
    queryKey: ['secrets'],
    queryFn: ({ signal }) => api.get('/api/secrets', z.array(shownSecretSchema), signal),
  });
  return (secrets.data ?? []).map(({ name }) => name);
}
