import type { z } from 'zod';
import type {
  CallAnswer,
  JournalEntry,
  PathStep,
  PendingCall,
  RunFailure,
  RunInput,
  Turn,
} from '../compile/run-contract.ts';
import { type StandIn, standInFor, type StandIns } from '../testing/stand-in.ts';
import type { StrategyRealm } from '../testing/strategy-realm.ts';
import { answerOf, type TestRun } from '../testing/test-run.ts';
import { pauseCall, pauseSchema } from './paused-source.ts';

type Json = z.core.util.JSONType;

/** A host call of a simulated run and what it was answered. */
export type SimulatedCall = JournalEntry & { readonly afterSeconds: number };

/** A block that a simulated run has come to: what it found, and, once it has been left, what it asked and where it went. */
export interface Moment {
  readonly strategy: string;
  readonly block: string;
  /** The run's clock, in Unix milliseconds. */
  readonly at: number;
  readonly vars: Readonly<Record<string, Json>>;
  readonly data: Readonly<Record<string, Json>>;
  readonly lastError: RunFailure | undefined;
  readonly calls: readonly SimulatedCall[];
  readonly log: readonly string[];
  /** Undefined while the run stands before the block, or in it. */
  readonly port: string | undefined;
}

/** Where a simulated run stands: before the block of its last moment, or at its end. */
export interface Simulated {
  readonly state: 'paused' | 'ended' | 'failed';
  readonly moments: readonly Moment[];
  readonly data: Readonly<Record<string, Json>>;
  readonly error: RunFailure | undefined;
}

/** Answers a host call that nobody chose an answer for, with attached data that others changed meanwhile; undefined: the plainest answer its contract allows. */
export type KnownAnswer = (
  call: Omit<PendingCall, 'seq'>,
  moment: Moment,
) => Promise<(StandIn & Pick<CallAnswer, 'data'>) | undefined>;

/** Calls within one block beyond which it is given up. */
const maxTurns = 1000;

/**
 * A run of a strategy over stand-ins that waits before each block. Answers may be changed while it waits. The realm holds
 * the `pausedSource` of the strategy; one simulation at a time enters it.
 */
export class Simulation {
  readonly #realm: StrategyRealm;
  readonly #input: RunInput;
  readonly #knownAnswer: KnownAnswer | undefined;
  readonly #rounds = new Map<string, number>();
  #moments: Moment[] = [];
  #pause: PendingCall | undefined;
  #state: Simulated['state'] = 'paused';
  #error: RunFailure | undefined;
  #data: Readonly<Record<string, Json>>;
  #at: number;

  constructor(realm: StrategyRealm, input: RunInput, knownAnswer?: KnownAnswer) {
    this.#realm = realm;
    this.#input = input;
    this.#knownAnswer = knownAnswer;
    this.#data = input.data;
    this.#at = input.startedAt;
  }

  /** Where the run stands now. */
  get now(): Simulated {
    return { state: this.#state, moments: [...this.#moments], data: this.#data, error: this.#error };
  }

  /** What the run was like, for comparing it with what a test expects. */
  get run(): TestRun {
    const path = this.#moments.flatMap(({ strategy, block, port }): PathStep[] =>
      port === undefined ? [] : [{ block, port, ...(strategy === this.#input.strategy ? {} : { strategy }) }],
    );
    const calls = this.#moments.flatMap((moment) => moment.calls);
    const log = this.#moments.flatMap((moment) => moment.log);
    const state = this.#state === 'failed' ? 'failed' : 'ended';
    return { state, path, calls, data: this.#data, log, ...(this.#error && { error: this.#error }) };
  }

  /** Comes to the first block. */
  async start(given: StandIns): Promise<Simulated> {
    await this.#follow(await this.#realm.start(this.#input, []), given);
    return this.now;
  }

  /** Takes the block it stands before, and stops before the next one or at the end. */
  async step(given: StandIns): Promise<Simulated> {
    const pause = this.#pause;
    if (pause === undefined || this.#state !== 'paused') return this.now;
    this.#pause = undefined;
    await this.#follow(await this.#answer([{ seq: pause.seq, at: this.#at, result: null }]), given);
    return this.now;
  }

  #answer(answers: readonly CallAnswer[]): Promise<Turn> {
    return this.#realm.answer(this.#input.runId, answers);
  }

  /** Answers host calls until the strategy waits before a block or is over. */
  async #follow(first: Turn, given: StandIns): Promise<void> {
    let turn = first;
    for (let turns = 0; turns < maxTurns; turns += 1) {
      this.#hear(turn);
      if (turn.state !== 'calling') return this.#over(turn);
      const calls = turn.calls.filter(({ name }) => name !== pauseCall);
      const pause = turn.calls.find(({ name }) => name === pauseCall);
      if (pause !== undefined) this.#stopBefore(pause);
      if (calls.length === 0) return;
      const answers: CallAnswer[] = [];
      for (const call of calls) answers.push(await this.#answerTo(call, given));
      turn = await this.#answer(answers);
    }
    this.#over({ state: 'failed', error: { code: 'run/stalled', message: 'The block makes host calls without end.' } });
  }

  #hear(turn: Turn): void {
    for (const step of turn.path) {
      const strategy = step.strategy ?? this.#input.strategy;
      // a subroutine's blocks come between: the caller is left after them
      const index = this.#moments.findLastIndex(
        (moment) => moment.block === step.block && moment.strategy === strategy && moment.port === undefined,
      );
      this.#change(index, { port: step.port });
    }
    if (turn.data !== undefined) this.#data = turn.data;
    const last = this.#moments.at(-1);
    if (last !== undefined && turn.log !== undefined) {
      this.#change(this.#moments.length - 1, { log: [...last.log, ...turn.log] });
    }
  }

  #stopBefore(pause: PendingCall): void {
    this.#pause = pause;
    const told = pauseSchema.parse(pause.params);
    const { strategy, vars, data } = told;
    const lastError = told.lastError === null || told.lastError === undefined ? undefined : failureOf(told.lastError);
    const { block } = pause;
    this.#moments.push({ strategy, block, at: this.#at, vars, data, lastError, calls: [], log: [], port: undefined });
  }

  async #answerTo(call: PendingCall, given: StandIns): Promise<CallAnswer> {
    const index = this.#moments.length - 1;
    const moment = this.#moments[index];
    const round = this.#rounds.get(call.block) ?? 0;
    this.#rounds.set(call.block, round + 1);
    const isChosen = Object.hasOwn(given.answers, call.block) || Object.hasOwn(given.calls, call.name);
    const known = isChosen || moment === undefined ? undefined : await this.#knownAnswer?.(call, moment);
    const standIn = known ?? standInFor({ ...call, round, at: this.#at }, given);
    this.#at += standIn.afterSeconds * 1000;
    const answer = { ...answerOf(call, standIn, this.#at), ...(known?.data !== undefined && { data: known.data }) };
    const { block, name, params } = call;
    const entry = { ...answer, block, name, params, afterSeconds: standIn.afterSeconds };
    if (moment !== undefined) this.#change(index, { calls: [...moment.calls, entry] });
    return answer;
  }

  #change(index: number, changes: Partial<Moment>): void {
    const moment = this.#moments[index];
    if (moment !== undefined) this.#moments[index] = { ...moment, ...changes };
  }

  #over({ state, error }: Pick<Turn, 'state' | 'error'>): void {
    this.#state = state === 'ended' ? 'ended' : 'failed';
    this.#error = error;
  }
}

function failureOf({
  code,
  message,
  block,
}: {
  code: string;
  message: string;
  block?: string | undefined;
}): RunFailure {
  return { code, message, ...(block !== undefined && { block }) };
}
