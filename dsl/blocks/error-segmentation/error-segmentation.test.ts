import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

const segments = [
  { port: 'slow', codes: ['http/timeout', 'sql/timeout'] },
  { port: 'web', codes: ['http/*'] },
];

const portAfter = async (code: string | undefined) => {
  const lastError = code === undefined ? undefined : { code, message: 'x', block: 'a' };
  return (await runBlock('error-segmentation', { segments }, { lastError })).port;
};

test('leaves by the first segment that names the code, or its kind', async () => {
  expect(await portAfter('sql/timeout')).toBe('slow');
  expect(await portAfter('http/status')).toBe('web');
});

test('leaves by "default" for other codes and when nothing went wrong', async () => {
  expect(await portAfter('sql/failed')).toBe('default');
  expect(await portAfter(undefined)).toBe('default');
});

test('asks for codes that errors can have', async () => {
  const wrong = runBlock('error-segmentation', { segments: [{ port: 'a', codes: ['Timeout'] }] });

  await expect(wrong).rejects.toThrow('a code such as http/timeout');
});
