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
});
