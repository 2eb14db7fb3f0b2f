import { variableNameSchema } from './variable-name.ts';

/** A setting that names the variable which receives something; left out, nothing is kept. */
export function variableField(title: string, description: string) {
  return variableNameSchema.optional().meta({ title, description });
}

/** Statements that keep values in the variables chosen, by variable setting; none for those left out. */
export function keepInVariables(pairs: readonly (readonly [variable: string | undefined, js: string])[]): string[] {
  return pairs.flatMap(([variable, js]) => (variable === undefined ? [] : [`vars.${variable} = ${js};`]));
}
