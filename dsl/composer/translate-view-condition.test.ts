import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conditionSchema } from '../condition/condition.ts';
import { translateViewCondition } from './translate-view-condition.ts';

test.each([
  ['priority > 5', { combinator: 'and', rules: [{ field: 'priority', operator: '>', value: 5 }] }],
  [
    "media_type = 'email' AND (Category IN ('a', 'it''s') OR not VIP is null)",
    {
      combinator: 'and',
      rules: [
        { field: 'media', operator: '=', value: 'email' },
        {
          combinator: 'or',
          rules: [
            { field: 'data.Category', operator: 'in', value: ['a', "it's"] },
            { combinator: 'and', not: true, rules: [{ field: 'data.VIP', operator: 'null' }] },
          ],
        },
      ],
    },
  ],
  [
    "subject like '%order%'",
    { combinator: 'and', rules: [{ field: 'subject', operator: 'contains', value: 'order' }] },
  ],
  [
    'Score not between 1 and 2.5',
    { combinator: 'and', not: true, rules: [{ field: 'data.Score', operator: 'between', value: [1, 2.5] }] },
  ],
])('reads %s as rules', (text, condition) => {
  expect(translateViewCondition(text)).toEqual({ condition });
});

test.each(['', 'priority', 'age(received_at) > 3', 'a = b', "a like 'x%y'", '(a = 1', 'is_locked = 1', 'a = 1 and'])(
  'leaves %s to a person',
  (text) => {
    expect(translateViewCondition(text)).toHaveProperty('problem');
  },
);

test.each(['!'.repeat(19_000), `${'('.repeat(9000)}a = 1`, `a = ${'9'.repeat(400)}`])(
  'leaves what was made to hurt to a person',
  (text) => {
    expect(translateViewCondition(text)).toHaveProperty('problem');
  },
);

test('never throws, and what it reads fits our language', () => {
  const part = fc.constantFrom(
    'a',
    'priority',
    'and',
    'or',
    'not',
    '(',
    ')',
    '=',
    "'x'",
    '5',
    'in',
    ',',
    'like',
    'is',
    'null',
    'between',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(part, { maxLength: 12 }).map((parts) => parts.join(' ')),
      ),
      (text) => {
        const told = translateViewCondition(text);
        if ('condition' in told) expect(conditionSchema.safeParse(told.condition).success).toBe(true);
      },
    ),
  );
});
