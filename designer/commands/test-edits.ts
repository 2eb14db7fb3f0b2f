import type { StrategyTestInput } from '#dsl/document/strategy-test.ts';
import { trial as t } from '../kit/messages/en/trial.ts';
import type { Edit } from './edit.ts';
import { omitKeys, renameKey } from './records.ts';
import { withStrategy } from './snapshot-parts.ts';

/** Adds a test to a strategy, or replaces the one of that title. */
export function setTest(strategy: string, title: string, test: StrategyTestInput): Edit {
  return {
    label: t.setTest(title),
    merge: `test:${strategy}:${title}`,
    apply: (snapshot) =>
      withStrategy(snapshot, strategy, (before) => ({ ...before, tests: { ...before.tests, [title]: test } })),
  };
}

/** Takes a test away; the list goes with the last one. */
export function removeTest(strategy: string, title: string): Edit {
  return {
    label: t.removeTest(title),
    apply: (snapshot) =>
      withStrategy(snapshot, strategy, (before) => {
        const { tests, ...rest } = before;
        const left = omitKeys(tests ?? {}, [title]);
        return Object.keys(left).length === 0 ? rest : { ...rest, tests: left };
      }),
  };
}

/** Gives a test another title; as it was when the title is taken. */
export function renameTest(strategy: string, title: string, to: string): Edit {
  return {
    label: t.renameTest(to),
    apply: (snapshot) =>
      withStrategy(snapshot, strategy, (before) => {
        const { tests } = before;
        if (tests === undefined || Object.hasOwn(tests, to)) return before;
        return { ...before, tests: renameKey(tests, title, to) };
      }),
  };
}
