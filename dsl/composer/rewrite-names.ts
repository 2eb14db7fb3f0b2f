import type { Program } from 'acorn';
import { isListCall } from './is-list-call.ts';
import { globalNames, ownNames, type Scope, systemVariables, type Translated } from './scope.ts';
import { type AnyNode, declaredNames, dottedOf, identifierOf, isNode, memberKeyOf, nodesBelow } from './syntax-tree.ts';
import { timeZoneNamed } from './time-zones.ts';

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a walk over one text gathers. */
interface Walk {
  readonly kind: 'expression' | 'script';
  readonly scope: Scope;
  readonly locals: ReadonlySet<string>;
  readonly changes: Change[];
  readonly assumptions: Set<string>;
  readonly problems: Set<string>;
  /** Functions of the project that it calls. */
  readonly brought: Map<string, { readonly text: string; readonly file: string }>;
  /** How many functions the walk is inside of. */
  depth: number;
}

const interactionIds =
  /^(?:_data\.)?(?:system(?:\.context)?\.)?(?:InteractionID|InitialInteractionID)$|^_event\.data\.interactionid$/;

/** Replaces every name of the old platform by what it is here; answers with a problem when one of them is nothing here. */
export function rewriteNames(kind: 'expression' | 'script', program: Program, text: string, scope: Scope): Translated {
  const root = program as unknown as AnyNode;
  const locals = declaredNames(root);
  const walk: Walk = {
    kind,
    scope,
    locals,
    changes: [],
    assumptions: new Set(),
    problems: new Set(),
    brought: new Map(),
    depth: 0,
  };
  const hidden = [...locals].filter((name) => ownNames.has(name));
  if (hidden.length > 0) return { problem: `It declares ${hidden.join(', ')}, which has a meaning of its own here.` };
  for (const name of locals) {
    if (scope.variableFor(name) !== undefined)
      walk.assumptions.add(`"${name}" is declared in the script, and hides the variable of that name.`);
  }
  visit(walk, root);
  const [problem] = walk.problems;
  if (problem !== undefined) return { problem };
  const js = changed(text, walk.changes, kind);
  const files = [...walk.brought].map(([name, { file }]) => `It brings the function "${name}" of ${file} along.`);
  return { js: withFunctions(kind, js, [...walk.brought.values()]), assumptions: [...walk.assumptions, ...files] };
}

/** The text with the functions it calls before it, each once. */
function withFunctions(kind: Walk['kind'], js: string, brought: readonly { readonly text: string }[]): string {
  const texts = [...new Set(brought.map(({ text }) => text))].filter((text) => text !== '');
  if (texts.length === 0) return js;
  return kind === 'script' ? `${texts.join('\n')}\n${js}` : `(() => {\n${texts.join('\n')}\nreturn (${js});\n})()`;
}

function visit(walk: Walk, node: AnyNode): void {
  if (rewriteCall(walk, node) || rewriteMember(walk, node)) return;
  if (node.type === 'ThisExpression' || node.type === 'WithStatement') walk.problems.add('It uses "this" or "with".');
  if (node.type === 'ReturnStatement' && walk.kind === 'script' && isNode(node.argument) && walk.depth === 0) {
    walk.problems.add('It returns a value at its top level.');
  }
  if (node.type === 'AssignmentExpression' || node.type === 'UpdateExpression') declareAssigned(walk, node);
  const name = identifierOf(node);
  if (name !== undefined) rewriteIdentifier(walk, node, name, '');
  if (node.type === 'Property' && node.shorthand === true && identifierOf(node.value) !== undefined) {
    const key = identifierOf(node.value) ?? '';
    return rewriteIdentifier(walk, node, key, `${key}: `);
  }
  const step = /Function/.test(node.type) ? 1 : 0;
  walk.depth += step;
  for (const below of nodesBelow(node)) {
    if (isReference(node, below)) visit(walk, below);
  }
  walk.depth -= step;
}

/** Keys, labels and the names of functions are no references. */
function isReference(node: AnyNode, below: AnyNode): boolean {
  if (node.type === 'MemberExpression') return below !== node.property || node.computed === true;
  if (/^(?:Property|MethodDefinition|PropertyDefinition)$/.test(node.type))
    return below !== node.key || node.computed === true;
  if (/^(?:Labeled|Break|Continue)Statement$/.test(node.type)) return below !== node.label;
  if (/Function/.test(node.type) || node.type === 'ClassDeclaration') return below !== node.id;
  return true;
}

/** `before` keeps the key of a shorthand property, which is one with the name of the variable. */
function rewriteIdentifier(walk: Walk, node: AnyNode, name: string, before: string): void {
  if (walk.locals.has(name) || globalNames.has(name)) return;
  const variable = walk.scope.variableFor(name);
  const brought = variable === undefined ? walk.scope.functionNamed?.(name) : undefined;
  if (brought !== undefined) walk.brought.set(name, brought);
  else if (variable === undefined) walk.problems.add(`It uses "${name}", which the diagram does not declare.`);
  else walk.changes.push({ start: node.start, end: node.end, text: `${before}vars.${variable}` });
}

/** Assigning to a name nobody declares makes a variable of the session there, so it makes a variable of the strategy here. */
function declareAssigned(walk: Walk, node: AnyNode): void {
  const name = identifierOf(node.left ?? node.argument);
  if (name !== undefined && !walk.locals.has(name) && !globalNames.has(name)) walk.scope.declare(name);
  const dotted = dottedOf(node.left ?? node.argument);
  const system = dotted === undefined ? undefined : systemNameOf(dotted);
  if (system !== undefined && systemVariables[system] !== undefined)
    walk.problems.add(`It assigns to "${dotted}", which is read only here.`);
}

function rewriteCall(walk: Walk, node: AnyNode): boolean {
  if (node.type !== 'CallExpression' || !Array.isArray(node.arguments)) return false;
  const callee = dottedOf(node.callee);
  const [first, second] = node.arguments.filter(isNode);
  const isOfThisOne = second === undefined || interactionIds.test(dottedOf(second) ?? '');
  const around = (before: string, after: string) => {
    if (first === undefined) return false;
    walk.changes.push(
      { start: node.start, end: first.start, text: before },
      { start: first.end, end: node.end, text: after },
    );
    visit(walk, first);
    return true;
  };
  if (/^(?:_genesys\.ixn\.)?getuData$/.test(callee ?? '') && isOfThisOne) return around('data[', ']');
  if (/^(?:_genesys\.ixn\.)?setuData$/.test(callee ?? '') && isOfThisOne) return around('Object.assign(data, ', ')');
  if (/^_genesys\.session\.(?:day|time|date)InZone$/.test(callee ?? ''))
    return rewriteZoneCall(walk, node, callee ?? '', first);
  if (isListCall(node)) return rewriteListCall(walk, node, node.arguments.filter(isNode));
  if (callee === '__Log' && walk.kind === 'script') return around('log(', ')');
  return false;
}

/** A value of a list is asked for, which only a script can wait for, and only outside of its functions. */
function rewriteListCall(walk: Walk, node: AnyNode, [list, key, column]: readonly AnyNode[]): boolean {
  if (walk.kind !== 'script' || walk.depth > 0 || list === undefined || key === undefined) return false;
  const isWhole = column === undefined || (column.type === 'Literal' && column['value'] === '');
  walk.changes.push(
    { start: node.start, end: list.start, text: '(await calls.listLookup({ list: ' },
    { start: list.end, end: key.start, text: ', key: ' },
    isWhole
      ? { start: key.end, end: node.end, text: ' })).values' }
      : { start: key.end, end: column.start, text: ' })).values[' },
  );
  if (!isWhole) walk.changes.push({ start: column.end, end: node.end, text: ']' });
  walk.assumptions.add('It reads a list: write the list of that name under Knowledge, Lists.');
  for (const part of isWhole ? [list, key] : [list, key, column]) visit(walk, part);
  return true;
}

/** Day, time and date in a zone are functions of the library, when the zone can be told. */
function rewriteZoneCall(walk: Walk, node: AnyNode, callee: string, first: AnyNode | undefined): boolean {
  const written = first?.type === 'Literal' && typeof first['value'] === 'string' ? first['value'] : '';
  const zone = timeZoneNamed(written);
  if (zone === undefined) return false;
  if (zone !== written) walk.assumptions.add(`The time zone "${written}" is taken as ${zone}.`);
  const name = /\.(\w+)InZone$/.exec(callee)?.[1] ?? 'time';
  walk.changes.push({ start: node.start, end: node.end, text: `fn.${name}(${JSON.stringify(zone)})` });
  return true;
}

function rewriteMember(walk: Walk, node: AnyNode): boolean {
  if (node.type !== 'MemberExpression') return false;
  const { start, end } = node;
  const attached = memberKeyOf(node) === 'udata' && isNode(node.object) ? node.object : undefined;
  if (attached !== undefined && isThisInteraction(attached)) {
    walk.changes.push({ start, end, text: 'data' });
    return true;
  }
  if (rewriteState(walk, node)) return true;
  const dotted = dottedOf(node) ?? '';
  const system = systemNameOf(dotted);
  const project = /^_data\.(\w+)$/.exec(dotted)?.[1];
  if (system !== undefined) {
    const known = Object.hasOwn(systemVariables, system) ? systemVariables[system] : undefined;
    if (known === undefined)
      walk.assumptions.add(
        `"system.${system}" has no counterpart; variable "system_${system}" stands in for it, and is empty until something fills it.`,
      );
    walk.changes.push({ start, end, text: known ?? `vars.${walk.scope.declare(`system.${system}`)}` });
    return true;
  }
  const day = /^_genesys\.session\.day\.([A-Z][a-z]+day)$/.exec(dotted)?.[1];
  if (day !== undefined) {
    walk.changes.push({ start, end, text: JSON.stringify(day) });
    return true;
  }
  if (dotted.startsWith('_genesys.')) {
    walk.problems.add(`It uses ${dotted}, which has no counterpart here.`);
    return true;
  }
  if (project === undefined || project === 'system') return false;
  walk.changes.push({ start, end, text: `vars.${walk.scope.declare(`_data.${project}`)}` });
  return true;
}

/** `AppState.x`: how callflows write their variables; those of the platform, such as `AppState.ANI`, stand in as variables too. */
function rewriteState(walk: Walk, node: AnyNode): boolean {
  const name = identifierOf(node.object) === 'AppState' ? memberKeyOf(node) : undefined;
  if (name === undefined || walk.locals.has('AppState')) return false;
  if (walk.scope.variableFor(name) === undefined) {
    walk.assumptions.add(
      `"AppState.${name}" is no variable of the diagram; variable "${walk.scope.declare(name)}" stands in for it, and is empty until something fills it.`,
    );
  }
  walk.changes.push({ start: node.start, end: node.end, text: `vars.${walk.scope.declare(name)}` });
  return true;
}

/** `_genesys.ixn.interactions[system.InteractionID]`, by whatever name it is called there. */
function isThisInteraction(node: AnyNode): boolean {
  if (node.type !== 'MemberExpression' || node.computed !== true) return false;
  return dottedOf(node.object) === '_genesys.ixn.interactions' && interactionIds.test(dottedOf(node.property) ?? '');
}

function systemNameOf(dotted: string): string | undefined {
  return /^(?:_data\.)?system\.(?:context\.)?(\w+)$/.exec(dotted)?.[1];
}

function changed(text: string, changes: readonly Change[], kind: 'expression' | 'script'): string {
  const inOrder = changes.toSorted((left, right) => left.start - right.start);
  let at = 0;
  let js = '';
  for (const change of inOrder) {
    js += text.slice(at, change.start) + change.text;
    at = change.end;
  }
  js += text.slice(at);
  return kind === 'expression' ? js.slice(1, -2).trim() : js;
}
