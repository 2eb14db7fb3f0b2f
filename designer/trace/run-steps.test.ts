import { describe, expect, it } from 'vitest';
import { passagesOf, spanText, strategiesOf } from './run-steps.ts';
import type { Call, Run } from './trace-data.ts';

const call = (seq: number, block: string): Call => ({
  seq,
  block,
  name: 'wait',
  params: {},
  result: null,
  error: null,
  data: null,
  askedAt: '2026-03-01T12:00:00.000Z',
  answeredAt: '2026-03-01T12:00:01.000Z',
});

const run: Run = {
  id: '00000000-0000-7000-8000-000000000001',
  process: 'P',
  version: 1,
  strategy: 'Main',
  state: 'waiting',
  attempts: 1,
  startedAt: '2026-03-01T12:00:00.000Z',
  endedAt: null,
  input: { runId: 'r', strategy: 'Main', startedAt: 0, interaction: {}, contact: null, data: {} },
  path: [
    { block: 'entry', port: 'next' },
    { block: 'in', port: 'next', strategy: 'Sub' },
    { block: 'again', port: 'next' },
    { block: 'again', port: 'error' },
  ],
  waitingFor: { block: 'route', name: 'route-interaction' },
  error: null,
  calls: [call(0, 'in'), call(1, 'again'), call(2, 'again')],
};

describe('passagesOf', () => {
  it('numbers the steps through each block over the whole run', () => {
    expect(passagesOf(run, 'Main').get('again')?.steps).toEqual([
      { number: 3, port: 'next' },
      { number: 4, port: 'error' },
    ]);
    expect(passagesOf(run, 'Sub').get('in')?.steps).toEqual([{ number: 2, port: 'next' }]);
  });

  it('gives calls to the strategy whose block made them', () => {
    expect(passagesOf(run, 'Main').get('again')?.calls).toHaveLength(2);
    expect(passagesOf(run, 'Main').has('in')).toBe(false);
    expect(passagesOf(run, 'Sub').get('in')?.calls).toHaveLength(1);
  });

  it('marks the block in which the run waits or failed', () => {
    expect(passagesOf(run, 'Main').get('route')?.isLast).toBe('waiting');
    const failed: Run = { ...run, waitingFor: null, error: { code: 'x', message: 'y', block: 'again' } };
    expect(passagesOf(failed, 'Main').get('again')?.isLast).toBe('failed');
  });
});

describe('strategiesOf', () => {
  it('names the strategy and the subroutines it went through, each once', () => {
    expect(strategiesOf(run)).toEqual(['Main', 'Sub']);
  });
});

describe('spanText', () => {
  it('uses the units people use', () => {
    expect([12, 3400, 302_000, 7_500_000, 273_600_000].map(spanText)).toEqual([
      '12 ms',
      '3.4 s',
      '5 min 2 s',
      '2 h 5 min',
      '3 d 4 h',
    ]);
  });
});
