import type { Pool } from 'pg';
import type { PendingCall, RunFailure } from '#dsl/compile/run-contract.ts';
import type { CallName, ParamsOf, ResultOf } from '#dsl/blocks/host-calls.ts';
import type { ActiveProcesses } from '../../interaction/active-processes.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { LiveRun } from '../execute/live-run.ts';
import type { AnswerGuard } from '../answer-guard.ts';

/** What a host call may reach. It changes nothing at once: it adds to the run's changes, which are committed as one. */
export interface HostCallContext {
  readonly run: LiveRun;
  readonly call: PendingCall;
  readonly now: Date;
  /** For questions; what a call changes goes into the run's changes. */
  readonly pool: Pool;
  readonly knowledge: Knowledge;
  readonly guard: AnswerGuard;
  readonly active: Pick<ActiveProcesses, 'hasQueue' | 'workbin'>;
}

/** What became of a host call: answered now, failed, or answered later (the run leaves memory till then). */
export type Outcome<Result> =
  | { readonly result: Result }
  | { readonly error: RunFailure }
  | { readonly wait: true; readonly wakeAt?: Date };

/** Carries out one kind of host call. */
export type HostCallHandler<Name extends CallName> = (
  params: ParamsOf<Name>,
  context: HostCallContext,
) => Promise<Outcome<ResultOf<Name>>> | Outcome<ResultOf<Name>>;
