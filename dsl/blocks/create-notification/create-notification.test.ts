import { expect, test } from 'vitest';
import { blockByType } from '../index.ts';
import { runBlock } from '#test/support/run-block.ts';

const config = { to: 'boss@example.org', text: 'Look at this', queue: 'Outbound queue' };

test('makes the notification, tied to the interaction unless told otherwise', async () => {
  const tied = await runBlock('create-notification', config, { answer: { interactionId: 'n-1' } });
  const free = await runBlock(
    'create-notification',
    { ...config, associate: false, resultVariable: 'notice' },
    { answer: { interactionId: 'n-2' } },
  );

  expect(tied.port).toBe('created');
  expect(tied.calls[0]?.params).toEqual({ ...config, fieldCodes: {}, associate: true });
  expect(free.calls[0]?.params).toMatchObject({ associate: false });
  expect(free.vars).toEqual({ notice: 'n-2' });
});

test('refuses settings with neither a response nor a text, and with both', () => {
  const schema = blockByType('create-notification')?.config;

  expect(schema?.safeParse({ ...config, text: undefined }).success).toBe(false);
  expect(schema?.safeParse({ ...config, response: 'Notice' }).success).toBe(false);
});
