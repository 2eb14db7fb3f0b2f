import type { BusinessProcess } from '#dsl/document/business-process.ts';
import { runStrategy, type StrategySetting } from './run-strategy.ts';

/** What a strategy test expects and what the run was like, side by side: only what the test speaks of. */
export interface StrategyTestOutcome {
  readonly expected: Readonly<Record<string, unknown>>;
  readonly found: Readonly<Record<string, unknown>>;
}

/** Runs one of a strategy's own tests over stand-ins. */
export async function runStrategyTest(
  process: BusinessProcess,
  strategy: string,
  title: string,
): Promise<StrategyTestOutcome> {
  const test = process.strategies[strategy]?.tests?.[title];
  if (test === undefined) throw new Error(`Strategy "${strategy}" has no test "${title}".`);
  const { interaction, data, answers } = test.given;
  const run = await runStrategy(process, strategy, { interaction, data, answers: failures(answers) });
  const last = run.calls.at(-1);
  const { params } = last ?? {};
  const whole: Record<string, unknown> = {
    path: run.path.filter((step) => step.strategy === undefined).map(({ block }) => block),
    queue:
      last?.name === 'queue-interaction' && typeof params === 'object' && params !== null && 'queue' in params
        ? params.queue
        : undefined,
    stopped: last?.name === 'stop-interaction',
    calls: run.calls.map(({ name }) => name),
    data: run.data,
  };
  const expected = { ...test.expect };
  const found = Object.fromEntries(Object.keys(expected).map((key) => [key, whole[key]]));
  const { data: wanted } = expected;
  if (wanted !== undefined) found['data'] = Object.fromEntries(Object.keys(wanted).map((key) => [key, run.data[key]]));
  return { expected, found: { ...found, error: run.error?.message } };
}

/** `{ "error": text }` makes a call fail. */
function failures(answers: NonNullable<StrategySetting['answers']>): NonNullable<StrategySetting['answers']> {
  return Object.fromEntries(
    Object.entries(answers).map(([block, answer]) => {
      const fails = typeof answer === 'object' && answer !== null && 'error' in answer;
      return [block, fails ? new Error(typeof answer.error === 'string' ? answer.error : 'failed') : answer];
    }),
  );
}
