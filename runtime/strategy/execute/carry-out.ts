import type { z } from 'zod';
import { hasPlaced } from '#dsl/blocks/has-placed.ts';
import { hostCallByName } from '#dsl/blocks/host-calls.ts';
import type { CallAnswer, PendingCall, RunFailure } from '#dsl/compile/run-contract.ts';
import { textOf } from '#dsl/errors/coded-error.ts';
import type { HostCallContext, Outcome } from '../host-calls/handler.ts';
import { handlers } from '../host-calls/handlers.ts';
import type { LiveRun } from './live-run.ts';

type Json = z.core.util.JSONType;

/** What a worker hands to every host call. */
export type HostCallServices = Pick<HostCallContext, 'pool' | 'knowledge' | 'guard' | 'active'>;

/** Thrown on: a failure of ours (the database is away), which is retried with the whole run instead of leaving by an error port. */
export class HostFailure extends Error {}

/**
 * Carries out one host call: parameters checked by its contract, the handler asked, the answer journalled. Undefined when
 * the answer comes later; the run then waits at this call.
 */
export async function carryOut(
  run: LiveRun,
  call: PendingCall,
  services: HostCallServices,
): Promise<CallAnswer | undefined> {
  const askedAt = new Date();
  const marksBefore = { ...run.changes.marks };
  const outcome = await askOnce(run, call, { ...services, run, call, now: askedAt });
  if ('wait' in outcome) {
    run.changes.outcome = { state: 'waiting', call, wakeAt: outcome.wakeAt };
    return undefined;
  }
  const answeredAt = new Date();
  const marks = Object.entries(run.changes.marks).filter(([key]) => !(key in marksBefore));
  const data = marks.length > 0 ? Object.fromEntries(marks) : undefined;
  const answer = 'error' in outcome ? { error: outcome.error } : { result: outcome.result };
  run.changes.journal.push({
    run_id: run.id,
    seq: call.seq,
    block: call.block,
    name: call.name,
    params: call.params,
    result: null,
    error: null,
    ...answer,
    data: data ?? null,
    asked_at: askedAt,
    answered_at: answeredAt,
  });
  const placed = 'result' in outcome && hasPlaced(call.name, outcome.result);
  return { seq: call.seq, at: answeredAt.getTime(), ...answer, ...(data && { data }), ...(placed && { placed }) };
}

/**
 * A run waits at one call at a time: it is woken by that one's answer and would ask the other again. What a second call that
 * waits has prepared is taken back, so that nobody answers it.
 */
async function askOnce(run: LiveRun, call: PendingCall, context: HostCallContext): Promise<Outcome<Json>> {
  const { changes } = run;
  if (changes.outcome.state !== 'waiting') return ask(run, call, context);
  const before = changes.mark();
  const outcome = await ask(run, call, context);
  if (!('wait' in outcome)) return outcome;
  changes.backTo(before);
  const { name } = changes.outcome.call;
  return failed(
    'call/one-at-a-time',
    `"${name}" is being waited for; await its answer before "${call.name}" is asked.`,
  );
}

async function ask(run: LiveRun, call: PendingCall, context: HostCallContext): Promise<Outcome<Json>> {
  const contract = hostCallByName(call.name);
  if (contract === undefined) return failed('call/unknown', `There is no host call "${call.name}".`);
  if (contract.places && run.changes.placement !== undefined) {
    return failed('call/already-placed', 'The interaction has already been placed or stopped by this strategy.');
  }
  const params = contract.params.safeParse(call.params);
  if (!params.success) {
    const [issue] = params.error.issues;
    return failed('call/invalid', `${call.name}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
  }
  try {
    // The table pairs every name with the handler of its contract, and the parameters have just been parsed by it.
    const handler = handlers[contract.name] as (params: unknown, context: HostCallContext) => Promise<Outcome<Json>>;
    return await handler(params.data, context);
  } catch (error) {
    throw new HostFailure(`${call.name} of "${run.strategy}": ${textOf(error)}`, { cause: error });
  }
}

function failed(code: string, message: string): { error: RunFailure } {
  return { error: { code, message } };
}
