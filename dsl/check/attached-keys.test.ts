import { expect, test } from 'vitest';
import { aProcessWith } from '#test/support/a-process.ts';
import { keysOfPattern } from '../screening-pattern/keys-of-pattern.ts';
import { attachedKeys } from './attached-keys.ts';

const process = aProcessWith({
  entry: { type: 'entry', ports: { next: 'mark' } },
  mark: {
    type: 'attach-data',
    name: 'Mark',
    config: { entries: [{ key: 'Customer segment', value: 'gold' }] },
    ports: { next: 'own' },
  },
  own: { type: 'script', config: { code: 'data.Score = data.Elsewhere + 1;' }, ports: { next: 'sort' } },
  sort: { type: 'attach-categories', config: { categories: [{ category: 'Billing' }] } },
});

test('tells keys that blocks and scripts attach with where each comes from', () => {
  const keys = attachedKeys(process.strategies);

  expect(keys['Customer segment']).toBe('Attached by "Mark" (Attach Data) in Main.');
  expect(keys['Score']).toContain('"own"');
  expect(keys['CtgName']).toContain('Attach Categories');
  expect(keys['FromAddress']).toContain('intake');
});

test('leaves out keys that are only read', () => {
  expect(attachedKeys(process.strategies)).not.toHaveProperty('Elsewhere');
});

test('tells keys that screening rules find', () => {
  const keys = attachedKeys(
    process.strategies,
    keysOfPattern('RegExFind("\\d+", OrderNumber) && !RegExFind("x", Never)'),
  );

  expect(keys['ScrKey_OrderNumber']).toContain('screening rule');
  expect(keys).not.toHaveProperty('ScrKey_Never');
});
