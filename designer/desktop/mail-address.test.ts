import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressText, parseAddress, splitAddresses } from './mail-address.ts';

describe('parseAddress', () => {
  it('reads bare addresses and those with a name', () => {
    expect(parseAddress(' anna@example.org ')).toEqual({ address: 'anna@example.org', name: '' });
    expect(parseAddress('Anna Berg <anna@example.org>')).toEqual({ address: 'anna@example.org', name: 'Anna Berg' });
    expect(parseAddress('"Berg, Anna" <anna@example.org>')).toEqual({
      address: 'anna@example.org',
      name: 'Berg, Anna',
    });
  });

  it('finds no address where there is none', () => {
    for (const text of ['', 'anna', 'anna@', '@example.org', 'a b@example.org', 'Anna <anna>', 'x@y, z@w']) {
      expect(parseAddress(text)).toBeUndefined();
    }
  });

  it('reads back what addressText writes, whatever the name', () => {
    const name = fc.string().map((text) => text.trim());
    fc.assert(
      fc.property(name, (text) => {
        const address = { address: 'a@example.org', name: text };
        expect(parseAddress(addressText(address))).toEqual(
          text === address.address ? { ...address, name: '' } : address,
        );
      }),
    );
  });
});

describe('splitAddresses', () => {
  it('keeps a comma inside quotes', () => {
    expect(splitAddresses('"Berg, Anna" <anna@example.org>, bo@example.org; ')).toEqual([
      '"Berg, Anna" <anna@example.org>',
      'bo@example.org',
    ]);
  });
});
