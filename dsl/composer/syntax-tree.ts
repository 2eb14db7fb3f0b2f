import type { Node } from 'acorn';

/** A node with whatever its kind brings, so that a walk needs no list of kinds. */
export type AnyNode = Node & Readonly<Record<string, unknown>>;

/** Tells a node from the other things nodes hold. */
export function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** The nodes directly below one. */
export function nodesBelow(node: AnyNode): AnyNode[] {
  return Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );
}

/** The name of an identifier, or undefined for any other node. */
export function identifierOf(node: unknown): string | undefined {
  return isNode(node) && node.type === 'Identifier' && typeof node.name === 'string' ? node.name : undefined;
}

/** The key of a member that is written out: `a.b` and `a['b']`, not `a[b]`. */
export function memberKeyOf(node: AnyNode): string | undefined {
  if (node.type !== 'MemberExpression') return undefined;
  if (node.computed !== true) return identifierOf(node.property);
  const { property } = node;
  return isNode(property) && property.type === 'Literal' && typeof property.value === 'string'
    ? property.value
    : undefined;
}

/** A chain of members as dotted text, such as `_data.system.context`; undefined when one of them is computed. */
export function dottedOf(node: unknown): string | undefined {
  const name = identifierOf(node);
  if (name !== undefined || !isNode(node)) return name;
  const key = memberKeyOf(node);
  const object = key === undefined ? undefined : dottedOf(node.object);
  return object === undefined ? undefined : `${object}.${key}`;
}

/** Names that a script itself declares: variables, functions and their parameters, wherever in it. */
export function declaredNames(program: AnyNode): ReadonlySet<string> {
  const names = new Set<string>();
  const addPattern = (pattern: unknown): void => {
    const name = identifierOf(pattern);
    if (name !== undefined) names.add(name);
    else if (isNode(pattern)) {
      const parts =
        pattern.type === 'Property'
          ? [pattern.value]
          : pattern.type === 'AssignmentPattern'
            ? [pattern.left]
            : nodesBelow(pattern);
      for (const part of parts) addPattern(part);
    }
  };
  const visit = (node: AnyNode): void => {
    if (node.type === 'VariableDeclarator' || node.type === 'ClassDeclaration') addPattern(node.id);
    if (/Function/.test(node.type)) {
      addPattern(node.id);
      for (const param of Array.isArray(node.params) ? node.params : []) addPattern(param);
    }
    if (node.type === 'CatchClause') addPattern(node.param);
    for (const below of nodesBelow(node)) visit(below);
  };
  visit(program);
  return names;
}
