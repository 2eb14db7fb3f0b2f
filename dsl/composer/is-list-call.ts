import { type AnyNode, dottedOf } from './syntax-tree.ts';

/** The name of the function that reads a list there. */
const readsList = /^_genesys\.session\.getListItemValue$/;

/** True for a call that reads a list. */
export function isListCall(node: AnyNode): boolean {
  return node.type === 'CallExpression' && readsList.test(dottedOf(node.callee) ?? '');
}
