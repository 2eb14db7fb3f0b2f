import { describe, expect, it } from 'vitest';
import { filterQuery, readFilter } from './interaction-filter.ts';

describe('readFilter', () => {
  it('takes what the server understands and leaves out the rest', () => {
    expect(readFilter({ state: 'live', queue: 7, search: ' ', media: 'email', other: 'x' })).toEqual({
      state: 'live',
      queue: '7',
      media: 'email',
    });
    expect(readFilter({ state: 'sleeping' })).toEqual({});
  });

  it('comes back from its own query', () => {
    const filter = { state: 'queued', queue: 'In & out', search: '50 %' };
    expect(readFilter(Object.fromEntries(new URLSearchParams(filterQuery(filter))))).toEqual(filter);
  });

  it('reads the way through a strategy only whole', () => {
    const way = { process: 'ABC', strategy: 'Sort', block: 'thank', port: 'error' };
    expect(readFilter(way)).toEqual(way);
    expect(readFilter({ strategy: 'Sort', block: 'thank' })).toEqual({});
    expect(readFilter({ process: 'ABC', strategy: 'Sort', port: 'error' })).toEqual({
      process: 'ABC',
      strategy: 'Sort',
    });
  });
});
