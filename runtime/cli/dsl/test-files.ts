import type { BusinessProcess } from '#dsl/document/business-process.ts';
import { type CoverageCount, countCoverage, coverageOf, type StrategyCoverage } from '#dsl/testing/coverage.ts';
import type { TestReport, TestResult } from '#dsl/testing/run-tests.ts';
import { runTrial } from '#runtime/replay/run-trial.ts';
import { describeProblem } from './describe-problem.ts';
import { checkFile, type DocumentFile, readDocumentFile } from './read-document-file.ts';

/** Runs the strategy tests of files in isolates and prints what came of each. Answers the exit code: 1 when one fails. */
export async function testFiles(files: readonly string[], asJson: boolean): Promise<number> {
  let code = 0;
  const told = [];
  for (const file of files) {
    const document = await readDocumentFile(file);
    const { process: businessProcess, diagnostics } = checkFile(document);
    if (businessProcess === undefined) {
      for (const one of diagnostics) process.stderr.write(`${describeProblem(document, one)}\n`);
      code = 1;
      continue;
    }
    const report = await runTrial({ kind: 'tests', document: businessProcess });
    const coverage = coverageOf(businessProcess, report.results.map(pathOf));
    if (report.untested.length > 0 || report.results.some(({ passed }) => !passed)) code = 1;
    if (asJson) told.push(reportAsJson(file, report, coverage));
    else print(document, businessProcess, report, coverage);
  }
  if (asJson) process.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
  return code;
}

function pathOf({ strategy, run }: TestResult): { strategy: string; path: TestResult['run']['path'] } {
  return { strategy, path: run.path };
}

function reportAsJson(file: string, { results, untested }: TestReport, coverage: readonly StrategyCoverage[]): unknown {
  const tests = results.map(({ strategy, title, passed, differences }) => ({ strategy, title, passed, differences }));
  const passed = results.filter((result) => result.passed).length;
  return {
    file,
    passed,
    failed: results.length - passed,
    untested,
    tests,
    coverage: { ...countCoverage(coverage), strategies: coverage },
  };
}

function print(
  document: DocumentFile,
  businessProcess: BusinessProcess,
  { results, untested }: TestReport,
  coverage: readonly StrategyCoverage[],
): void {
  const lines = [document.file];
  for (const { strategy, title, passed, differences } of results) {
    lines.push(
      `  ${passed ? '✓' : '✗'} ${strategy}: ${title}`,
      ...differences.map(({ message }) => `      ${message}`),
    );
  }
  for (const { strategy, diagnostics } of untested) {
    lines.push(`  ✗ ${strategy}: its tests cannot run, it does not compile`);
    lines.push(...diagnostics.map(({ message }) => `      ${message}`));
  }
  for (const one of coverage) lines.push(...missed(businessProcess, one));
  const passed = results.filter((result) => result.passed).length;
  lines.push(`  ${passed} of ${results.length} tests passed; ${shownCount(countCoverage(coverage))}`, '');
  process.stdout.write(lines.join('\n'));
}

/** Where no test comes by: a line for each strategy that has such places. */
function missed(businessProcess: BusinessProcess, { strategy, blocks }: StrategyCoverage): string[] {
  const titleOf = (id: string): string => businessProcess.strategies[strategy]?.blocks[id]?.name ?? id;
  const places = blocks.flatMap(({ block, times, ports }) => {
    if (times === 0) return [`"${titleOf(block)}"`];
    const open = Object.entries(ports).filter(([, taken]) => taken === 0);
    return open.map(([port]) => `"${titleOf(block)}" by ${port}`);
  });
  return places.length === 0 ? [] : [`  - ${strategy}: no test takes ${places.join(', ')}`];
}

function shownCount({ blocks, ports }: CoverageCount): string {
  return `${blocks.covered} of ${blocks.all} blocks and ${ports.covered} of ${ports.all} ports taken`;
}
