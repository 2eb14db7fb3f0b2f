import { runInThisContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Condition, conditionFields, conditionSchema, evaluateCondition, type Rule } from './condition.ts';
import { conditionToJs } from './condition-to-js.ts';
import { conditionToSql } from './condition-to-sql.ts';
import { ruleOperators } from './rule.ts';

function holds(operator: Rule['operator'], value: Rule['value'], field: unknown): boolean {
  const rule: Rule = value === undefined ? { field: 'vars.x', operator } : { field: 'vars.x', operator, value };
  return evaluateCondition({ combinator: 'and', rules: [rule] }, () => field);
}

function runJs(condition: Condition, values: Readonly<Record<string, unknown>>): unknown {
  const code = conditionToJs(condition, (field) => `values[${JSON.stringify(field)}]`);
  return runInThisContext(`(values) => ${code}`)(values);
}

describe('conditionSchema', () => {
  test('takes what react-querybuilder writes', () => {
    const drawn = {
      id: '1',
      combinator: 'and',
      not: false,
      rules: [
        { id: '2', field: 'interaction.subject', operator: 'contains', value: 'card' },
        { combinator: 'or', rules: [{ field: 'data.Category', operator: 'null' }] },
      ],
    };

    expect(conditionSchema.parse(drawn)).toEqual(drawn);
  });

  test.each([
    { combinator: 'xor', rules: [] },
    { combinator: 'and', rules: [{ field: 'vars.x', operator: '~', value: 1 }] },
    { combinator: 'and', rules: [{ field: 'vars.x', operator: '=' }] },
    { combinator: 'and', rules: [{ field: 'vars.x', operator: 'between', value: [1] }] },
    { combinator: 'and', rules: [{ field: '', operator: 'null' }] },
    { combinator: 'and', nott: true, rules: [] },
  ])('refuses %j', (wrong) => {
    expect(conditionSchema.safeParse(wrong).success).toBe(false);
  });

  test('exports as JSON Schema', () => {
    expect(z.toJSONSchema(conditionSchema)).toMatchObject({ type: 'object', required: ['combinator', 'rules'] });
  });
});

describe('evaluateCondition', () => {
  test.each(['=', '<', '<=', '>', '>=', 'contains', 'beginsWith', 'endsWith'] as const)(
    '%s is false for a missing field',
    (operator) => {
      expect([holds(operator, '', null), holds(operator, 0, undefined)]).toEqual([false, false]);
    },
  );

  test('in, between and notNull are false and !=, notIn, doesNotContain and null true for a missing field', () => {
    expect([
      holds('in', ['', 'null'], null),
      holds('between', [-9, 9], null),
      holds('notNull', undefined, null),
    ]).toEqual([false, false, false]);
    expect([
      holds('!=', '', null),
      holds('notIn', ['a'], null),
      holds('doesNotContain', '', undefined),
      holds('null', undefined, undefined),
    ]).toEqual([true, true, true, true]);
  });

  test('takes a number and its text, and a truth value and its text, for equal', () => {
    expect([holds('=', '5', 5), holds('=', 5, '5'), holds('=', true, 'true'), holds('in', 'a, true', true)]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([holds('=', '05', 5), holds('=', 'Gold', 'gold'), holds('=', 1, true), holds('=', '', null)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test('orders by number when a number is asked for, by character otherwise', () => {
    expect([holds('<', '10', '9'), holds('<', 10, '12 EUR'), holds('<', 10, ''), holds('<', 10, true)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect([
      holds('>=', '2030-01-31', '2030-01-31T08:00:00.000Z'),
      holds('>=', '2030-01-31', new Date('2030-01-30T23:59:59Z')),
      holds('between', ['a', 'c'], 'b'),
    ]).toEqual([true, false, true]);
  });

  test('takes a day for the whole of it', () => {
    const evening = '2030-01-31T23:59:59.999Z';
    expect((['<', '<=', '>', '>='] as const).map((operator) => holds(operator, '2030-01-31', evening))).toEqual([
      false,
      true,
      false,
      true,
    ]);
    expect(holds('<=', '2030-12-31', '2030-12-31')).toBe(true);
  });

  test('finds a text within a text and an element within a list', () => {
    expect([
      holds('contains', 'ar', 'card'),
      holds('contains', 'ar', ['card', 'ar']),
      holds('contains', 'ar', ['card']),
    ]).toEqual([true, true, false]);
  });

  test('holds without rules, whatever the combinator', () => {
    expect(evaluateCondition({ combinator: 'or', rules: [] }, () => 1)).toBe(true);
    expect(evaluateCondition({ combinator: 'or', not: true, rules: [] }, () => 1)).toBe(false);
  });

  test('is not fooled by an object with a toString of its own', () => {
    const hostile = JSON.parse('{"toString":1,"valueOf":1,"includes":1}');

    expect([holds('<', 1, hostile), holds('=', '1', hostile), holds('contains', '1', hostile)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('lists the fields it reads', () => {
    const rule: Rule = { field: 'vars.x', operator: 'null' };

    expect(conditionFields({ combinator: 'or', rules: [rule, { combinator: 'and', rules: [rule] }] })).toEqual([
      'vars.x',
    ]);
  });
});

describe('conditionToJs', () => {
  test('prints what a person would write', () => {
    const condition: Condition = {
      combinator: 'and',
      rules: [
        { field: 'data.Category', operator: '=', value: 'gold' },
        {
          combinator: 'or',
          rules: [
            { field: 'vars.x', operator: 'in', value: [1, 'a'] },
            { field: 'vars.y', operator: 'notNull' },
          ],
        },
      ],
    };

    expect(conditionToJs(condition, (field) => field)).toBe(
      'data.Category === "gold" && ([1, "1", "a"].includes(vars.x) || vars.y != null)',
    );
  });

  test('means what evaluateCondition says, for any condition and any data', () => {
    fc.assert(
      fc.property(
        aCondition,
        fc.record(Object.fromEntries(fields.map((field) => [field, aFieldValue]))),
        (condition, values) => {
          expect(runJs(condition, values)).toBe(evaluateCondition(condition, (field) => values[field]));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('conditionToSql', () => {
  test('never puts a value of the author into the text of the query', () => {
    const everything = { sql: 'c', type: 'text' } as const;
    fc.assert(
      fc.property(aCondition, (condition) => {
        const known = { 'vars.x': everything, 'vars.y': everything, 'data.Category': everything };
        const result = conditionToSql(condition, known, 1);
        if ('error' in result) return;
        const words = result.sql.replace(/\$\d+::(text|bigint|numeric)(\[\])?/g, 'P');
        expect(
          words.replace(/\b(NOT|TRUE|AND|OR|IS|NULL|ANY|ALL|COLLATE|C|strpos|starts_with|right|length|c|P|0)\b/g, ''),
        ).toMatch(/^[ ()<>=,"]*$/);
        expect(result.sql.match(/\$\d+/g)?.length ?? 0).toBeGreaterThanOrEqual(result.parameters.length);
      }),
    );
  });
});

const fields = ['vars.x', 'vars.y', 'data.Category'] as const;

const scalar = fc.oneof(
  fc.constantFrom(
    '',
    '5',
    '05',
    '5.5',
    '-1',
    ' 7 ',
    '1e3',
    'true',
    'false',
    'null',
    'gold',
    'Gold',
    'go',
    '2030-01-31',
  ),
  fc.constantFrom(0, 5, -1, 5.5, 1000, 1e21, true, false),
  fc.string().map((text) => text.replaceAll('\0', '')),
);

const aFieldValue = fc.oneof(
  { weight: 6, arbitrary: scalar },
  fc.constantFrom(null, undefined),
  fc.array(scalar, { maxLength: 3 }),
  fc.constantFrom<object>({}, { toString: 1, valueOf: 1, includes: 1 }, [{ toString: 1 }]),
);

const rule = fc
  .record({
    field: fc.constantFrom(...fields),
    operator: fc.constantFrom(...ruleOperators),
    values: fc.array(scalar, { minLength: 2, maxLength: 3 }),
  })
  .map(({ field, operator, values }) => {
    if (operator === 'null' || operator === 'notNull') return { field, operator };
    if (operator === 'in' || operator === 'notIn') return { field, operator, value: values };
    if (operator === 'between') return { field, operator, value: values.slice(0, 2) };
    return { field, operator, value: values[0] ?? '' };
  });

const aCondition = fc.letrec((tie) => ({
  group: fc.record(
    {
      combinator: fc.constantFrom('and', 'or'),
      not: fc.boolean(),
      rules: fc.array(fc.oneof({ depthSize: 'small' }, rule, tie('group')), { maxLength: 4 }),
    },
    { requiredKeys: ['combinator', 'rules'] },
  ),
})).group as fc.Arbitrary<Condition>;
