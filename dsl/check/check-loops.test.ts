import { expect, test } from 'vitest';
import type { BusinessProcessInput } from '../document/business-process.ts';
import { aProcess } from '#test/support/a-process.ts';
import { checkProcess } from './check-process.ts';

/** Whether a strategy that places its interaction back into its own queue is said to go round without waiting. */
function goesRound(config: Record<string, unknown>, scheduling: 'due' | 'any' = 'due'): boolean {
  const queues: BusinessProcessInput['queues'] = {
    In: { views: { All: { scheduling, submitter: { strategy: 'Main' } } } },
    ErrorHeld: { parking: true },
  };
  const blocks = {
    entry: { type: 'entry', ports: { next: 'again' } },
    again: { type: 'queue-interaction', config: { queue: 'In', ...config } },
  };
  const found = checkProcess(aProcess({ queues, strategies: { Main: { blocks } } }));
  return found.some(({ code }) => code === 'check/loop-without-wait');
}

test('a due time lets time pass in a loop through a queue, unless the view does not look at it', () => {
  expect(goesRound({})).toBe(true);
  expect(goesRound({ dueInMinutes: 10 })).toBe(false);
  expect(goesRound({ dueAt: { js: 'data.CallbackAt' } })).toBe(false);
  expect(goesRound({ dueInMinutes: 0 })).toBe(true);
  expect(goesRound({ dueInMinutes: 10 }, 'any')).toBe(true);
});
