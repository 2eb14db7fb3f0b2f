import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type SurroundingNames, surroundingsSchema } from '#dsl/protocol/processes.ts';
import { api } from '../kit/api.ts';

const none: SurroundingNames = {
  responses: [],
  screeningRules: [],
  screeningKeys: [],
  routingRules: [],
  models: [],
  agentGroups: [],
  lists: [],
  calendars: [],
  dataSources: [],
  externalServices: [],
  secrets: [],
  agents: [],
  queues: [],
};

/** Names of what blocks may refer to outside their process; `isKnown` is false until the server has told them. */
export interface KnownNames extends SurroundingNames {
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
  return useMemo(() => ({ ...(data ?? none), isKnown: data !== undefined }), [data]);
}
