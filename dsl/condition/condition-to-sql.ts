import type { Condition } from './condition.ts';
import type { Rule } from './rule.ts';
import { type RuleTest, testsOf } from './rule-test.ts';
import { type ColumnType, listParameter, orderParameter, type SqlParameter } from './sql-parameter.ts';

/** What a field is in the database: an SQL expression that stands by itself (a column, or in parentheses) and its type. */
export interface ConditionColumn {
  readonly sql: string;
  readonly type: ColumnType;
}

/** Why a condition cannot be asked of the database. */
export interface ConditionSqlError {
  readonly field: string;
  readonly message: string;
}

/**
 * The condition as a PostgreSQL expression that is true for exactly the rows for which `evaluateCondition` is, and never
 * null, so that a NOT around it is right too. Values travel as parameters, the first of them `$firstParameter`. A field
 * that is no column, or a value that its type cannot be compared with, is an error that says what would be right.
 */
export function conditionToSql(
  condition: Condition,
  columns: Readonly<Record<string, ConditionColumn>>,
  firstParameter: number,
): { sql: string; parameters: unknown[] } | { error: ConditionSqlError } {
  const parameters: unknown[] = [];
  const place = (parameter: SqlParameter): string => {
    parameters.push(parameter.value);
    return `$${firstParameter + parameters.length - 1}::${parameter.cast}`;
  };
  const sql = printGroup(condition, columns, place);
  return typeof sql === 'string' ? { sql, parameters } : { error: sql };
}

type Place = (parameter: SqlParameter) => string;
type Columns = Readonly<Record<string, ConditionColumn>>;

function printGroup(condition: Condition, columns: Columns, place: Place): string | ConditionSqlError {
  const parts: string[] = [];
  for (const rule of condition.rules) {
    const part = 'rules' in rule ? printGroup(rule, columns, place) : printRule(rule, columns, place);
    if (typeof part !== 'string') return part;
    parts.push(part);
  }
  const sql = parts.length === 0 ? 'TRUE' : `(${parts.join(condition.combinator === 'and' ? ' AND ' : ' OR ')})`;
  return condition.not === true ? `NOT ${sql}` : sql;
}

function printRule(rule: Rule, columns: Columns, place: Place): string | ConditionSqlError {
  const column = Object.hasOwn(columns, rule.field) ? columns[rule.field] : undefined;
  if (column === undefined) {
    const known = Object.keys(columns).join(', ');
    return { field: rule.field, message: `is not a property a view can ask for; known are ${known}` };
  }
  const parts: string[] = [];
  for (const test of testsOf(rule)) {
    const printed = printTest(test, column, place);
    if (typeof printed !== 'string') return { field: rule.field, message: printed.expected };
    parts.push(printed);
  }
  return parts.join(' AND ');
}

interface Refusal {
  readonly expected: string;
}

function printTest(test: RuleTest, column: ConditionColumn, place: Place): string | Refusal {
  const { sql, type } = column;
  switch (test.kind) {
    case 'missing':
      return `${sql} IS ${test.negated ? 'NOT ' : ''}NULL`;
    case 'one-of': {
      const parameter = listParameter(test.values, type);
      if ('expected' in parameter) return parameter;
      return test.negated
        ? `(${sql} IS NULL OR ${sql} <> ALL(${place(parameter)}))`
        : `(${sql} IS NOT NULL AND ${sql} = ANY(${place(parameter)}))`;
    }
    case 'number-order':
    case 'text-order': {
      const parameter = orderParameter(test.limit, type);
      if ('expected' in parameter) return parameter;
      // "C" orders by code point, as JavaScript does within the basic plane; the database's own collation would not
      const collation = type === 'text' ? ' COLLATE "C"' : '';
      return `(${sql} IS NOT NULL AND ${sql}${collation} ${test.order} ${place(parameter)})`;
    }
    case 'contains':
    case 'begins':
    case 'ends':
      if (type !== 'text') return { expected: `is not text: compare it with = or with < and >` };
      return printTextTest(test, sql, place({ value: test.text, cast: 'text' }));
  }
}

function printTextTest(
  test: Extract<RuleTest, { kind: 'contains' | 'begins' | 'ends' }>,
  sql: string,
  parameter: string,
): string {
  switch (test.kind) {
    case 'contains':
      return test.negated
        ? `(${sql} IS NULL OR strpos(${sql}, ${parameter}) = 0)`
        : `(${sql} IS NOT NULL AND strpos(${sql}, ${parameter}) > 0)`;
    case 'begins':
      return `(${sql} IS NOT NULL AND starts_with(${sql}, ${parameter}))`;
    case 'ends':
      return `(${sql} IS NOT NULL AND right(${sql}, length(${parameter})) = ${parameter})`;
  }
}
