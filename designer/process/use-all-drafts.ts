import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { type ProcessDraft, processDraftSchema, processSummarySchema } from '#dsl/protocol/processes.ts';
import { api } from '../kit/api.ts';
import { snapshotInEditor } from './open-editors.ts';
import { processPath } from './process-path.ts';

/** The drafts of all processes; those that are open in this tab as they are here, saved or not. */
export function useAllDrafts() {
  return useQuery({
    queryKey: ['processes', 'all-drafts'],
    queryFn: ({ signal }) => readDrafts(signal),
    staleTime: 30_000,
    // what is open may change with every key, so a page that comes back looks again
    refetchOnMount: 'always',
  });
}

async function readDrafts(signal: AbortSignal): Promise<readonly ProcessDraft[]> {
  const processes = await api.get('/api/processes', z.array(processSummarySchema), signal);
  const drafts = await Promise.all(processes.map(({ name }) => api.get(processPath(name), processDraftSchema, signal)));
  return drafts.map((draft) => {
    const open = snapshotInEditor(draft.name);
    return open === undefined
      ? draft
      : { ...draft, draft: open.document as unknown as ProcessDraft['draft'], layout: open.layout };
  });
}
