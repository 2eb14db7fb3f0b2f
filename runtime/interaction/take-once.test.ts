import { expect, it } from 'vitest';
import { anInteraction } from '#test/support/engine.ts';
import { claimKeys, duplicatesOf, passKeysOn } from './take-once.ts';

it('leads a duplicate of a duplicate to the interaction that exists', () => {
  const duplicates = duplicatesOf([
    { mine: 'second', theirs: 'first' },
    { mine: 'third', theirs: 'second' },
    { mine: 'other', theirs: 'stored' },
  ]);

  expect([...duplicates]).toEqual([
    ['second', 'first'],
    ['third', 'first'],
    ['other', 'stored'],
  ]);
});

it('asks nothing about interactions that have no key', () => {
  const candidates = [{ id: 'a', item: anInteraction() }];

  expect(claimKeys(candidates)).toEqual([]);
  expect(passKeysOn(candidates, new Map([['a', 'b']]))).toEqual([]);
});
