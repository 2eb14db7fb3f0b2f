import { useQuery, useQueryClient } from '@tanstack/react-query';
import { rolloutSchema } from '#dsl/protocol/rollouts.ts';
import { api } from '../kit/api.ts';
import { processKey, processPath, versionsKey } from '../process/process-path.ts';

/** Its figures are read again this often while somebody looks. */
const everyMs = 5000;

/** The version on trial of a process with its figures, kept current; null when there is none. */
export function useRollout(name: string) {
  return useQuery({
    queryKey: [...versionsKey(name), 'rollout'],
    queryFn: ({ signal }) => api.get(`${processPath(name)}/rollout`, rolloutSchema.nullable(), signal),
    refetchInterval: everyMs,
  });
}

/** Reads everything again that tells which version is active. */
export function useVersionsChanged(name: string): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    for (const queryKey of [processKey(name), versionsKey(name), ['processes'], ['activations']])
      await client.invalidateQueries({ queryKey });
  };
}
