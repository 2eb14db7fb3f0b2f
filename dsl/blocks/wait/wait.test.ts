import { expect, test } from 'vitest';
import { blockByType } from '../index.ts';
import { runBlock } from '#test/support/run-block.ts';

test('waits a number of seconds and goes on', async () => {
  const { port, calls } = await runBlock('wait', { seconds: { js: '2 * 60' } });

  expect(port).toBe('next');
  expect(calls).toEqual([{ name: 'wait', params: { seconds: 120 } }]);
});

test('waits until a date with its zone', async () => {
  const until = '2027-01-04T08:00:00+01:00';

  expect((await runBlock('wait', { until })).calls[0]?.params).toEqual({ until });
});

test('takes either seconds or a date, not both and not none', () => {
  const schema = blockByType('wait')?.config;

  expect(schema?.safeParse({}).success).toBe(false);
  expect(schema?.safeParse({ seconds: 1, until: '2027-01-04T08:00:00Z' }).success).toBe(false);
});
