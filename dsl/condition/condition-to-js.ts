import type { Condition } from './condition.ts';
import type { Rule } from './rule.ts';
import { type RuleTest, spellingsOf, testsOf } from './rule-test.ts';

/**
 * The condition as one JavaScript expression with the value that `evaluateCondition` gives. It needs nothing but the
 * language, never throws for any JSON value, and is made to be read: `data.Category === "gold" && parseFloat(vars.x) < 5`.
 *
 * @param accessor the expression that reads a field; put in more than once, so it must have no effect
 */
export function conditionToJs(condition: Condition, accessor: (field: string) => string): string {
  return printGroup(condition, accessor).code;
}

interface Printed {
  readonly code: string;
  /** The operator at the top, which decides where parentheses are needed. */
  readonly top: '&&' | '||' | 'none';
}

function printGroup(condition: Condition, accessor: (field: string) => string): Printed {
  const operator = condition.combinator === 'and' ? '&&' : '||';
  const parts = condition.rules.map((part) =>
    'rules' in part ? printGroup(part, accessor) : printRule(part, accessor),
  );
  const printed = parts.length === 0 ? { code: 'true', top: 'none' as const } : join(parts, operator);
  return condition.not === true ? { code: `!(${printed.code})`, top: 'none' } : printed;
}

function printRule(rule: Rule, accessor: (field: string) => string): Printed {
  const value = accessor(rule.field);
  return join(
    testsOf(rule).map((test) => printTest(test, value)),
    '&&',
  );
}

function join(parts: readonly Printed[], operator: '&&' | '||'): Printed {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const codes = parts.map((part) => (part.top === 'none' || part.top === operator ? part.code : `(${part.code})`));
  return { code: codes.join(` ${operator} `), top: operator };
}

function printTest(test: RuleTest, value: string): Printed {
  switch (test.kind) {
    case 'missing':
      // loose on purpose: null and undefined alike
      return { code: `${value} ${test.negated ? '!=' : '=='} null`, top: 'none' };
    case 'one-of':
      return printOneOf(test.values.flatMap(spellingsOf), test.negated, value);
    case 'number-order':
      // objects are shut out first: parseFloat calls toString, which data from outside may have replaced
      return {
        code: `typeof ${value} !== "object" && parseFloat(${value}) ${test.order} ${JSON.stringify(test.limit)}`,
        top: '&&',
      };
    case 'text-order':
      return {
        code: `typeof ${value} === "string" && ${value} ${test.order} ${JSON.stringify(test.limit)}`,
        top: '&&',
      };
    case 'contains': {
      const code = `(typeof ${value} === "string" || Array.isArray(${value})) && ${value}.includes(${JSON.stringify(test.text)})`;
      return test.negated ? { code: `!(${code})`, top: 'none' } : { code, top: '&&' };
    }
    case 'begins':
    case 'ends': {
      const method = test.kind === 'begins' ? 'startsWith' : 'endsWith';
      return { code: `typeof ${value} === "string" && ${value}.${method}(${JSON.stringify(test.text)})`, top: '&&' };
    }
  }
}

function printOneOf(values: readonly unknown[], negated: boolean, value: string): Printed {
  const [only] = values;
  if (values.length === 1) {
    return { code: `${value} ${negated ? '!==' : '==='} ${JSON.stringify(only)}`, top: 'none' };
  }
  const list = `[${values.map((one) => JSON.stringify(one)).join(', ')}]`;
  return { code: `${negated ? '!' : ''}${list}.includes(${value})`, top: 'none' };
}
