import { expect, test } from 'vitest';
import { nearest, suggestion } from './nearest.ts';

const queues = ['Inbound queue', 'Outbound queue', 'ErrorHeld'];

test.each([
  ['Inbund queue', 'Inbound queue'],
  ['inbound Queue', 'Inbound queue'],
  ['ErrroHeld', 'ErrorHeld'],
  ['Outbound', undefined],
  ['x', undefined],
])('takes %s for %s', (name, expected) => {
  expect(nearest(name, queues)).toBe(expected);
});

test('lists what there is when nothing is near', () => {
  expect(suggestion('Chat', queues)).toBe('there are "Inbound queue", "Outbound queue", "ErrorHeld".');
  expect(suggestion('Chat', ['Mail'])).toBe('there is "Mail".');
  expect(suggestion('Chat', [])).toBe('there is none yet.');
});
