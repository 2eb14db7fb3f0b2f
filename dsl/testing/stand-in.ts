import type { z } from 'zod';
import type { HostCall } from '../block/host-call.ts';
import { hostCallByName } from '../blocks/host-calls.ts';
import type { PendingCall, RunFailure } from '../compile/run-contract.ts';
import { sampleValue, sampleValues } from './sample-value.ts';

type Json = z.core.util.JSONType;

/** What a host call answers in a test or a simulation, and after how many seconds of the run's clock. */
export type StandIn = ({ readonly result: Json } | { readonly error: RunFailure }) & { readonly afterSeconds: number };

/** What answers host calls: by block id, and by name of the call for blocks that have no answer of their own. */
export interface StandIns {
  readonly answers: Readonly<Record<string, Json>>;
  readonly calls: Readonly<Record<string, Json>>;
}

const fields = new Set(['result', 'error', 'code', 'afterSeconds']);

/** A host call as a stand-in sees it: how often its block has called before, and the run's clock. */
export interface AskedCall extends Omit<PendingCall, 'seq'> {
  readonly round: number;
  readonly at: number;
}

/**
 * What a host call is answered: what the test says for its block, else for its name, else the plainest result its contract
 * allows. A list answers one call after another and then repeats its last member.
 */
export function standInFor(call: AskedCall, given: StandIns): StandIn {
  const own = Object.hasOwn(given.answers, call.block) ? given.answers[call.block] : undefined;
  const named = Object.hasOwn(given.calls, call.name) ? given.calls[call.name] : undefined;
  const wanted = own ?? named;
  const problem = callProblem(call);
  if (problem !== undefined) return { error: problem, afterSeconds: 0 };
  if (wanted === undefined) return { result: usualResult(call.name), afterSeconds: usualSeconds(call) };
  return readStandIn(Array.isArray(wanted) ? (wanted[Math.min(call.round, wanted.length - 1)] ?? {}) : wanted);
}

/** What the runtime refuses before it asks anybody: calls that do not exist, parameters that do not fit. */
function callProblem({ name, params }: AskedCall): RunFailure | undefined {
  const contract = hostCallByName(name);
  if (contract === undefined) return { code: 'call/unknown', message: `There is no host call "${name}".` };
  const [issue] = contract.params.safeParse(params).error?.issues ?? [];
  return issue && { code: 'call/invalid', message: `${name}: ${issue.path.join('.')} ${issue.message}` };
}

function usualSeconds({ name, params, at }: AskedCall): number {
  const contract: HostCall | undefined = hostCallByName(name);
  const parsed = contract?.params.safeParse(params);
  return parsed?.success === true ? (contract?.lasts?.(parsed.data, at) ?? 0) : 0;
}

/** Reads an answer as people write it: a bare result, `{ error }`, or `{ result, afterSeconds }`. */
export function readStandIn(answer: Json): StandIn {
  if (!isDescribed(answer)) return { result: answer, afterSeconds: 0 };
  const { result = null, error, code, afterSeconds } = answer;
  const seconds = typeof afterSeconds === 'number' && afterSeconds > 0 ? afterSeconds : 0;
  if (error === undefined) return { result, afterSeconds: seconds };
  const message = typeof error === 'string' ? error : 'failed';
  return { error: { code: typeof code === 'string' ? code : 'test/failed', message }, afterSeconds: seconds };
}

/** The plainest result the contract of a call allows; an empty object for a call that does not exist. */
export function usualResult(name: string): Json {
  const contract = hostCallByName(name);
  return contract === undefined ? {} : sampleValue(contract.result);
}

/** Results of a call that differ in what matters, the usual one first; none for a call that does not exist. */
export function likelyResults(name: string): Json[] {
  const contract = hostCallByName(name);
  return contract === undefined ? [] : sampleValues(contract.result);
}

function isDescribed(answer: Json): answer is Record<string, Json> {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return false;
  return ('error' in answer || 'result' in answer) && Object.keys(answer).every((key) => fields.has(key));
}
