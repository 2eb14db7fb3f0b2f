import type { Variable } from '../document/strategy.ts';
import type { Scope } from './scope.ts';
import type { ScriptLibrary } from './script-library.ts';

const idPattern = /^[A-Za-z_]\w*$/;

/** The variables of one strategy under construction: names as the diagram has them, names and declarations as ours. */
export interface VariableNames extends Scope {
  /** Declares a variable of the diagram, with its value and what its author said of it. */
  add(name: string, variable: Variable): string;
  /** Gives a declared variable, by its name here, another type. */
  retype(ours: string, type: Variable['type']): void;
  /** The declarations made so far, for the Entry block. */
  declarations(): Record<string, Variable>;
}

/** Begins the variables of a strategy; `project` are those that all diagrams share, declared here once they are used. */
export function createVariableNames(project: ReadonlyMap<string, Variable>, library?: ScriptLibrary): VariableNames {
  const ours = new Map<string, string>();
  const declared = new Map<string, Variable>();
  const add = (name: string, variable: Variable): string => {
    const known = ours.get(name);
    if (known !== undefined) {
      declared.set(known, variable);
      return known;
    }
    const fresh = freshName(name, (wanted) => declared.has(wanted));
    ours.set(name, fresh);
    declared.set(fresh, variable);
    return fresh;
  };
  const declare = (name: string): string => {
    const known = ours.get(name);
    if (known !== undefined) return known;
    const shared = name.startsWith('_data.') ? project.get(name.slice('_data.'.length)) : undefined;
    return add(name, shared ?? { type: 'string', direction: 'local' });
  };
  const retype = (name: string, type: Variable['type']): void => {
    const variable = declared.get(name);
    if (variable !== undefined) declared.set(name, { ...variable, type });
  };
  return {
    variableFor: (name) => ours.get(name),
    declare,
    add,
    retype,
    functionNamed: (name) => library?.functionNamed(name),
    declarations: () => Object.fromEntries(declared),
  };
}

/** A name that our variables may have, close to the one given: at most 64 letters, digits and underscores. */
function freshName(name: string, isTaken: (name: string) => boolean): string {
  const plain = name.replace(/^_data\./, '').replace(/\W+/g, '_');
  const legal = idPattern.test(plain) && plain !== '__proto__' ? plain : `v_${plain.replace(/^_+|_+$/g, '')}`;
  const base = legal.slice(0, 56);
  let fresh = base;
  for (let number = 2; isTaken(fresh); number += 1) fresh = `${base}_${number}`;
  return fresh;
}
