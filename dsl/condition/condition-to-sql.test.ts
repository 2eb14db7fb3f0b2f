import { describe, expect, test } from 'vitest';
import type { Rule } from './condition.ts';
import { conditionToSql } from './condition-to-sql.ts';

const columns = {
  'interaction.subject': { sql: 'subject', type: 'text' },
  'interaction.priority': { sql: 'priority', type: 'integer' },
  'interaction.receivedAt': { sql: 'received_at', type: 'timestamp' },
  'interaction.isOnline': { sql: 'is_online', type: 'boolean' },
} as const;

function sqlOf(...rules: Rule[]): unknown {
  return conditionToSql({ combinator: 'and', rules }, columns, 3);
}

function subject(operator: Rule['operator'], value?: Rule['value']): Rule {
  return { field: 'interaction.subject', operator, ...(value === undefined ? {} : { value }) };
}

describe('conditionToSql', () => {
  test('places values as parameters from the number asked for', () => {
    expect(
      sqlOf(subject('=', "o'clock"), { field: 'interaction.priority', operator: 'between', value: '1,9' }),
    ).toEqual({
      sql:
        '((subject IS NOT NULL AND subject = ANY($3::text[])) AND ' +
        '(priority IS NOT NULL AND priority >= $4::bigint) AND (priority IS NOT NULL AND priority <= $5::bigint))',
      parameters: [["o'clock"], 1, 9],
    });
  });

  test('keeps missing values out of what is false for them and in what is true', () => {
    expect(sqlOf(subject('!=', 'a'), subject('doesNotContain', 'b'), subject('null'))).toEqual({
      sql:
        '((subject IS NULL OR subject <> ALL($3::text[])) AND ' +
        '(subject IS NULL OR strpos(subject, $4::text) = 0) AND subject IS NULL)',
      parameters: [['a'], 'b'],
    });
  });

  test('negates a group and takes an empty one for true', () => {
    expect(conditionToSql({ combinator: 'or', not: true, rules: [] }, columns, 1)).toEqual({
      sql: 'NOT TRUE',
      parameters: [],
    });
  });

  test('compares times as times', () => {
    expect(sqlOf({ field: 'interaction.receivedAt', operator: '<', value: '2030-01-31' })).toEqual({
      sql: '((received_at IS NOT NULL AND received_at < $3::timestamptz))',
      parameters: ['2030-01-31T00:00:00.000Z'],
    });
  });

  test.each<[Rule, string]>([
    [{ field: 'interaction.body', operator: '=', value: 'a' }, 'known are interaction.subject'],
    [{ field: 'constructor', operator: '=', value: 'a' }, 'not a property'],
    [{ field: 'interaction.priority', operator: '=', value: 'high' }, 'compare it with numbers'],
    [{ field: 'interaction.priority', operator: '<', value: 'high' }, 'compare it with a number'],
    [{ field: 'interaction.priority', operator: 'contains', value: '1' }, 'is not text'],
    [subject('<', 5), 'no order by number'],
    [{ field: 'interaction.receivedAt', operator: '<', value: 'yesterday' }, 'a day such as'],
    [{ field: 'interaction.receivedAt', operator: '<', value: '2030-02-31' }, 'a day such as'],
    [{ field: 'interaction.receivedAt', operator: '=', value: '2030-01-31' }, 'a time in UTC'],
    [{ field: 'interaction.isOnline', operator: '=', value: 'yes' }, 'true or false'],
    [{ field: 'interaction.isOnline', operator: '>', value: 'a' }, 'no order'],
  ])('refuses %j and says what would be right', (rule, message) => {
    expect(sqlOf(rule)).toEqual({ error: { field: rule.field, message: expect.stringContaining(message) } });
  });
});
