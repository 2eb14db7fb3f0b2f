import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

const isGold = { combinator: 'and', rules: [{ field: 'data.Segment', operator: '=', value: 'gold' }] };

test('goes on at "true" or "false" by its rules', async () => {
  expect((await runBlock('if', { condition: isGold }, { data: { Segment: 'gold' } })).port).toBe('true');
  expect((await runBlock('if', { condition: isGold })).port).toBe('false');
});

test('reads a contact that is missing as one without properties', async () => {
  const condition = { combinator: 'and', rules: [{ field: 'contact.lastName', operator: 'null' }] };

  expect((await runBlock('if', { condition }, { contact: null })).port).toBe('true');
});

test('takes an expression, with a comment at its end as well', async () => {
  const condition = { js: 'vars.tries < 3 // at most three' };

  expect((await runBlock('if', { condition }, { vars: { tries: 2 } })).port).toBe('true');
});
