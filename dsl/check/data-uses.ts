import type { Node } from 'acorn';
import { compiledBody } from './compiled-body.ts';
import type { ReadBlock } from './read-strategy.ts';
import { javascriptNodes } from './walk-javascript.ts';

/** Keys of attached data that a block reads and writes, as far as its code names them. */
export interface DataUses {
  readonly reads: ReadonlySet<string>;
  readonly writes: ReadonlySet<string>;
  /** Beginnings of keys it writes, such as `ScrKey_`; the empty one stands for any key. */
  readonly prefixes: ReadonlySet<string>;
}

interface Found {
  readonly reads: Set<string>;
  readonly writes: Set<string>;
  readonly prefixes: Set<string>;
}

/** What of the syntax tree matters here. */
interface Expression extends Node {
  readonly name?: string;
  readonly value?: unknown;
  readonly computed?: boolean;
  readonly operator?: string;
  readonly object?: Expression;
  readonly property?: Expression;
  readonly left?: Expression;
  readonly argument?: Expression;
  readonly callee?: Expression;
  readonly arguments?: readonly Expression[];
  readonly properties?: readonly (Expression & { readonly key?: Expression })[];
  readonly init?: Expression | null;
  readonly id?: Expression;
}

/** Reads off the compiled code of a block which keys of attached data it uses, whatever its type. */
export function dataUsesOf(block: ReadBlock, strategy: string): DataUses {
  const code = compiledBody(block, strategy);
  const found: Found = { reads: new Set(), writes: new Set(), prefixes: new Set() };
  if (!/\bdata\b/.test(code)) return found;
  const nodes = javascriptNodes(code) as Expression[];
  const targets = new Set(nodes.map(({ type, left }) => (type === 'AssignmentExpression' ? left : undefined)));
  // handed on whole, under another name: who knows what is done with it
  const isShared = nodes.some((node) => handsOn(node));
  if (isShared) found.prefixes.add('');
  for (const node of nodes) {
    if (isData(node.object) && node.type === 'MemberExpression') noteMember(node, targets.has(node), found);
    if (isAssignTo(node)) noteAssigned(node, found);
    if (node.type === 'UnaryExpression' && node.operator === 'delete') forgetRead(node.argument, found);
  }
  return found;
}

function noteMember(node: Expression, isWritten: boolean, found: Found): void {
  const key = keyOf(node);
  if (key !== undefined) (isWritten ? found.writes : found.reads).add(key);
  else if (isWritten) found.prefixes.add(prefixOf(node.property));
}

/** `Object.assign(data, { a, b })`. */
function isAssignTo({ type, callee, arguments: given }: Expression): boolean {
  return type === 'CallExpression' && callee?.property?.name === 'assign' && isData(given?.[0]);
}

function noteAssigned({ arguments: given = [] }: Expression, found: Found): void {
  for (const source of given.slice(1)) {
    const keys = source.properties?.map(
      ({ key }) => key?.name ?? (typeof key?.value === 'string' ? key.value : undefined),
    );
    for (const key of keys ?? [undefined]) {
      if (key === undefined) found.prefixes.add('');
      else found.writes.add(key);
    }
  }
}

/** Taking a key away reads nothing, and is no reason to ask where it comes from. */
function forgetRead(argument: Expression | undefined, found: Found): void {
  const key = isData(argument?.object) && argument !== undefined ? keyOf(argument) : undefined;
  if (key !== undefined) found.reads.delete(key);
}

function handsOn({ type, init, callee, arguments: given = [], id }: Expression): boolean {
  if (type === 'VariableDeclarator') return isData(init ?? undefined) && id?.type === 'Identifier';
  return type === 'CallExpression' && callee?.object?.name !== 'Object' && given.some(isData);
}

function isData(node: Expression | undefined): boolean {
  return node?.type === 'Identifier' && node.name === 'data';
}

function keyOf({ computed, property }: Expression): string | undefined {
  if (computed !== true) return property?.name;
  return typeof property?.value === 'string' ? property.value : undefined;
}

/** What a computed key begins with, where that is written. */
function prefixOf(property: Expression | undefined): string {
  const left = property?.type === 'BinaryExpression' ? property.left?.value : undefined;
  return typeof left === 'string' ? left : '';
}
