import { expect, test } from 'vitest';
import { type HostCall } from '../block/host-call.ts';
import { hostCalls } from '../blocks/host-calls.ts';
import { type AskedCall, likelyResults, readStandIn, standInFor, usualResult } from './stand-in.ts';

const call: AskedCall = { block: 'look', name: 'screen', params: { rule: 'Complaint' }, round: 0, at: 0 };

test.each(hostCalls)(
  'a call of $name is answered within its contract when nobody gave an answer',
  (contract: HostCall) => {
    expect(contract.result.safeParse(usualResult(contract.name)).error).toBeUndefined();
  },
);

test('the answer of a block goes before that of its host call', () => {
  const given = { answers: { look: { matched: true, rules: [], keys: {} } }, calls: { screen: { error: 'away' } } };

  expect(standInFor(call, given)).toMatchObject({ result: { matched: true } });
  expect(standInFor({ ...call, block: 'other' }, given)).toMatchObject({ error: { message: 'away' } });
});

test('a list answers one call after another and repeats its end', () => {
  const given = { answers: { look: [{ error: 'busy' }, { matched: false, rules: [], keys: {} }] }, calls: {} };
  const rounds = [0, 1, 5].map((round) => 'error' in standInFor({ ...call, round }, given));

  expect(rounds).toEqual([true, false, false]);
});

test('an answer can fail with a code and take its time', () => {
  expect(readStandIn({ error: 'away', code: 'service/timeout', afterSeconds: 30 })).toEqual({
    error: { code: 'service/timeout', message: 'away' },
    afterSeconds: 30,
  });
  expect(readStandIn({ result: { agent: 'ada' }, afterSeconds: 5 })).toEqual({
    result: { agent: 'ada' },
    afterSeconds: 5,
  });
});

test('a result that has a field "error" among others is a result', () => {
  expect(readStandIn({ error: 'none', rows: [] })).toEqual({ result: { error: 'none', rows: [] }, afterSeconds: 0 });
});

test('what the runtime refuses is refused here too, whatever the test answers', () => {
  const given = { answers: { look: { matched: true, rules: [], keys: {} } }, calls: {} };

  expect(standInFor({ ...call, params: { rule: 5 } }, given)).toMatchObject({ error: { code: 'call/invalid' } });
  expect(standInFor({ ...call, name: 'scren' }, given)).toMatchObject({ error: { code: 'call/unknown' } });
});

test('a call that only lets time pass takes as long as it says', () => {
  const given = { answers: {}, calls: {} };
  const wait = { ...call, name: 'wait' };

  expect(standInFor({ ...wait, params: { seconds: 90 } }, given)).toMatchObject({ afterSeconds: 90 });
  expect(standInFor({ ...wait, params: { until: '1970-01-01T00:01:00Z' } }, given)).toMatchObject({ afterSeconds: 60 });
});

test('results to choose from differ in what a strategy may do about them', () => {
  expect(likelyResults('route-interaction')).toEqual([{ agent: 'example' }, { timeout: true }]);
  expect(likelyResults('screen')).toContainEqual({ matched: true, rules: [], keys: {} });
  expect(likelyResults('classify')).toEqual([{ categories: [] }, { categories: [{ name: 'example', confidence: 0 }] }]);
  for (const { name, result } of hostCalls) {
    for (const value of likelyResults(name)) expect(result.safeParse(value).success, name).toBe(true);
  }
});
