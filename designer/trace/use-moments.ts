import { useQuery } from '@tanstack/react-query';
import { compileStrategy } from '#dsl/compile/compile-strategy.ts';
import type { JournalEntry, RunFailure, RunInput } from '#dsl/compile/run-contract.ts';
import { hasPlaced } from '#dsl/blocks/has-placed.ts';
import type { InteractionDetail } from '#dsl/protocol/interactions.ts';
import { pastMoments } from '#dsl/simulate/past-moments.ts';
import { pausedSource } from '#dsl/simulate/paused-source.ts';
import type { Moment } from '#dsl/simulate/simulation.ts';
import { readDocument } from '../commands/read-document.ts';
import { openWorkerRealm } from '../simulate/open-worker-realm.ts';
import { type Call, type Run, type RunVersion, useRunVersion } from './trace-data.ts';

/** As the runtime hands it to strategies. */
const maxTextCharacters = 16_384;

const none: readonly Moment[] = [];

/**
 * What a run found before each block, computed anew in a worker of the browser from its journal and the version it used; none
 * while that is under way, and for versions that can no longer be read.
 */
export function useMoments(interaction: InteractionDetail, run: Run | undefined): readonly Moment[] {
  const { data: version } = useRunVersion(run ?? { process: '', version: 0 }, run !== undefined);
  const { data } = useQuery({
    queryKey: ['moments', run?.id, run?.calls.length, run?.path.length, version === undefined],
    enabled: run !== undefined && version !== undefined,
    retry: false,
    queryFn: async () => (run === undefined || version === undefined ? none : momentsOf(interaction, run, version)),
  });
  return data ?? none;
}

async function momentsOf(interaction: InteractionDetail, run: Run, version: RunVersion): Promise<readonly Moment[]> {
  const { process } = readDocument(version.document);
  const compiled = process === undefined ? undefined : compileStrategy(process, run.strategy);
  if (compiled === undefined || !('source' in compiled)) return none;
  const realm = await openWorkerRealm({ source: pausedSource(compiled.source) });
  try {
    const text = (interaction.message?.text ?? '').slice(0, maxTextCharacters);
    const input: RunInput = { ...run.input, interaction: { ...run.input.interaction, text } };
    const { moments } = await pastMoments(realm, input, run.calls.map(entryOf));
    return moments;
  } finally {
    realm.dispose();
  }
}

function entryOf({ seq, block, name, params, result, error, data, answeredAt }: Call): JournalEntry {
  return {
    seq,
    block,
    name,
    params,
    at: Date.parse(answeredAt),
    ...(error === null ? { result, placed: hasPlaced(name, result) } : { error: error as unknown as RunFailure }),
    ...(data !== null && { data }),
  };
}
