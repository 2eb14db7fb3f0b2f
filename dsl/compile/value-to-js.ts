import { isExpression } from '../document/parameter.ts';

/** A setting as JavaScript: literals as JSON, expressions in parentheses, objects and lists member by member; what is undefined is left out. */
export function valueToJs(value: unknown): string {
  if (isExpression(value)) return expressionToJs(value.js);
  if (Array.isArray(value)) return `[${value.map(valueToJs).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return literalToJs(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  if (members.length === 0) return '{}';
  return `{ ${members.map(([key, member]) => `${keyToJs(key)}: ${valueToJs(member)}`).join(', ')} }`;
}

/** An author's expression in parentheses, on lines of its own when a comment could swallow the closing one. */
export function expressionToJs(js: string): string {
  return js.includes('//') ? `(${js}\n)` : `(${js})`;
}

function literalToJs(value: unknown): string {
  return JSON.stringify(value) ?? 'undefined';
}

function keyToJs(key: string): string {
  // as a plain key, __proto__ would set the prototype instead of a member
  if (key === '__proto__') return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}
