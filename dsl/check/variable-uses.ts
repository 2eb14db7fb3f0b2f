import type { Fragment } from '../block/block.ts';
import type { BusinessProcess } from '../document/business-process.ts';
import { conditionFieldsOf } from './conditions-of.ts';
import { fragmentsOf } from './fragments-of.ts';
import { type ReadBlock, readStrategy } from './read-strategy.ts';
import { variableReads } from './variable-reads.ts';

/** A place that names a variable of a strategy. */
export interface VariableUse {
  /** From the document's root. */
  readonly path: readonly (string | number)[];
  /** True where the name is the last key of the path, false where it is in the text at the path. */
  readonly isKey: boolean;
  /** True in the Entry that declares it. */
  readonly isDeclaration: boolean;
  /** What stands there once the variable is called otherwise. */
  readonly renamed: (to: string) => string;
}

/**
 * Every place that names a variable of a strategy, its declaration in Entry included: settings of blocks, conditions, expressions
 * and scripts, and the parameters of calls when the strategy is a subroutine. Code is parsed; a key made while it runs
 * (`vars[name]`) is not seen. Settings that cannot be read yield none.
 */
export function variableUses(process: BusinessProcess, strategy: string, variable: string): VariableUse[] {
  return Object.entries(process.strategies).flatMap(([name, one]) =>
    [...readStrategy(name, one).blocks.values()].flatMap((block) => {
      const uses = [
        ...(name === strategy ? usesIn(block, variable) : []),
        ...(callsOf(block).includes(strategy) ? parametersOf(block, variable) : []),
      ];
      return uses.map((use) => ({ ...use, path: ['strategies', name, 'blocks', block.id, 'config', ...use.path] }));
    }),
  );
}

function usesIn(block: ReadBlock, variable: string): VariableUse[] {
  return [
    ...(block.block.role === 'entry'
      ? keysOf(block, 'variables', variable).map((use) => ({ ...use, isDeclaration: true }))
      : []),
    ...block.block
      .references(block.config)
      .filter(({ kind, name }) => kind === 'variable' && name === variable)
      .map(({ path, isKey = false }) => ({ path, isKey, isDeclaration: false, renamed: (to: string) => to })),
    ...conditionFieldsOf(block)
      .filter(({ field }) => field === `vars.${variable}`)
      .map(({ path }) => ({ path, isKey: false, isDeclaration: false, renamed: (to: string) => `vars.${to}` })),
    ...fragmentsOf(block).flatMap((fragment) => usesInCode(fragment, variable)),
  ];
}

function usesInCode({ kind, code, path }: Fragment, variable: string): VariableUse[] {
  if (kind !== 'expression' && kind !== 'script') return [];
  const reads = variableReads(kind, code, variable);
  if (reads.length === 0) return [];
  const renamed = (to: string): string =>
    reads.reduce((text, { start, end, text: write }) => text.slice(0, start) + write(to) + text.slice(end), code);
  return [{ path, isKey: false, isDeclaration: false, renamed }];
}

function callsOf({ block, config }: ReadBlock): string[] {
  if (block.entersBy === 'switch') return [];
  return block.references(config).flatMap(({ kind, name }) => (kind === 'strategy' ? [name] : []));
}

function parametersOf(block: ReadBlock, variable: string): VariableUse[] {
  return [...keysOf(block, 'in', variable), ...keysOf(block, 'out', variable)];
}

function keysOf({ config }: ReadBlock, setting: string, variable: string): VariableUse[] {
  const record = config[setting];
  if (typeof record !== 'object' || record === null || !Object.hasOwn(record, variable)) return [];
  return [{ path: [setting, variable], isKey: true, isDeclaration: false, renamed: (to) => to }];
}
