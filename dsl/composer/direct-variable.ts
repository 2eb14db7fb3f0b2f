import type { VariableNames } from './variable-names.ts';

/** Makes a variable of a subroutine one of its parameters; answers its name here. */
export function directVariable(names: VariableNames, name: string, way: 'in' | 'out'): string {
  const ours = names.declare(name);
  const variable = names.declarations()[ours];
  if (variable === undefined) return ours;
  const before = variable.direction;
  const direction = before === 'local' || before === way ? way : 'in-out';
  return names.add(name, { ...variable, direction });
}
