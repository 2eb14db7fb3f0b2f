import { compileStrategy } from '../compile/compile-strategy.ts';
import type { BusinessProcess } from '../document/business-process.ts';
import type { StrategyTest } from '../document/strategy-test.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';
import { compareOutcome, type Difference } from './compare-outcome.ts';
import { outcomeOf, type RunOutcome } from './run-outcome.ts';
import type { OpenStrategyRealm, StrategyRealm } from './strategy-realm.ts';
import { testInput } from './test-input.ts';
import { runOverStandIns, type TestRun } from './test-run.ts';

/** One strategy test that was run. */
export interface TestResult {
  readonly strategy: string;
  readonly title: string;
  readonly passed: boolean;
  readonly differences: readonly Difference[];
  readonly outcome: RunOutcome;
  readonly run: TestRun;
}

/** A strategy whose tests could not be run: it does not compile. */
export interface UntestedStrategy {
  readonly strategy: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What came of the tests of a process. */
export interface TestReport {
  readonly results: readonly TestResult[];
  readonly untested: readonly UntestedStrategy[];
}

/** Runs every test of a process, or those of one strategy; each strategy in a realm of its own, which is closed afterwards. */
export async function runTests(process: BusinessProcess, open: OpenStrategyRealm, only?: string): Promise<TestReport> {
  const results: TestResult[] = [];
  const untested: UntestedStrategy[] = [];
  for (const [strategy, { tests = {} }] of Object.entries(process.strategies)) {
    if (Object.keys(tests).length === 0 || (only !== undefined && only !== strategy)) continue;
    const compiled = compileStrategy(process, strategy);
    if ('diagnostics' in compiled) {
      untested.push({ strategy, diagnostics: compiled.diagnostics });
      continue;
    }
    const realm = await open({ strategy, source: compiled.source });
    try {
      for (const [title, test] of Object.entries(tests)) {
        results.push(await runTest(realm, process, { strategy, title, test }));
      }
    } finally {
      realm.dispose();
    }
  }
  return { results, untested };
}

async function runTest(
  realm: StrategyRealm,
  process: BusinessProcess,
  { strategy, title, test }: { strategy: string; title: string; test: StrategyTest },
): Promise<TestResult> {
  const run = await runOverStandIns(realm, testInput(strategy, test.given, `test ${title}`), test.given);
  const outcome = outcomeOf(process, run);
  const differences = compareOutcome(test.expect, outcome);
  return { strategy, title, passed: differences.length === 0, differences, outcome, run };
}
