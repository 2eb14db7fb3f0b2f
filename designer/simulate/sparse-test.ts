import type { StrategyTest, StrategyTestInput } from '#dsl/document/strategy-test.ts';
import type { RunOutcome } from '#dsl/testing/run-outcome.ts';

/** The test as people write it: what is empty is left out. */
export function sparse({ given, expect }: StrategyTest): StrategyTestInput {
  const kept = Object.fromEntries(Object.entries(given).filter(([, value]) => !isEmpty(value)));
  return {
    ...(Object.keys(kept).length > 0 && { given: kept }),
    ...(Object.keys(expect).length > 0 && { expect }),
  };
}

/** What a run did, as the expectation of a test: its way and where the interaction is. */
export function expectationOf({ path, queue, stopped, error }: RunOutcome): StrategyTest['expect'] {
  return {
    path: [...path],
    ...(error !== undefined && { error: error.message }),
    ...(error === undefined && queue !== undefined && { queue }),
    ...(error === undefined && stopped && { stopped }),
  };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}
