import { describe, expect, it } from 'vitest';
import { nextCustomer, readHeaders } from './customer-mail.ts';

describe('readHeaders', () => {
  it('reads a header a line and passes over empty lines', () => {
    expect(readHeaders('Auto-Submitted: auto-replied\n\n X-A:b ')).toEqual({
      headers: { 'Auto-Submitted': 'auto-replied', 'X-A': 'b' },
    });
  });

  it('names the first line that is no header', () => {
    expect(readHeaders('X-A: b\nnonsense')).toEqual({ wrong: 'nonsense' });
    expect(readHeaders('Two words: x')).toEqual({ wrong: 'Two words: x' });
  });
});

describe('nextCustomer', () => {
  it('comes round to the first again, also from an address of somebody else', () => {
    const seen = new Set<string>();
    let address = '';
    do {
      seen.add(address);
      ({ address } = nextCustomer(address));
    } while (!seen.has(address));
    expect(seen.size).toBe(9);
    expect(nextCustomer('somebody@example.org').address).toBe(nextCustomer('').address);
  });
});
