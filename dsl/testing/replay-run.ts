import type { z } from 'zod';
import type { HostCall } from '../block/host-call.ts';
import { hostCallByName } from '../blocks/host-calls.ts';
import type { CallAnswer, JournalEntry, PathStep, PendingCall, RunInput } from '../compile/run-contract.ts';
import { isDeepEqual } from '../document/is-deep-equal.ts';
import { standInFor } from './stand-in.ts';
import type { StrategyRealm } from './strategy-realm.ts';
import { answerOf, type TestRun } from './test-run.ts';

type Json = z.core.util.JSONType;

/** A host call of a replay that the journal does not answer for certain. */
export interface AssumedAnswer {
  readonly block: string;
  readonly call: string;
  /** `other-params`: answered as the block was answered when it asked something else; `unknown`: by the plainest result. */
  readonly kind: 'other-params' | 'unknown';
}

/** What another version of a strategy does with an interaction that was really there. */
export interface ReplayedRun extends TestRun {
  readonly assumed: readonly AssumedAnswer[];
}

/** Turns beyond which a replay is given up. */
const maxTurns = 5000;

/**
 * Runs a strategy over the input of a run of old, its host calls answered from that run's journal: by the answer to the same
 * question, else by what the same block was answered, else by the plainest result, which is told.
 */
export async function replayRun(
  realm: StrategyRealm,
  input: RunInput,
  journal: readonly JournalEntry[],
): Promise<ReplayedRun> {
  const answers = new JournalAnswers(journal);
  const calls: JournalEntry[] = [];
  const path: PathStep[] = [];
  const log: string[] = [];
  let data = input.data;
  let at = input.startedAt;
  let turn = await realm.start(input, []);
  for (let turns = 0; turns < maxTurns; turns += 1) {
    path.push(...turn.path);
    log.push(...(turn.log ?? []));
    if (turn.data !== undefined) data = turn.data;
    if (turn.state !== 'calling') break;
    const given = turn.calls.map((call): CallAnswer => {
      const answer = answers.to(call, at);
      at = answer.at;
      const { block, name, params } = call;
      calls.push({ ...answer, block, name, params });
      return answer;
    });
    turn = await realm.answer(input.runId, given);
  }
  const state = turn.state === 'ended' ? 'ended' : 'failed';
  const { error } = turn;
  return { state, path, calls, data, log, ...(error !== undefined && { error }), assumed: answers.assumed };
}

class JournalAnswers {
  readonly assumed: AssumedAnswer[] = [];
  readonly #left: JournalEntry[];

  constructor(journal: readonly JournalEntry[]) {
    this.#left = [...journal];
  }

  to(call: PendingCall, at: number): CallAnswer {
    const { block, name, params } = call;
    const isAsked = (entry: JournalEntry) => entry.name === name && isDeepEqual(entry.params, params);
    const same = this.#take((entry) => entry.block === block && isAsked(entry)) ?? this.#take(isAsked);
    if (same !== undefined) return answerLike(same, call, at);
    const contract: HostCall | undefined = hostCallByName(name);
    // where an interaction is put at once nobody has anything to say about it
    if (contract?.places !== true || contract.waits) {
      const similar = this.#take((entry) => entry.block === block && entry.name === name);
      this.assumed.push({ block, call: name, kind: similar === undefined ? 'unknown' : 'other-params' });
      if (similar !== undefined) return answerLike(similar, call, at);
    }
    const standIn = standInFor({ block, name, params, round: 0, at }, { answers: {}, calls: {} });
    return answerOf(call, standIn, at + standIn.afterSeconds * 1000);
  }

  #take(fits: (entry: JournalEntry) => boolean): JournalEntry | undefined {
    const index = this.#left.findIndex(fits);
    return index === -1 ? undefined : this.#left.splice(index, 1)[0];
  }
}

/** The answer of old under the number of the new call; the clock never goes back. */
function answerLike(entry: JournalEntry, call: PendingCall, at: number): CallAnswer {
  const given: { result?: Json; error?: NonNullable<CallAnswer['error']> } = {};
  if (entry.error !== undefined) given.error = entry.error;
  else if (entry.result !== undefined) given.result = entry.result;
  return {
    seq: call.seq,
    at: Math.max(at, entry.at),
    ...given,
    ...(entry.data !== undefined && { data: entry.data }),
    ...(entry.placed === true && { placed: true }),
  };
}
