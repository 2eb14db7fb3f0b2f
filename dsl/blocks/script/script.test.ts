import { expect, test } from 'vitest';
import { effectsOf } from '../../block/effects.ts';
import { blockByType } from '../index.ts';
import { runBlock } from '#test/support/run-block.ts';

test('leaves by "next" when the script returns nothing', async () => {
  const { port, data, logged } = await runBlock('script', { code: "data.Seen = true;\nlog('seen');" });

  expect(port).toBe('next');
  expect(data).toEqual({ Seen: true });
  expect(logged).toEqual(['seen']);
});

test('leaves by the exit that the script returns, after asking the world', async () => {
  const code = "const { matched } = await calls.screen({ rule: 'Complaint' });\nreturn matched ? 'complaint' : 'next';";
  const answer = { matched: true, rules: ['Complaint'], keys: {} };

  expect((await runBlock('script', { code, exits: ['complaint'] }, { answer })).port).toBe('complaint');
});

test('fails with the names at fault when the script returns what is no exit', async () => {
  const run = runBlock('script', { code: "return 'complain';", exits: ['complaint'] });

  await expect(run).rejects.toThrow('The script returned "complain", which is not one of its exits.');
});

test('keeps the script out of the names the block itself uses', async () => {
  const { port } = await runBlock('script', { code: "const port = 'x';\nconst run = 1;\nconst calls = 2;" });

  expect(port).toBe('next');
});

test('tells from the calls in the code whether it may place the interaction or wait', () => {
  const block = blockByType('script');
  const effects = (code: string) => block && effectsOf(block, block.config.parse({ code }));

  expect(effects("await calls.queueInteraction({ queue: 'A' })")).toEqual({ places: true, waits: false });
  expect(effects('await calls.wait({ seconds: 5 })')).toEqual({ places: false, waits: true });
  expect(effects("await calls.httpRequest({ url: 'https://a.example/' })")).toEqual({ places: false, waits: true });
  expect(effects('data.x = 1')).toEqual({ places: false, waits: false });
});
