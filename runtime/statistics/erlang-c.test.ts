import { describe, expect, it } from 'vitest';
import { erlangC } from './erlang-c.ts';

describe('erlangC', () => {
  it('agrees with the textbook: 100 calls an hour of 3 minutes, 6 agents wait 108 s on average', () => {
    // 5 Erlang on 6 servers: P(wait) 0.5875, average wait 0.5875 * 180 s / (6 - 5)
    expect(erlangC(100, 180_000, 6).waitMs).toBeCloseTo(105_750, -3);
  });

  it('of a single server is the queue M/M/1', () => {
    expect(erlangC(30, 60_000, 1)).toEqual({ waitMs: 60_000, waiting: 0.5 });
  });

  it('knows no wait where more arrives than can be handled, and none where nothing arrives', () => {
    expect(erlangC(120, 60_000, 2)).toEqual({ waitMs: undefined, waiting: undefined });
    expect(erlangC(0, 60_000, 2)).toEqual({ waitMs: 0, waiting: 0 });
  });
});
