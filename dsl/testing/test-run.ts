import type { z } from 'zod';
import { hasPlaced } from '../blocks/has-placed.ts';
import type {
  CallAnswer,
  JournalEntry,
  PathStep,
  PendingCall,
  RunFailure,
  RunInput,
  Turn,
} from '../compile/run-contract.ts';
import { type StandIn, standInFor, type StandIns } from './stand-in.ts';
import type { StrategyRealm } from './strategy-realm.ts';

type Json = z.core.util.JSONType;

/** What a strategy did over stand-ins, from its first block to its end. */
export interface TestRun {
  readonly state: 'ended' | 'failed';
  readonly path: readonly PathStep[];
  /** Every host call with its answer, in the order the answers came. */
  readonly calls: readonly JournalEntry[];
  readonly data: Readonly<Record<string, Json>>;
  readonly log: readonly string[];
  readonly error?: RunFailure;
}

/** Turns beyond which a run is given up: with a thousand blocks and some calls each, it does nothing but call. */
const maxTurns = 5000;

/** Runs a strategy to its end, every host call answered at once by stand-ins; only the run's own clock moves. */
export async function runOverStandIns(realm: StrategyRealm, input: RunInput, given: StandIns): Promise<TestRun> {
  const rounds = new Map<string, number>();
  const calls: JournalEntry[] = [];
  const path: PathStep[] = [];
  const log: string[] = [];
  let data = input.data;
  let at = input.startedAt;
  let turn = await realm.start(input, []);
  for (let turns = 0; ; turns += 1) {
    path.push(...turn.path);
    log.push(...(turn.log ?? []));
    if (turn.data !== undefined) data = turn.data;
    if (turn.state !== 'calling' || turns === maxTurns) break;
    const answers: CallAnswer[] = [];
    for (const call of turn.calls) {
      const round = rounds.get(call.block) ?? 0;
      rounds.set(call.block, round + 1);
      const standIn = standInFor({ ...call, round, at }, given);
      at += standIn.afterSeconds * 1000;
      const answer = answerOf(call, standIn, at);
      answers.push(answer);
      calls.push({ ...answer, block: call.block, name: call.name, params: call.params });
    }
    turn = await realm.answer(input.runId, answers);
  }
  return { ...endOf(turn), path, calls, data, log };
}

/** The answer of a stand-in as the realm takes it; it places the interaction as the runtime's would. */
export function answerOf(call: Pick<PendingCall, 'seq' | 'name'>, standIn: StandIn, at: number): CallAnswer {
  if ('error' in standIn) return { seq: call.seq, at, error: standIn.error };
  const { result } = standIn;
  return { seq: call.seq, at, result, ...(hasPlaced(call.name, result) && { placed: true }) };
}

function endOf(turn: Turn): Pick<TestRun, 'state' | 'error'> {
  if (turn.state === 'ended') return { state: 'ended' };
  const endless = { code: 'run/stalled', message: 'The strategy makes host calls without end.' };
  return { state: 'failed', error: turn.error ?? endless };
}
