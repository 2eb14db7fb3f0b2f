import { isExpression } from '../document/parameter.ts';
import type { Variable } from '../document/strategy.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';
import { suggestion } from '../errors/nearest.ts';
import { blockTitle, diagnosticAt } from './diagnostic-at.ts';
import type { ReadBlock, ReadStrategy } from './read-strategy.ts';
import { strongComponents } from './strong-components.ts';
import { variablesOf } from './variables-of.ts';

/** Calls of subroutines: they are subroutines, take and give the variables named, and do not come back to themselves. */
export function checkSubroutines(strategies: ReadonlyMap<string, ReadStrategy>): Diagnostic[] {
  const calls = (read: ReadStrategy) =>
    [...read.blocks.values()].filter(({ block }) => block.entersBy !== 'switch').flatMap((block) => calleesOf(block));
  const rings = strongComponents(strategies.keys(), (name) => {
    const read = strategies.get(name);
    return read === undefined ? [] : calls(read).filter((callee) => strategies.has(callee));
  });
  return [
    ...[...strategies.values()].flatMap((read) =>
      [...read.blocks.values()].flatMap((block) => checkCall(read, block, strategies)),
    ),
    ...rings.map((ring) => {
      const message = `${ring.map((name) => `"${name}"`).join(' and ')} call${ring.length === 1 ? 's' : ''} back to where the call came from; that never ends.`;
      return diagnosticAt('error', 'check/recursive-subroutine', ['strategies', ring[0] ?? ''], message);
    }),
  ];
}

function calleesOf({ block, config }: ReadBlock): string[] {
  return block
    .references(config)
    .filter(({ kind }) => kind === 'strategy')
    .map(({ name }) => name);
}

function checkCall(read: ReadStrategy, block: ReadBlock, strategies: ReadonlyMap<string, ReadStrategy>): Diagnostic[] {
  const path = ['strategies', read.name, 'blocks', block.id, 'config'];
  return calleesOf(block).flatMap((name) => {
    const callee = strategies.get(name);
    if (callee === undefined) return [];
    if (block.block.entersBy === 'switch') return checkSwitch(block, callee, path);
    if (callee.strategy.kind !== 'subroutine') {
      const message = `${blockTitle(block)} calls "${name}", which is a strategy; only subroutines can be called.`;
      return [diagnosticAt('error', 'check/call-of-strategy', [...path, 'strategy'], message)];
    }
    return [
      ...checkParameters(block, callee, 'in', path),
      ...checkParameters(block, callee, 'out', path),
      ...checkTypes(read, block, callee, path),
    ];
  });
}

/** A subroutine ends by going back to whoever called it, which a switch has nobody for. */
function checkSwitch(block: ReadBlock, callee: ReadStrategy, path: readonly string[]): Diagnostic[] {
  if (callee.strategy.kind !== 'subroutine') return [];
  const message = `${blockTitle(block)} switches to "${callee.name}", which is a subroutine; switch to a strategy, or call it.`;
  return [diagnosticAt('error', 'check/switch-to-subroutine', [...path, 'strategy'], message)];
}

/** Literals have the type that the subroutine declares, what it cannot do without is given, and what it gives fits where it goes. */
function checkTypes(read: ReadStrategy, block: ReadBlock, callee: ReadStrategy, path: readonly string[]): Diagnostic[] {
  const { in: given = {}, out = {} } = block.config as { in?: Record<string, unknown>; out?: Record<string, unknown> };
  const own = variablesOf(read);
  return Object.entries(variablesOf(callee)).flatMap(([name, { type, direction, default: preset }]) => {
    const found: Diagnostic[] = [];
    const takes = direction === 'in' || direction === 'in-out';
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (takes && value === undefined && preset === undefined) {
      const message = `Subroutine "${callee.name}" gets nothing for its in variable "${name}", which has no default.`;
      found.push(diagnosticAt('warning', 'check/missing-parameter', [...path, 'in'], message));
    }
    if (takes && value !== undefined && value !== null && !isExpression(value) && !fitsType(type, value)) {
      const message = `In variable "${name}" of subroutine "${callee.name}" is ${JSON.stringify(value)}; expected ${type}.`;
      found.push(diagnosticAt('error', 'check/parameter-type', [...path, 'in', name], message));
    }
    const receiver = Object.hasOwn(out, name) ? own[String(out[name])] : undefined;
    if (receiver !== undefined && direction !== 'in' && !goesInto(type, receiver.type)) {
      const message = `Out variable "${name}" of subroutine "${callee.name}" is ${type}; "${String(out[name])}" is ${receiver.type}.`;
      found.push(diagnosticAt('error', 'check/parameter-type', [...path, 'out', name], message));
    }
    return found;
  });
}

function fitsType(type: Variable['type'], value: unknown): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value);
    case 'list':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && !Array.isArray(value);
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === type;
  }
}

function goesInto(type: Variable['type'], receiver: Variable['type']): boolean {
  return type === receiver || (type === 'integer' && receiver === 'number');
}

function checkParameters(
  block: ReadBlock,
  callee: ReadStrategy,
  direction: 'in' | 'out',
  path: readonly string[],
): Diagnostic[] {
  const known = Object.entries(variablesOf(callee))
    .filter(([, variable]) => variable.direction === direction || variable.direction === 'in-out')
    .map(([name]) => name);
  const given = block.config[direction];
  if (typeof given !== 'object' || given === null) return [];
  return Object.keys(given)
    .filter((name) => !known.includes(name))
    .map((name) => {
      const message = `Subroutine "${callee.name}" has no ${direction} variable "${name}"; ${suggestion(name, known)}`;
      return diagnosticAt('error', 'check/unknown-parameter', [...path, direction, name], message);
    });
}
