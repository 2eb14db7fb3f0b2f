import type { Variable } from '../document/strategy.ts';
import type { Diagram, SourceBlock } from './diagram.ts';
import { findEntry } from './find-entry.ts';
import type { ScriptLibrary } from './script-library.ts';
import { readVariables } from './read-variables.ts';
import { createVariableNames, type VariableNames } from './variable-names.ts';
import { attributeOf, childrenNamed } from './xml-element.ts';

/** A diagram on its way to become a strategy: named, its variables declared, its blocks still to come. */
export interface StrategyDraft {
  readonly name: string;
  readonly diagram: Diagram;
  readonly isSubroutine: boolean;
  readonly names: VariableNames;
  /** Variables whose first value is an expression, by their name here. */
  readonly initials: readonly { readonly name: string; readonly code: string }[];
  /** False when the diagram says that its end leaves the interaction alone. */
  readonly endsInteractions: boolean;
  /** Variables whose value was left out for being a secret. */
  readonly secrets: readonly string[];
}

/** Begins a strategy: every diagram is begun before the first is converted, so that calls find the variables of what they call. */
export function beginStrategy(
  name: string,
  diagram: Diagram,
  isSubroutine: boolean,
  project: { readonly variables: ReadonlyMap<string, Variable>; readonly library: ScriptLibrary },
): StrategyDraft {
  const names = createVariableNames(project.variables, project.library);
  const { entry } = findEntry(diagram);
  const declared = entry === undefined ? [] : readVariables(entry.element);
  const initials = declared.flatMap((one) => {
    const ours = names.add(one.name, one.variable);
    return one.initial === undefined ? [] : [{ name: ours, code: one.initial }];
  });
  const secrets = declared.flatMap(({ name: written, isSecret }) => (isSecret === true ? [written] : []));
  return { name, diagram, isSubroutine, names, initials, secrets, endsInteractions: endsInteractions(entry) };
}

function endsInteractions(entry: SourceBlock | undefined): boolean {
  const rows = entry === undefined ? [] : childrenNamed(entry.element, 'variables');
  const flag = rows.find((row) => attributeOf(row, 'name') === 'system.TerminateIxnOnExit');
  const value = flag === undefined ? undefined : attributeOf(flag, 'value');
  return value === undefined || !/^\s*['"]?(?:0|false)['"]?\s*$/.test(value);
}
