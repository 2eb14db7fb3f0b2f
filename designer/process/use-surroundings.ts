import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { z } from 'zod';
import { api } from '../kit/api.ts';

const names = z.array(z.string()).default([]);

/** `GET /api/surroundings`: names of what blocks may refer to outside their process. */
const surroundingsSchema = z.looseObject({
  responses: names,
  screeningRules: names,
  models: names,
  agentGroups: names,
  agents: names,
  queues: names,
});

/** Names of what blocks may refer to outside their process; `isKnown` is false until the server has told them. */
export interface KnownNames extends z.output<typeof surroundingsSchema> {
  readonly isKnown: boolean;
}

/** Names outside the process, kept fresh while people add responses and rules in other tabs. */
export function useSurroundings(process: string): KnownNames {
  const query = useQuery({
    queryKey: ['surroundings', process],
    queryFn: ({ signal }) =>
      api.get(`/api/surroundings?process=${encodeURIComponent(process)}`, surroundingsSchema, signal),
    staleTime: 5000,
  });
  const { data } = query;
  return useMemo(() => ({ ...(data ?? surroundingsSchema.parse({})), isKnown: data !== undefined }), [data]);
}
