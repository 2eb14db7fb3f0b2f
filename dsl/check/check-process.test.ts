import { expect, test } from 'vitest';
import { aProcess, aProcessWith } from '#test/support/a-process.ts';
import { checkProcess } from './check-process.ts';

const entry = (next: string) => ({ type: 'entry', ports: { next } });
const stop = { type: 'stop-interaction' };
const queueTo = (queue: string) => ({ type: 'queue-interaction', config: { queue } });

function told(process: Parameters<typeof checkProcess>[0]) {
  return checkProcess(process).map(({ code, block, message }) => ({ code, block, message }));
}

test('finds nothing in a sound process', () => {
  expect(checkProcess(aProcess())).toEqual([]);
});

test('says where the fault is, so that a canvas can lead to it', () => {
  const [problem] = checkProcess(aProcessWith({ entry: entry('stpo'), stop }));

  expect(problem).toEqual({
    code: 'check/wire-to-nowhere',
    severity: 'error',
    path: ['strategies', 'Main', 'blocks', 'entry', 'ports', 'next'],
    strategy: 'Main',
    block: 'entry',
    message: 'Port "next" leads to "stpo", and there is no such block; did you mean "stop"?',
  });
});

test('puts errors before warnings', () => {
  const process = aProcessWith({
    entry: entry('stop'),
    stop,
    lost: stop,
    alone: { type: 'entry', ports: { next: 'stop' } },
  });

  expect(checkProcess(process).map(({ severity }) => severity)).toEqual(['error', 'warning']);
});

test('wants exactly one entry', () => {
  expect(told(aProcessWith({ stop }))[0]?.message).toBe('Strategy "Main" has no Entry block; add one.');
  expect(told(aProcessWith({ entry: entry('stop'), again: entry('stop'), stop }))[0]).toMatchObject({
    code: 'check/many-entries',
    block: 'again',
  });
});

test('finds ports that lead nowhere, but lets the error port be', () => {
  const process = aProcessWith({
    entry: entry('screen'),
    screen: { type: 'screen', name: 'Spam?', config: { rule: 'Spam' }, ports: { matched: 'stop' } },
    stop,
  });

  expect(told(process)).toEqual([
    {
      code: 'check/unwired-port',
      block: 'screen',
      message: 'Port "not-matched" of "Spam?" leads nowhere; wire it to the block that comes next.',
    },
  ]);
});

test('names the port that a misspelt one stands for', () => {
  const process = aProcessWith({
    entry: { type: 'entry', ports: { next: 'stop', eror: 'stop' } },
    stop: { ...stop, ports: { eror: 'entry' } },
  });

  expect(told(process).map(({ message }) => message)).toEqual([
    '"entry" has no port "eror"; there is "next".',
    '"stop" has no port "eror"; did you mean "error"?',
  ]);
});

test('warns of blocks no path comes to', () => {
  const process = aProcessWith({ entry: entry('stop'), stop, lost: { ...stop, name: 'Lost' } });

  expect(told(process)[0]?.message).toBe('No path from Entry comes to "Lost"; wire a port to it or remove it.');
});

test('finds a path that ends without placing the interaction', () => {
  const process = aProcessWith({ entry: entry('exit'), exit: { type: 'exit' } });

  expect(told(process)[0]).toMatchObject({ code: 'check/path-without-placement', block: 'exit' });
});

test('lets a path end by Exit after a subroutine or a script that places the interaction', () => {
  const place = { kind: 'subroutine' as const, blocks: { entry: entry('stop'), stop } };
  const call = { type: 'call-subroutine', config: { strategy: 'Place' }, ports: { next: 'exit' } };
  const script = { type: 'script', config: { code: 'await calls.stopInteraction({});' }, ports: { next: 'exit' } };

  expect(told(aProcessWith({ entry: entry('call'), call, exit: { type: 'exit' } }, { Place: place }))).toEqual([]);
  expect(told(aProcessWith({ entry: entry('script'), script, exit: { type: 'exit' } }))).toEqual([]);
});

test('finds loops within a strategy that go round for ever, and accepts those that wait', () => {
  const assign = { type: 'assign', config: { assignments: [{ variable: 'n', value: 1 }] }, ports: { next: 'assign' } };
  const wait = { type: 'wait', config: { seconds: 5 }, ports: { next: 'wait' } };
  const variables = { config: { variables: { n: { type: 'integer' } } } };

  expect(told(aProcessWith({ entry: { ...entry('assign'), ...variables }, assign }))[0]).toEqual({
    code: 'check/loop-without-wait',
    block: 'assign',
    message: '"assign" goes round for ever without waiting; put a Wait or a Route Interaction into it.',
  });
  expect(told(aProcessWith({ entry: entry('wait'), wait }))).toEqual([]);
});

test('only warns of a loop with a condition to leave by', () => {
  const script = { type: 'script', config: { code: 'data.n = (data.n ?? 0) + 1;' }, ports: { next: 'enough' } };
  const enough = { type: 'if', config: { condition: { js: 'data.n > 3' } }, ports: { true: 'stop', false: 'script' } };

  expect(checkProcess(aProcessWith({ entry: entry('script'), script, enough, stop }))).toMatchObject([
    { code: 'check/loop-without-wait', severity: 'warning' },
  ]);
});

test('finds loops that lead through a queue and its view back to the strategy', () => {
  expect(checkProcess(aProcessWith({ entry: entry('again'), again: queueTo('In') }))).toMatchObject([
    { code: 'check/loop-without-wait', severity: 'error' },
  ]);
});

test('accepts a loop through a queue when an agent is waited for on the way', () => {
  const route = { type: 'route-interaction', config: { targets: [{ agentGroup: 'G' }] }, ports: { timeout: 'again' } };

  expect(told(aProcessWith({ entry: entry('route'), route, again: queueTo('In') }))).toEqual([]);
});
