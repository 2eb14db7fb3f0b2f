import { z } from 'zod';
import { parameter } from '../document/parameter.ts';
import { type Target, targetSchema } from '../model/target.ts';
import { type Fragment, type Reference, shown } from './block.ts';
import { namedField, namedReference } from './named-field.ts';
import { variableNameSchema } from './variable-name.ts';

/** The forms of a target in a block's settings, each of them the fields of one object. */
export const targetShapes = {
  agent: { agent: namedField('agent', 'Agent', 'One agent.') },
  agentGroup: { agentGroup: namedField('agent-group', 'Agent group', 'Whoever of the group is free.') },
  skill: {
    skill: parameter(z.string().min(1)).meta({
      title: 'Skill expression',
      description: 'Whoever satisfies it, such as English >= 3 & Billing > 0.',
      editor: 'skill-expression',
    }),
  },
  variable: {
    variable: variableNameSchema.meta({
      title: 'Variable',
      description: 'A variable that holds a target or a list of them, such as "Sales.GA" or { agentGroup: "Sales" }.',
    }),
  },
};

/** A target as authors set it. */
export const targetField = z.union([
  z.strictObject(targetShapes.agent).meta({ title: 'Agent' }),
  z.strictObject(targetShapes.agentGroup).meta({ title: 'Agent group' }),
  z.strictObject(targetShapes.skill).meta({ title: 'Skill expression' }),
  z.strictObject(targetShapes.variable).meta({ title: 'Variable' }),
]);

/** A target as authors set it. */
export type TargetField = z.infer<typeof targetField>;

/** A target as host calls take it: one, or what a variable holds. */
export const targetParam = z.union([targetSchema, z.strictObject({ variable: z.json() })]);

/** A target as host calls take it. */
export type TargetParam = Target | { readonly variable: z.core.util.JSONType };

/** A list of targets as a setting. */
export function targetsField(description: string) {
  return z.array(targetField).min(1).max(50).meta({ title: 'Targets', description, editor: 'targets' });
}

/** Targets with the variables they name read when the block runs. */
export function targetsForRun(targets: readonly object[]): object[] {
  return targets.map((target) =>
    'variable' in target ? { ...target, variable: { js: `vars.${String(target.variable)} ?? null` } } : target,
  );
}

/** Names that targets use. */
export function targetReferences(targets: readonly object[], ...path: readonly (string | number)[]): Reference[] {
  return targets.flatMap((target, index) => [
    ...('agent' in target ? namedReference('agent', target.agent, ...path, index, 'agent') : []),
    ...('agentGroup' in target ? namedReference('agent-group', target.agentGroup, ...path, index, 'agentGroup') : []),
    ...('variable' in target ? namedReference('variable', target.variable, ...path, index, 'variable') : []),
  ]);
}

/** Skill expressions of targets, for checks of their syntax. */
export function targetFragments(targets: readonly object[], ...path: readonly (string | number)[]): Fragment[] {
  return targets.flatMap((target, index) =>
    'skill' in target && typeof target.skill === 'string'
      ? [{ kind: 'skill-expression' as const, code: target.skill, path: [...path, index, 'skill'] }]
      : [],
  );
}

/** A target on a card. */
export function shownTarget(target: TargetField): string {
  if ('agent' in target) return shown(target.agent);
  if ('agentGroup' in target) return shown(target.agentGroup);
  return 'skill' in target ? shown(target.skill) : `{${target.variable}}`;
}
