import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { z } from 'zod';
import { type BusinessProcess, businessProcessSchema } from '#dsl/document/business-process.ts';
import { type PlacedReference, referencesOf } from '#dsl/document/references-of.ts';
import { processDraftSchema, processSummarySchema } from '#dsl/protocol/processes.ts';
import { api } from '../kit/api.ts';

/** A block that uses something of the knowledge base. */
export interface Use {
  readonly process: string;
  readonly strategy: string;
  readonly block: string;
  /** Name of the block as people read it. */
  readonly label: string;
}

/** Blocks of all drafts that use this; `undefined` until the drafts have been read. */
export function useWhereUsed(kind: PlacedReference['kind'], name: string): readonly Use[] | undefined {
  const drafts = useQuery({
    queryKey: ['processes', 'all-drafts'],
    queryFn: ({ signal }) => readDrafts(signal),
    staleTime: 30_000,
  });
  return useMemo(() => drafts.data?.flatMap((draft) => usesIn(draft, kind, name)), [drafts.data, kind, name]);
}

interface Draft {
  readonly name: string;
  readonly document: BusinessProcess;
}

async function readDrafts(signal: AbortSignal): Promise<readonly Draft[]> {
  const processes = await api.get('/api/processes', z.array(processSummarySchema), signal);
  const drafts = await Promise.all(
    processes.map(({ name }) => api.get(`/api/processes/${encodeURIComponent(name)}`, processDraftSchema, signal)),
  );
  return drafts.flatMap(({ name, draft }) => {
    const document = businessProcessSchema.safeParse(draft);
    return document.success ? [{ name, document: document.data }] : [];
  });
}

function usesIn({ name: process, document }: Draft, kind: PlacedReference['kind'], name: string): readonly Use[] {
  const found = referencesOf(document).flatMap((reference) => {
    const [root, strategy, , block] = reference.path.map(String);
    if (reference.kind !== kind || reference.name !== name || root !== 'strategies') return [];
    if (strategy === undefined || block === undefined) return [];
    return [{ process, strategy, block, label: document.strategies[strategy]?.blocks[block]?.name ?? block }];
  });
  // a block may name it twice
  return [...new Map(found.map((use) => [`${use.strategy}\n${use.block}`, use])).values()];
}
