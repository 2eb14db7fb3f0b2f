import type { Pool, PoolClient } from 'pg';
import { parseBusinessProcess } from '#dsl/check/parse-business-process.ts';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { Diagnostic } from '#dsl/errors/diagnostic.ts';
import type { TestReport } from '#dsl/testing/run-tests.ts';
import { runTrial } from './run-trial.ts';
import { readTestRules } from './test-rules.ts';

/**
 * Runs the strategy tests of a draft in isolates where its tenant demands that they pass. Throws `process/tests-failed` with
 * what differed; `trial/no-result` when they come to no end.
 */
export async function requireGreen(
  pool: Pool | PoolClient,
  { tenantId, name }: { tenantId: string; name: string },
  draft: unknown,
): Promise<void> {
  const { everywhere, processes } = await readTestRules(pool, tenantId);
  if (!everywhere && !processes.includes(name)) return;
  const { process: document } = parseBusinessProcess(draft);
  if (document === undefined) return;
  const diagnostics = failuresOf(await runTrial({ kind: 'tests', document }));
  if (diagnostics.length > 0) throw new CodedError('process/tests-failed', { process: name, diagnostics });
}

function failuresOf({ results, untested }: TestReport): Diagnostic[] {
  const failed = results.filter(({ passed }) => !passed);
  return [
    ...untested.flatMap(({ diagnostics }) => diagnostics),
    ...failed.map(({ strategy, title, differences }): Diagnostic => {
      const message = `Test "${title}": ${differences.map((one) => one.message).join(' ')}`;
      return {
        code: 'tests/failed',
        severity: 'error',
        path: ['strategies', strategy, 'tests', title],
        strategy,
        message,
      };
    }),
  ];
}
