import { expect, test } from 'vitest';
import { businessProcessSchema, type BusinessProcessInput } from '../document/business-process.ts';
import { checkProcess } from './check-process.ts';

/** Problems of a process whose strategy ends with these settings of the Workbin block. */
function problemsOf(block: object, changes: Partial<BusinessProcessInput> = {}) {
  const process = businessProcessSchema.parse({
    format: 1,
    name: 'P',
    endpoints: { default: { media: 'email', queue: 'In' } },
    queues: {
      ErrorHeld: { parking: true },
      In: { views: { All: { submitter: { strategy: 'S' } } } },
      Rework: { workbin: { owner: 'agent' } },
      Review: { workbin: { owner: 'agent-group' } },
    },
    strategies: {
      S: {
        blocks: { e: { type: 'entry', ports: { next: 'w' } }, w: block },
      },
    },
    ...changes,
  });
  return checkProcess(process, { agents: ['ada'], agentGroups: ['QA'] })
    .filter(({ severity, code }) => severity === 'error' && code !== 'check/loop-without-wait')
    .map(({ code, path }) => [code, path.at(-1)]);
}

test('takes a workbin of the last agent, of an agent and of a group', () => {
  expect(problemsOf({ type: 'workbin', config: { workbin: 'Rework' } })).toEqual([]);
  expect(problemsOf({ type: 'workbin', config: { workbin: 'Rework', owner: 'ada' } })).toEqual([]);
  expect(problemsOf({ type: 'workbin', config: { workbin: 'Review', owner: 'QA' } })).toEqual([]);
});

test('asks whose workbin of a group is meant, and for an owner that exists', () => {
  expect(problemsOf({ type: 'workbin', config: { workbin: 'Review' } })).toEqual([
    ['check/workbin-without-owner', 'owner'],
  ]);
  expect(problemsOf({ type: 'workbin', config: { workbin: 'Review', owner: 'ada' } })).toEqual([
    ['check/unknown-agent-group', 'owner'],
  ]);
});

test('refuses a queue where a workbin is meant, and a workbin where a queue is', () => {
  expect(problemsOf({ type: 'workbin', config: { workbin: 'In', owner: 'ada' } })).toEqual([
    ['check/no-workbin', 'workbin'],
  ]);
  expect(problemsOf({ type: 'queue-interaction', config: { queue: 'Rework' } })).toEqual([
    ['check/workbin-without-owner', 'queue'],
  ]);
  const endpoints = { default: { media: 'email', queue: 'Rework' } };
  expect(problemsOf({ type: 'workbin', config: { workbin: 'Rework' } }, { endpoints })).toEqual([
    ['check/workbin-without-owner', 'queue'],
  ]);
});
