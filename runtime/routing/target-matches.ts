import type { Target } from '#dsl/model/target.ts';
import { matchesSkills, parseSkillExpression, type SkillExpression } from '#dsl/skill-expression/skill-expression.ts';

/** What a target may ask of an agent. */
export interface Targetable {
  readonly id: string;
  readonly userName: string;
  readonly groups: ReadonlySet<string>;
  readonly skills: Readonly<Record<string, number>>;
}

/** Expressions are written by people, and few; only ones computed by strategies could fill this, so it is emptied at a size. */
const maxParsed = 1000;
const parsed = new Map<string, SkillExpression | undefined>();

/** Whether the target means this agent: by id or user name, as a member of the group, or by skills. An expression that cannot be read means nobody. */
export function targetMatches(target: Target, agent: Targetable): boolean {
  if ('agent' in target) return target.agent === agent.id || target.agent === agent.userName;
  if ('agentGroup' in target) return agent.groups.has(target.agentGroup);
  const expression = read(target.skill);
  return expression !== undefined && matchesSkills(expression, agent.skills, agent.groups);
}

function read(text: string): SkillExpression | undefined {
  if (parsed.has(text)) return parsed.get(text);
  if (parsed.size >= maxParsed) parsed.clear();
  const result = parseSkillExpression(text);
  const expression = 'error' in result ? undefined : result.expression;
  parsed.set(text, expression);
  return expression;
}
