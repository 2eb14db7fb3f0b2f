import { expect, test } from 'vitest';
import { blockByType } from '../index.ts';
import { runBlock } from '#test/support/run-block.ts';

const config = { to: 'partner@example.net', text: 'Can you help <$Contact.FullName$>?', queue: 'Outbound queue' };

test('forwards with notes and files, and keeps the id of the new interaction', async () => {
  const { port, vars, calls } = await runBlock(
    'forward-email',
    { ...config, resultVariable: 'forward' },
    { answer: { interactionId: 'child-1' } },
  );

  expect(port).toBe('forwarded');
  expect(vars).toEqual({ forward: 'child-1' });
  expect(calls[0]?.params).toEqual({ ...config, fieldCodes: {}, attachments: true });
});

test('needs no notes, but takes one kind of them only', () => {
  const schema = blockByType('forward-email')?.config;

  expect(schema?.safeParse({ ...config, text: undefined }).success).toBe(true);
  expect(schema?.safeParse({ ...config, response: 'To the partner' }).success).toBe(false);
});

test('has the field codes of its notes checked', () => {
  const block = blockByType('forward-email');

  expect(block?.fragments?.(block.config.parse(config))).toEqual([
    { kind: 'field-code', code: config.text, path: ['text'] },
  ]);
});
