import type { BusinessProcess } from '#dsl/document/business-process.ts';
import type { ReplayResult } from '#dsl/protocol/replay.ts';
import { runTests, type TestReport } from '#dsl/testing/run-tests.ts';
import { openIsolateRealm } from './open-isolate-realm.ts';
import { compareRuns, type ComparisonResult, type ComparisonWork } from './compare-runs.ts';
import { replayRuns, type ReplayWork } from './replay-runs.ts';

/** All tests of a process. */
export interface TestsWork {
  readonly kind: 'tests';
  readonly document: BusinessProcess;
}

/** What a process of its own tries out in isolates. */
export type TrialWork = TestsWork | ReplayWork | ComparisonWork;

/** What comes of it. */
export type TrialResult<Work extends TrialWork> = Work extends TestsWork
  ? TestReport
  : Work extends ReplayWork
    ? ReplayResult
    : ComparisonResult;

/** Tries it out in this process, which may be ended at any time. */
export async function doTrial(work: TrialWork): Promise<TestReport | ReplayResult | ComparisonResult> {
  switch (work.kind) {
    case 'tests':
      return runTests(work.document, openIsolateRealm);
    case 'replay':
      return replayRuns(work, openIsolateRealm);
    case 'comparison':
      return compareRuns(work, openIsolateRealm);
  }
}
