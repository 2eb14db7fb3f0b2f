import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { z } from 'zod';
import type { Role } from '#dsl/protocol/me.ts';
import { countsSchema } from '#dsl/protocol/processes.ts';
import { api } from '../kit/api.ts';
import { trace as t } from '../kit/messages/en/trace.ts';
import { messageOf } from '../kit/problem.tsx';

/** What a supervisor may do with interactions that wait. */
export type Intervention =
  | { readonly kind: 'retry' | 'hold' | 'resume' }
  | { readonly kind: 'priority'; readonly priority: number }
  | { readonly kind: 'move'; readonly queue: string }
  | { readonly kind: 'stop'; readonly reason: string };

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

/** Carries out the same intervention on several interactions, and says what came of it. */
export function useIntervene() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ ids, act }: { readonly ids: readonly string[]; readonly act: Intervention }) => {
      const refused: unknown[] = [];
      // one after the other: a supervisor's handful needs no haste, and the server stays free
      for (const id of ids) {
        await api
          .send('POST', `/api/interactions/${id}/${act.kind}`, bodyOf(act), z.unknown())
          .catch((error: unknown) => {
            refused.push(error);
          });
      }
      return { act, refused, done: ids.length - refused.length };
    },
    onSuccess: ({ act, refused, done }) => {
      if (done > 0) notifications.show({ color: 'teal', message: t.act.done[act.kind](done) });
      if (refused.length > 0)
        notifications.show({ color: 'red', message: t.act.refused(refused.length, messageOf(refused[0])) });
    },
    onSettled: () => void client.invalidateQueries({ predicate: ({ queryKey }) => watched.has(String(queryKey[0])) }),
  });
}

/** First keys of queries that show interactions to supervisors. */
const watched: ReadonlySet<string> = new Set(['traced', 'interaction-list']);

function bodyOf(act: Intervention): unknown {
  if (act.kind === 'move') return { queue: act.queue };
  if (act.kind === 'priority') return { priority: act.priority };
  return act.kind === 'stop' ? { reason: act.reason } : undefined;
}
