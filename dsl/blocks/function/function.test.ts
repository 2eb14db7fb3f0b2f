import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

test('calls functions in order, so that a later one sees what an earlier one yielded', async () => {
  const calls = [
    { function: 'strToken', arguments: { text: { js: 'data.Codes' }, separator: ';', place: 1 }, result: 'code' },
    { function: 'cat', arguments: { first: 'Order ', second: { js: 'vars.code' } }, result: 'title' },
  ];

  const { port, vars } = await runBlock('function', { calls }, { data: { Codes: 'gold;A-17' } });

  expect(port).toBe('next');
  expect(vars).toEqual({ code: 'A-17', title: 'Order A-17' });
});

test('leaves out an optional argument that nobody gave, between others too', async () => {
  const calls = [{ function: 'time', arguments: { at: '2027-01-04T07:30:00Z' }, result: 'time' }];

  expect((await runBlock('function', { calls })).vars).toEqual({ time: '07:30:00' });
});

test.each([
  [{ function: 'strPos', arguments: { text: 'a' } }, 'strPos needs its argument'],
  [{ function: 'strLen', arguments: { text: 'a', size: 1 } }, '; it takes text.'],
  [{ function: 'strlen', arguments: { text: 'a' } }, 'strLen'],
])('says what is wrong with %j', async (call, message) => {
  await expect(runBlock('function', { calls: [call] })).rejects.toThrow(message);
});

test('fails with what the function says', async () => {
  const calls = [{ function: 'toNumber', arguments: { value: 'many' }, result: 'count' }];

  await expect(runBlock('function', { calls })).rejects.toThrow('"many" is no number');
});
