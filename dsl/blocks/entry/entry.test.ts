import { expect, test } from 'vitest';
import { blockByType } from '../index.ts';
import { runBlock } from '#test/support/run-block.ts';

test('gives variables their defaults', async () => {
  const variables = { waitSeconds: { type: 'integer', default: 60 }, note: { type: 'string' } };

  const { port, vars } = await runBlock('entry', { variables });

  expect(port).toBe('next');
  expect(vars).toEqual({ waitSeconds: 60, note: null });
});

test('leaves a variable alone that the caller of a subroutine has set', async () => {
  const variables = { who: { type: 'string', direction: 'in', default: 'nobody' } };

  expect((await runBlock('entry', { variables }, { vars: { who: 'Ada' } })).vars).toEqual({ who: 'Ada' });
});

test('refuses variables that expressions could not name', () => {
  const schema = blockByType('entry')?.config;

  expect(schema?.safeParse({ variables: { 'wait seconds': { type: 'integer' } } }).success).toBe(false);
});
