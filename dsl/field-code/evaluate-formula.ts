import { fieldCodeFunctions } from './field-code-functions.ts';
import {
  dateOf,
  type FieldCodeObjects,
  type FieldCodeValue,
  numberOf,
  truthOf,
  UnresolvedFieldCode,
} from './field-code-value.ts';
import { formatValue, type RenderContext, textOfValue } from './format-value.ts';
import type { Arithmetic, Comparison, Formula } from './formula.ts';
import { GivenArguments, numberOrFail } from './given-arguments.ts';
import { resolvePath } from './resolve-path.ts';

type Binary = Extract<Formula, { kind: 'binary' }>;

/**
 * The value of a formula. `+` joins when either side is text and adds otherwise. Comparisons are by number where both
 * sides are or spell numbers, by time where one is a date, else by character; nothing is ordered before or after what is
 * empty.
 *
 * @throws UnresolvedFieldCode where there is no value, with the character at fault
 */
export function evaluateFormula(formula: Formula, objects: FieldCodeObjects, context: RenderContext): FieldCodeValue {
  const evaluate = (part: Formula): FieldCodeValue => evaluateFormula(part, objects, context);
  switch (formula.kind) {
    case 'literal':
      return formula.value;
    case 'path':
      return resolvePath(formula.steps, objects, evaluate);
    case 'call': {
      const called = fieldCodeFunctions.find((candidate) => candidate.name === formula.name);
      return called === undefined ? null : called.run(new GivenArguments(formula.given, evaluate, context));
    }
    case 'unary': {
      const value = evaluate(formula.operand);
      return formula.operator === 'not' ? !truthOf(value) : -numberOrFail(value, formula.operand.at);
    }
    case 'binary':
      return evaluateBinary(formula, evaluate, context);
    case 'format':
      return formatValue(evaluate(formula.operand), formula.format, { ...context, at: formula.at });
  }
}

function evaluateBinary(
  formula: Binary,
  evaluate: (part: Formula) => FieldCodeValue,
  context: RenderContext,
): FieldCodeValue {
  const { operator, left, right } = formula;
  if (operator === 'and') return truthOf(evaluate(left)) && truthOf(evaluate(right));
  if (operator === 'or') return truthOf(evaluate(left)) || truthOf(evaluate(right));
  const first = evaluate(left);
  const second = evaluate(right);
  switch (operator) {
    case '=':
    case '<>':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compare(operator, orderOf(first, second, formula, context));
    case '+':
      if (typeof first === 'string' || typeof second === 'string') {
        return textOfValue(first, context, left.at) + textOfValue(second, context, right.at);
      }
      return calculate(operator, formula, [first, second]);
    case '-':
    case '*':
    case '/':
    case '^':
    case 'mod':
      return calculate(operator, formula, [first, second]);
  }
}

function calculate(operator: Arithmetic, formula: Binary, [left, right]: [FieldCodeValue, FieldCodeValue]): number {
  const first = numberOrFail(left, formula.left.at);
  const second = numberOrFail(right, formula.right.at);
  if ((operator === '/' || operator === 'mod') && second === 0) {
    throw new UnresolvedFieldCode('division by zero', formula.at);
  }
  const result = arithmetic(operator, first, second);
  if (!Number.isFinite(result)) throw new UnresolvedFieldCode('the result is no number', formula.at);
  return result;
}

function arithmetic(operator: Arithmetic, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '^':
      return left ** right;
    case 'mod':
      return left % right;
  }
}

/** Below, at or above 0 as the left value comes before, with or after the right one; undefined where they have no order. */
function orderOf(left: FieldCodeValue, right: FieldCodeValue, at: Binary, context: RenderContext): number | undefined {
  if (left === null || right === null) return left === right ? 0 : undefined;
  if (left instanceof Date || right instanceof Date) {
    const first = dateOf(left);
    const second = dateOf(right);
    return first === undefined || second === undefined ? undefined : first.getTime() - second.getTime();
  }
  const first = numberOf(left);
  const second = numberOf(right);
  if (first !== undefined && second !== undefined) return first - second;
  const firstText = textOfValue(left, context, at.left.at);
  const secondText = textOfValue(right, context, at.right.at);
  return firstText < secondText ? -1 : firstText > secondText ? 1 : 0;
}

function compare(operator: Comparison, order: number | undefined): boolean {
  if (order === undefined) return operator === '<>';
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}
