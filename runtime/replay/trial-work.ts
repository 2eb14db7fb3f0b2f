import type { BusinessProcess } from '#dsl/document/business-process.ts';
import { runTests, type TestReport } from '#dsl/testing/run-tests.ts';
import { openIsolateRealm } from './open-isolate-realm.ts';

/** All tests of a process. */
export interface TestsWork {
  readonly kind: 'tests';
  readonly document: BusinessProcess;
}

/** What a process of its own tries out in isolates. */
export type TrialWork = TestsWork;

/** What comes of it. */
export type TrialResult<Work extends TrialWork> = Work extends TestsWork ? TestReport : never;

/** Tries it out in this process, which may be ended at any time. */
export async function doTrial(work: TrialWork): Promise<TrialResult<TrialWork>> {
  return runTests(work.document, openIsolateRealm);
}
