import { expect, it } from 'vitest';
import { MessageBudget } from './message-budget.ts';

it('takes a burst, then refuses, and takes again a moment later', () => {
  const budget = new MessageBudget();
  for (let count = 0; count < 20; count += 1) budget.take('one', 0);

  expect(() => budget.take('one', 0)).toThrow(expect.objectContaining({ code: 'request/too-many' }));
  expect(() => budget.take('other', 0)).not.toThrow();
  expect(() => budget.take('one', 250)).not.toThrow();
});
