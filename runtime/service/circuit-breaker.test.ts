import { expect, test } from 'vitest';
import { CircuitBreaker } from './circuit-breaker.ts';

function brokenAt(now: number): CircuitBreaker {
  const breaker = new CircuitBreaker();
  for (let count = 0; count < 5; count += 1) breaker.record('a', true, now);
  return breaker;
}

test('leaves a service alone after five failures in a row, and others not', () => {
  const breaker = brokenAt(0);

  expect(breaker.mayAsk('a', 29_999)).toBe(false);
  expect(breaker.mayAsk('b', 29_999)).toBe(true);
});

test('lets one question through after a rest, and the others when it went well', () => {
  const breaker = brokenAt(0);

  expect([breaker.mayAsk('a', 30_000), breaker.mayAsk('a', 30_001)]).toEqual([true, false]);
  breaker.record('a', false, 30_002);
  expect([breaker.mayAsk('a', 30_003), breaker.mayAsk('a', 30_003)]).toEqual([true, true]);
});

test('rests again when the question failed too', () => {
  const breaker = brokenAt(0);

  breaker.mayAsk('a', 30_000);
  breaker.record('a', true, 31_000);
  expect(breaker.mayAsk('a', 60_999)).toBe(false);
});

test('an answer between failures starts the count anew', () => {
  const breaker = new CircuitBreaker();
  for (const hasFailed of [true, true, true, true, false, true]) breaker.record('a', hasFailed, 0);

  expect(breaker.mayAsk('a', 1)).toBe(true);
});
