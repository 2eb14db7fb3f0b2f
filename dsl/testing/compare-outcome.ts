import type { z } from 'zod';
import { isDeepEqual } from '../document/is-deep-equal.ts';
import type { StrategyTest } from '../document/strategy-test.ts';
import type { RunOutcome } from './run-outcome.ts';

type Json = z.core.util.JSONType;

/** One thing in which a run was not as its test expects. */
export interface Difference {
  readonly field: keyof StrategyTest['expect'];
  /** In one sentence, with both values. */
  readonly message: string;
  readonly expected: Json;
  readonly found: Json;
}

/** Everything in which a run was not as expected; only what the test speaks of, and a failure it does not speak of. */
export function compareOutcome(expected: StrategyTest['expect'], outcome: RunOutcome): Difference[] {
  return [
    ...compareError(expected.error, outcome),
    ...compareList('path', 'The path', expected.path, outcome.path),
    ...compareValue('queue', 'The interaction is in queue', expected.queue, outcome.queue),
    ...compareValue('stopped', 'Stopped', expected.stopped, outcome.stopped),
    ...compareData(expected.data ?? {}, outcome.data),
    ...compareList('calls', 'The host calls', expected.calls, outcome.calls),
    ...compareMails(expected.mails, outcome.mails),
  ];
}

function compareError(expected: string | undefined, { error }: RunOutcome): Difference[] {
  if (expected === undefined && error === undefined) return [];
  if (expected !== undefined && error?.message.includes(expected) === true) return [];
  const found = error?.message ?? null;
  const message =
    expected === undefined
      ? `The strategy failed: ${String(found)}`
      : `Expected to fail with ${shown(expected)}, but ${found === null ? 'it did not fail' : `it failed with: ${found}`}.`;
  return [{ field: 'error', message, expected: expected ?? null, found }];
}

function compareValue(
  field: 'queue' | 'stopped',
  what: string,
  expected: string | boolean | undefined,
  found: string | boolean | undefined,
): Difference[] {
  if (expected === undefined || expected === found) return [];
  const message = `${what}: expected ${shown(expected)}, found ${shown(found ?? null)}.`;
  return [{ field, message, expected, found: found ?? null }];
}

function compareList(
  field: 'path' | 'calls',
  what: string,
  expected: readonly string[] | undefined,
  found: readonly string[],
): Difference[] {
  if (expected === undefined || isDeepEqual(expected, found)) return [];
  const at = expected.findIndex((one, index) => one !== found[index]);
  const place = at === -1 ? expected.length : at;
  const message =
    `${what}: expected ${shown(expected[place] ?? null, 'the end')} at place ${place + 1}, ` +
    `found ${shown(found[place] ?? null, 'the end')}.`;
  return [{ field, message, expected: [...expected], found: [...found] }];
}

function compareData(expected: Readonly<Record<string, Json>>, data: Readonly<Record<string, Json>>): Difference[] {
  return Object.entries(expected).flatMap(([key, value]): Difference[] => {
    const found = Object.hasOwn(data, key) ? (data[key] ?? null) : null;
    if (isDeepEqual(found, value)) return [];
    const message = `Attached data "${key}": expected ${shown(value, 'none')}, found ${shown(found, 'none')}.`;
    return [{ field: 'data', message, expected: value, found }];
  });
}

/** Mails one by one, each in the fields the test names. */
function compareMails(
  expected: readonly Readonly<Record<string, Json>>[] | undefined,
  mails: RunOutcome['mails'],
): Difference[] {
  if (expected === undefined) return [];
  const found = mails.map((mail) => ({ ...mail }));
  if (expected.length !== mails.length) {
    const message = `Mails: expected ${expected.length}, found ${mails.length}.`;
    return [{ field: 'mails', message, expected: expected.map((mail) => ({ ...mail })), found }];
  }
  return expected.flatMap((mail, index) =>
    Object.entries(mail).flatMap(([key, value]): Difference[] => {
      const actual = found[index]?.[key] ?? null;
      if (isDeepEqual(actual, value)) return [];
      const message = `Mail ${index + 1}, "${key}": expected ${shown(value, 'none')}, found ${shown(actual, 'none')}.`;
      return [{ field: 'mails', message, expected: value, found: actual }];
    }),
  );
}

function shown(value: Json, none = 'none'): string {
  return value === null ? none : JSON.stringify(value);
}
