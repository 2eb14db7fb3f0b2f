/** What a benchmark found. `peer` is the same work done by what we are compared with, in the same run. */
export interface BenchResult {
  readonly ours: number;
  readonly peer?: number;
  /** `ours` divided by `peer`. */
  readonly ratio?: number;
  readonly unit: string;
  /** Conditions and further figures. */
  readonly detail: object;
}

/** What `test/bench/<name>.bench.ts` exports. Each runs in a process of its own. */
export interface Bench {
  readonly name: string;
  run(): Promise<BenchResult>;
}
