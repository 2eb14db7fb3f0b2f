import { expect, it } from 'vitest';
import { f1Of } from './f1-of.ts';

const category = { name: 'Billing', examples: 10 };

it('weighs precision and recall evenly', () => {
  expect(f1Of({ ...category, precision: 0.5, recall: 1 })).toBeCloseTo(2 / 3);
  expect(f1Of({ ...category, precision: 0, recall: 0 })).toBe(0);
});

it('is unknown where one of both is', () => {
  expect(f1Of({ ...category, precision: null, recall: 1 })).toBeNull();
});
