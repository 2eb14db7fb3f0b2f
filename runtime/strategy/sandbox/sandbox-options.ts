/** What a sandbox is made from, and the limits of its runs. */
export interface SandboxOptions {
  /** The compiled strategy and its subroutines: an expression, an object of async functions by name. */
  readonly source: string;
  /** Named in errors. */
  readonly strategy: string;
  /**
   * Memory of all runs together, in MB. Far above what people need: a table of keys doubles as it grows, and the engine ends the process
   * when one step does not fit. The time limits strike before a table is that large.
   */
  readonly memoryMb?: number;
  /** Longest time the event loop is held by one entry. */
  readonly entryLimitMs?: number;
  /** Longest time an entry may take in a thread, where a run goes that was too slow for the event loop. */
  readonly asideLimitMs?: number;
  /** Bytes of JSON a turn may bring out. */
  readonly maxResultBytes?: number;
  /** Blocks a run may take. */
  readonly maxSteps?: number;
  /** Time a run may compute in all, waiting left out. */
  readonly totalLimitMs?: number;
}

/** The options with the limits that suit what people write: a screen of conditions takes well under a millisecond. */
export function withUsualLimits(options: SandboxOptions): Required<SandboxOptions> {
  return {
    memoryMb: 256,
    entryLimitMs: 50,
    asideLimitMs: 250,
    maxResultBytes: 2 ** 20,
    maxSteps: 1000,
    totalLimitMs: 5000,
    ...options,
  };
}
