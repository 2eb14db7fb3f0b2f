import type { BlockInstance, Variable } from '../document/strategy.ts';
import type { VariableNames } from './variable-names.ts';

/** A strategy with its variables, as calls see it. */
export interface CalledStrategy {
  readonly names: VariableNames;
  readonly blocks: Readonly<Record<string, BlockInstance>>;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Makes calls fit the subroutines they call. Variables there have no types; ours were taken from first values, and what a call hands
 * over or takes back may be of another one. Then both variables get a type that takes either, and a literal becomes an expression.
 */
export function fitCalls(strategies: ReadonlyMap<string, CalledStrategy>): void {
  const calls = [...strategies.values()].flatMap((caller) =>
    Object.values(caller.blocks).flatMap((block) => {
      const called = block.type === 'call-subroutine' ? block.config['strategy'] : undefined;
      const callee = typeof called === 'string' ? strategies.get(called) : undefined;
      return callee === undefined ? [] : [{ block, caller, callee }];
    }),
  );
  // a change may make another pair differ; a type only ever becomes wider, so this ends
  for (let isStable = false; !isStable; ) {
    isStable = true;
    for (const { block, caller, callee } of calls) {
      for (const [inner, outer] of Object.entries((block.config['out'] ?? {}) as Fields)) {
        if (widened(callee.names, inner, caller.names, String(outer))) isStable = false;
      }
    }
  }
  for (const { block, callee } of calls) {
    const given = (block.config['in'] ?? {}) as Fields;
    const variables = callee.names.declarations();
    const fitting = Object.entries(given).map(([name, value]) => [name, fitted(value, variables[name]?.type)]);
    if (fitting.length > 0)
      block.config = { ...block.config, in: Object.fromEntries(fitting) as Fields } as BlockInstance['config'];
  }
}

function widened(inside: VariableNames, inner: string, ...[outside, outer]: readonly [VariableNames, string]): boolean {
  const [left, right] = [inside.declarations()[inner]?.type, outside.declarations()[outer]?.type];
  if (left === undefined || right === undefined || left === right) return false;
  const isObject = [left, right].some((type) => type === 'object' || type === 'list');
  const wide: Variable['type'] = isObject ? 'object' : 'string';
  inside.retype(inner, wide);
  outside.retype(outer, wide);
  return true;
}

function fitted(value: unknown, type: Variable['type'] | undefined): unknown {
  if (value === null || (typeof value === 'object' && 'js' in value)) return value;
  const fits = type === 'integer' ? Number.isInteger(value) : typeof value === type;
  return fits ? value : { js: JSON.stringify(value) };
}
