import { isListCall } from './is-list-call.ts';
import { isNode } from './syntax-tree.ts';
import { expressionTree } from './translate-code.ts';

/** A value of a list of the old platform: which list, which key, which column, each as its expression. */
export interface ListCall {
  readonly list: string;
  readonly key: string;
  /** Left out for the whole row. */
  readonly column?: string;
}

/** The parts of an expression that is nothing but the value of a list; undefined for any other. */
export function listCall(code: string): ListCall | undefined {
  const read = expressionTree(code);
  if (read === undefined || !isListCall(read.node) || !Array.isArray(read.node.arguments)) return undefined;
  const [list, key, column] = read.node.arguments.filter(isNode).map(({ start, end }) => read.text.slice(start, end));
  return list === undefined || key === undefined
    ? undefined
    : { list, key, ...(column === undefined ? {} : { column }) };
}
