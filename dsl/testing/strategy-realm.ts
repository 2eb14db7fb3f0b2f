import type { CallAnswer, JournalEntry, RunInput, Turn } from '../compile/run-contract.ts';

/**
 * Where a compiled strategy computes: an isolate of the runtime, or a worker of the browser. Nothing people wrote runs
 * anywhere else.
 */
export interface StrategyRealm {
  /** Begins a run, or resumes it over its journal. */
  start(input: RunInput, journal: readonly JournalEntry[]): Promise<Turn>;
  answer(runId: string, answers: readonly CallAnswer[]): Promise<Turn>;
  dispose(): void;
}

/** Opens a realm for a compiled source; `strategy` is named in errors. */
export type OpenStrategyRealm = (program: {
  readonly strategy: string;
  readonly source: string;
}) => Promise<StrategyRealm>;
