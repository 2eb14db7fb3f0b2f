import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import type { Layout } from '#dsl/document/layout.ts';
import {
  type Candidates,
  candidatesSchema,
  type InteractionDetail,
  interactionDetailSchema,
  type Trace,
  traceSchema,
} from '#dsl/protocol/interactions.ts';
import { versionDocumentSchema } from '#dsl/protocol/processes.ts';
import { tracedKey } from '../app/crumbs.ts';
import { api } from '../kit/api.ts';
import { useLiveInteractions } from './use-live-interactions.ts';

/** A run of a strategy. */
export type Run = Trace['runs'][number];

/** A host call of a run. */
export type Call = Run['calls'][number];

const key = 'traced';

/** An interaction and its trace, kept current while the page is open. */
export function useTraced(id: string): {
  readonly interaction: UseQueryResult<InteractionDetail>;
  readonly trace: UseQueryResult<Trace>;
} {
  const client = useQueryClient();
  useLiveInteractions((ids) => {
    if (ids.has(id)) void client.invalidateQueries({ queryKey: [key, id] });
  });
  const interaction = useQuery({
    queryKey: tracedKey(id),
    queryFn: ({ signal }) => api.get(`/api/interactions/${id}`, interactionDetailSchema, signal),
  });
  const trace = useQuery({
    queryKey: [key, id, 'trace'],
    queryFn: ({ signal }) => api.get(`/api/interactions/${id}/trace`, traceSchema, signal),
  });
  return { interaction, trace };
}

// agents come and go without a word about the interaction
const candidatesMs = 5000;

/** Whom the router has to choose from for an interaction that waits, kept current while the caller is on the page. */
export function useCandidates(id: string): UseQueryResult<Candidates> {
  return useQuery({
    queryKey: [key, id, 'candidates'],
    queryFn: ({ signal }) => api.get(`/api/interactions/${id}/candidates`, candidatesSchema, signal),
    refetchInterval: candidatesMs,
  });
}

/** The version of a process that a run used, as it was activated. */
export interface RunVersion {
  readonly document: BusinessProcessInput;
  readonly layout: Layout;
}

/** Reads the version a run used; versions never change, so each is read once. */
export function useRunVersion(run: Pick<Run, 'process' | 'version'>, isEnabled = true): UseQueryResult<RunVersion> {
  const { process, version } = run;
  return useQuery({
    queryKey: ['process-version', process, version],
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isEnabled,
    queryFn: async ({ signal }) => {
      const path = `/api/processes/${encodeURIComponent(process)}/versions/${version}`;
      const { document, layout } = await api.get(path, versionDocumentSchema, signal);
      // it was checked by the language when it was activated
      return { document: document as unknown as BusinessProcessInput, layout };
    },
  });
}
