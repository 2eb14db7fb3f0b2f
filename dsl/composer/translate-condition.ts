import { type Node, parse } from 'acorn';
import type { Scope, Translated } from './scope.ts';
import { translateCode } from './translate-code.ts';

/** A condition of Composer as an expression of ours. One that assigns where its author meant to compare is read as a comparison. */
export function translateCondition(code: string, scope: Scope): Translated {
  const operator = assignmentIn(code);
  if (operator === undefined) return translateCode('expression', code, scope);
  const translated = translateCode('expression', `${code.slice(0, operator)}=${code.slice(operator)}`, scope);
  if ('problem' in translated) return translated;
  const remark = 'It assigns with "=" where a comparison is meant; it compares here.';
  return { ...translated, assumptions: [remark, ...translated.assumptions] };
}

/** Where the `=` of a condition stands that is nothing but an assignment. */
function assignmentIn(code: string): number | undefined {
  try {
    const [statement] = parse(code, { ecmaVersion: 'latest', sourceType: 'script' }).body;
    const expression: Node | undefined = statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
    if (expression?.type !== 'AssignmentExpression' || !('left' in expression) || !('right' in expression))
      return undefined;
    const { left, right } = expression as Node & { left: Node; right: Node };
    const between = code.slice(left.end, right.start);
    return between.trim() === '=' ? left.end + between.indexOf('=') : undefined;
  } catch {
    // what cannot be read is told by whoever translates it
    return undefined;
  }
}
