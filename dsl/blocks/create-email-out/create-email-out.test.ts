import { expect, test } from 'vitest';
import { blockByType } from '../index.ts';
import { runBlock } from '#test/support/run-block.ts';

const config = { to: 'partner@example.com', response: 'To the partner', queue: 'Outbound queue' };

test('keeps the id of the new interaction in the variable given', async () => {
  const { port, vars } = await runBlock(
    'create-email-out',
    { ...config, resultVariable: 'mail' },
    { answer: { interactionId: 'child-1' } },
  );

  expect(port).toBe('created');
  expect(vars).toEqual({ mail: 'child-1' });
});

test('asks without a variable as well', async () => {
  const { port, vars, calls } = await runBlock('create-email-out', config, { answer: { interactionId: 'child-1' } });

  expect(port).toBe('created');
  expect(vars).toEqual({});
  expect(calls[0]?.params).toEqual({ ...config, fieldCodes: {} });
});

test('refuses settings with neither a response nor a text, and with both', () => {
  const schema = blockByType('create-email-out')?.config;

  expect(schema?.safeParse({ ...config, response: undefined }).success).toBe(false);
  expect(schema?.safeParse({ ...config, text: 'Hello' }).success).toBe(false);
});
