import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { BusinessProcess } from '#dsl/document/business-process.ts';
import { coverageOf, type StrategyCoverage } from '#dsl/testing/coverage.ts';
import { runTests, type TestReport } from '#dsl/testing/run-tests.ts';
import type { Snapshot } from '../commands/edit.ts';
import { readDocument } from '../commands/read-document.ts';
import { useOpenProcess } from '../process/editor-context.tsx';
import { openWorkerRealm } from './open-worker-realm.ts';

// long enough not to follow every key, short enough to feel live
const followMs = 500;

/** What the tests of a strategy came to, for the document as it was `at` their run. */
export interface StrategyTests {
  readonly report: TestReport | undefined;
  readonly coverage: StrategyCoverage | undefined;
  readonly isRunning: boolean;
  /** Runs them now. */
  run(): void;
}

/** Runs the tests of a strategy at every change of the document, in workers; the last document wins. */
export function useStrategyTests(strategy: string): StrategyTests {
  const { editor } = useOpenProcess();
  const hasTests = useStore(editor, ({ snapshot }) => hasTestsIn(snapshot, strategy));
  const [done, setDone] = useState<{ readonly process: BusinessProcess; readonly report: TestReport }>();
  const [isRunning, setRunning] = useState(false);
  const latest = useRef(0);

  const run = useCallback(async (): Promise<void> => {
    const turn = (latest.current += 1);
    const { process } = readDocument(editor.getState().snapshot.document);
    if (process === undefined) return;
    setRunning(true);
    const report = await runTests(process, openWorkerRealm, strategy);
    if (turn !== latest.current) return;
    setDone({ process, report });
    setRunning(false);
  }, [editor, strategy]);

  useEffect(() => {
    if (!hasTests) return undefined;
    let soon = setTimeout(() => void run(), followMs);
    const stop = editor.subscribe(({ snapshot }, before) => {
      if (snapshot.document === before.snapshot.document) return;
      clearTimeout(soon);
      soon = setTimeout(() => void run(), followMs);
    });
    return () => {
      clearTimeout(soon);
      stop();
    };
  }, [editor, run, hasTests]);

  const coverage = useMemo(() => {
    if (done === undefined || !hasTests) return undefined;
    const runs = done.report.results.map((result) => ({ strategy: result.strategy, path: result.run.path }));
    return coverageOf(done.process, runs).find((one) => one.strategy === strategy);
  }, [done, hasTests, strategy]);
  return useMemo(
    () => ({ report: hasTests ? done?.report : undefined, coverage, isRunning, run: () => void run() }),
    [hasTests, done, coverage, isRunning, run],
  );
}

function hasTestsIn({ document }: Snapshot, strategy: string): boolean {
  return Object.keys(document.strategies?.[strategy]?.tests ?? {}).length > 0;
}
