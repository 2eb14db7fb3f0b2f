import {
  type AssignmentExpression,
  type MemberExpression,
  type Node,
  parse,
  type SpreadElement,
  type TemplateLiteral,
} from 'acorn';

/** Names of the sums in a guarded source, none of which the source knows. */
export interface GuardedSource {
  readonly source: string;
  readonly names: Readonly<Record<'plus' | 'addTo' | 'bounded' | 'listable', string>>;
}

/** Kept, because a strategy of thousands of blocks takes half a second, and its isolate is opened anew after each that ran out of memory. */
const mostKept = 32;
const lately = new Map<string, GuardedSource>();

/**
 * The compiled source with every sum and template replaced by one that refuses texts beyond the limit, and every list of keys
 * by one that refuses lists beyond it: `+` alone makes half a gigabyte out of a letter in thirty steps, and the engine cannot
 * be interrupted in what comes after. What people read stays
 * the compiled source. Throws a SyntaxError for what cannot be read, or cannot be guarded.
 */
export function guardSource(source: string): GuardedSource {
  const known = lately.get(source);
  if (known !== undefined) return known;
  const guarded = guard(source);
  const [oldest] = lately.keys();
  if (lately.size >= mostKept && oldest !== undefined) lately.delete(oldest);
  lately.set(source, guarded);
  return guarded;
}

function guard(source: string): GuardedSource {
  const names = {
    plus: unusedName('plus', source),
    addTo: unusedName('addTo', source),
    bounded: unusedName('bounded', source),
    listable: unusedName('listable', source),
  };
  const root = parse(`(${source}\n)`, { ecmaVersion: 'latest', sourceType: 'script' });
  return { source: new Printer(`(${source}\n)`, names).print(root), names };
}

function unusedName(wanted: string, source: string): string {
  let name = wanted;
  while (source.includes(name)) name += '_';
  return name;
}

class Printer {
  readonly #text: string;
  readonly #names: GuardedSource['names'];

  constructor(text: string, names: GuardedSource['names']) {
    this.#text = text;
    this.#names = names;
  }

  print(node: Node): string {
    const { plus, bounded } = this.#names;
    if (isPlus(node)) return ` ${plus}(${this.#inner(node.left)}, ${this.#inner(node.right)})`;
    if (isPlusAssignment(node)) return this.#assignment(node);
    if (node.type === 'TaggedTemplateExpression') return this.#children(node);
    const listed = keysListedIn(node);
    if (listed !== undefined) return this.#listing(node, listed);
    if (hasRest(node)) throw new SyntaxError('take the rest of an object where it is declared: const { ...rest } = it');
    if (isTemplate(node) && node.expressions.length > 0) return ` ${bounded}(${this.#children(node)})`;
    return this.#children(node);
  }

  #inner(node: Node): string {
    return `(${this.print(node)})`;
  }

  #assignment({ left, right }: AssignmentExpression): string {
    const { plus, addTo } = this.#names;
    if (left.type !== 'MemberExpression')
      return `${this.print(left)} = ${plus}(${this.print(left)}, ${this.#inner(right)})`;
    if (isSimple(left)) {
      const place = this.#text.slice(left.start, left.end);
      return `${place} = ${plus}(${place}, ${this.#inner(right)})`;
    }
    if (left.object.type === 'Super' || left.property.type === 'PrivateIdentifier') {
      throw new SyntaxError('a sum of this kind has to be written with =');
    }
    const { property } = left;
    const isNamed = !left.computed && property.type === 'Identifier';
    const key = isNamed ? JSON.stringify(property.name) : this.#inner(property);
    return ` ${addTo}(${this.#inner(left.object)}, ${key}, ${this.#inner(right)})`;
  }

  /** The node with the part whose keys it lists guarded; a pattern beside it may take the rest. */
  #listing(node: Node, listed: Node): string {
    const parts: string[] = [];
    let at = node.start;
    for (const child of childrenOf(node)) {
      parts.push(this.#text.slice(at, child.start));
      if (child === listed) parts.push(` ${this.#names.listable}(${this.#inner(child)})`);
      else parts.push(child.type === 'ObjectPattern' ? this.#pattern(child) : this.print(child));
      at = child.end;
    }
    return [...parts, this.#text.slice(at, node.end)].join('');
  }

  #pattern(pattern: Node): string {
    const rest = childrenOf(pattern).find((child) => child.type === 'RestElement');
    const known = rest === undefined ? pattern.end : rest.start;
    const parts = this.#children({ ...pattern, end: known } as Node, (child) => child !== rest);
    return `${parts}${this.#text.slice(known, pattern.end)}`;
  }

  /** The node's own text with its children printed anew. */
  #children(node: Node, isWanted: (child: Node) => boolean = () => true): string {
    const parts: string[] = [];
    let at = node.start;
    const isTagged = node.type === 'TaggedTemplateExpression';
    for (const child of childrenOf(node).filter(isWanted)) {
      // the short forms { name } and { name = value } hold one place twice, the longer one first
      if (child.start < at) continue;
      parts.push(this.#text.slice(at, child.start));
      const isSpread = node.type === 'ObjectExpression' && isSpreadElement(child);
      if (isSpread) parts.push(`...${this.#names.listable}(${this.#inner(child.argument)})`);
      else parts.push(isTagged && child.type === 'TemplateLiteral' ? this.#children(child) : this.print(child));
      at = child.end;
    }
    parts.push(this.#text.slice(at, node.end));
    return parts.join('');
  }
}

function isPlus(node: Node): node is Node & { readonly left: Node; readonly right: Node } {
  return node.type === 'BinaryExpression' && 'operator' in node && node.operator === '+';
}

function isPlusAssignment(node: Node): node is AssignmentExpression {
  return node.type === 'AssignmentExpression' && 'operator' in node && node.operator === '+=';
}

/** The part of a node whose keys the engine lists: what a spread, a loop over keys or a declared rest goes over. */
function keysListedIn(node: Node): Node | undefined {
  const { left, right, id, init } = node as Node & Partial<Record<'left' | 'right' | 'id' | 'init', Node>>;
  if (node.type === 'ForInStatement') return right;
  if (node.type === 'VariableDeclarator' && hasRest(id)) return init ?? undefined;
  return node.type === 'AssignmentExpression' && hasRest(left) ? right : undefined;
}

function hasRest(pattern: Node | undefined): boolean {
  return pattern?.type === 'ObjectPattern' && childrenOf(pattern).some((child) => child.type === 'RestElement');
}

function isSpreadElement(node: Node): node is SpreadElement {
  return node.type === 'SpreadElement';
}

function isTemplate(node: Node): node is TemplateLiteral {
  return node.type === 'TemplateLiteral';
}

/** A member that is named twice without anything happening twice: `this.#count`, `super.total`, `one.#count`. */
function isSimple({ object, property, computed }: MemberExpression): boolean {
  const isNamedOnly = object.type === 'Super' || property.type === 'PrivateIdentifier';
  return isNamedOnly && !computed && ['Super', 'ThisExpression', 'Identifier'].includes(object.type);
}

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flatMap((value: unknown) => (Array.isArray(value) ? (value as unknown[]) : [value]))
    .filter(
      (value): value is Node => typeof value === 'object' && value !== null && 'type' in value && 'start' in value,
    )
    .toSorted((left, right) => left.start - right.start || right.end - left.end);
}
