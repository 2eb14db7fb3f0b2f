import type { CallAnswer, JournalEntry, PendingCall, RunFailure, RunInput, Turn } from '#dsl/compile/run-contract.ts';
import { errorTable, type ErrorCode, type ErrorFacts } from '#dsl/errors/codes.ts';

/** A run as it begins or as it resumes from its journal, in the order of its answers. */
export interface StartItem {
  readonly input: RunInput;
  readonly journal: readonly JournalEntry[];
}

/** Answers to calls of a run that the sandbox holds. */
export interface AnswerItem {
  readonly runId: string;
  readonly answers: readonly CallAnswer[];
}

/**
 * What the sandbox keeps of a run outside the isolate: enough to run it again over its journal when another run takes
 * the isolate down, and to report only what has not been reported.
 */
export class HeldRun {
  readonly input: RunInput;
  readonly journal: JournalEntry[];
  /** Number of the isolate the run is in. */
  generation = 0;
  /** Time the run has computed, in milliseconds. */
  spentMs = 0;
  readonly #pending = new Map<number, PendingCall>();
  #steps = 0;
  #lines = 0;
  #calls = 0;

  constructor({ input, journal }: StartItem) {
    this.input = input;
    this.journal = [...journal];
  }

  /** Keeps the answers for a replay. One to a call that is not pending is left out: the realm judges it. */
  remember(answers: readonly CallAnswer[]): void {
    for (const answer of answers) {
      const call = this.#pending.get(answer.seq);
      if (call === undefined) continue;
      this.#pending.delete(answer.seq);
      this.journal.push({ ...answer, block: call.block, name: call.name, params: call.params });
    }
  }

  /** The turn without what an earlier one reported; a replay reports everything since the run's beginning. */
  news(turn: Turn, isReplay: boolean): Turn {
    const path = isReplay ? turn.path.slice(this.#steps) : turn.path;
    const calls = turn.calls.filter(({ seq }) => seq >= this.#calls);
    const log = isReplay ? (turn.log ?? []).slice(this.#lines) : (turn.log ?? []);
    this.#steps += path.length;
    this.#lines += log.length;
    for (const call of calls) {
      this.#pending.set(call.seq, call);
      this.#calls = Math.max(this.#calls, call.seq + 1);
    }
    const { log: _, ...rest } = turn;
    return { ...rest, calls, path, ...(log.length === 0 ? {} : { log }) };
  }
}

/** The last turn of a run that a limit of the sandbox has ended. */
export function failedTurn<Code extends ErrorCode>(code: Code, facts: ErrorFacts[Code]): Turn {
  const error: RunFailure = { code, message: errorTable[code].text(facts) };
  return { state: 'failed', calls: [], path: [], error };
}
