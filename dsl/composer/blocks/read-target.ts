import { parseSkillExpression } from '../../skill-expression/skill-expression.ts';
import { legalName } from '../fresh-names.ts';
import { parameterOf, type Reading } from '../parameter-of.ts';
import { settingIn, settingOf, shownSetting } from '../setting.ts';
import { attributeOf, childrenNamed, type XmlElement } from '../xml-element.ts';

/** A target of ours: one of the fields is set. */
export type OurTarget = Partial<Readonly<Record<'agent' | 'agentGroup' | 'skill' | 'variable', unknown>>>;

/** A target of a block, with its share where it shares out by percentage. */
export interface FoundTarget {
  readonly target: OurTarget;
  readonly percent: number;
}

/** The targets that a block names and that can be told. */
export function readTargets(element: XmlElement, reading: Reading, ...lists: readonly string[]): FoundTarget[] {
  const rows = childrenNamed(element, ...lists).slice(0, 50);
  return rows.flatMap((row) => {
    const target = readTarget(row, reading);
    return target === undefined ? [] : [{ target, percent: percentOf(row) }];
  });
}

function readTarget(row: XmlElement, reading: Reading): OurTarget | undefined {
  // a name is a literal; a value says beside it where it comes from
  const written = settingOf(row, 'name') ?? settingIn(row) ?? settingOf(row, 'target');
  if (written === undefined) return undefined;
  const said = attributeOf(row, 'targetType', 'type');
  const type = (said ?? 'Agent Group').replace(/\W/g, '').toLowerCase();
  if (type === 'variable' || (said === undefined && 'expression' in written))
    return variableTarget(shownSetting(written), reading);
  const value = parameterOf(written, reading);
  if (value === undefined || value === null) return undefined;
  if (type === 'skill' && typeof value === 'string') return skillTarget(value, reading);
  const name = typeof value === 'object' ? value : legalName(String(value), 'Target');
  if (type === 'agent') return { agent: name };
  if (type === 'skill') return { skill: name };
  if (type !== 'agentgroup') {
    reading.reasons.push(`"${shownSetting(written)}" is a target of type ${type}; it is taken as an agent group.`);
  }
  return { agentGroup: name };
}

/** A target that a variable holds, as `Sales.GA` or as a skill expression. */
function variableTarget(name: string, reading: Reading): OurTarget {
  reading.reasons.push(`Its target is what the variable "${name}" holds; see that it is one this installation has.`);
  return { variable: reading.conversion.names.declare(name) };
}

function percentOf(row: XmlElement): number {
  const weight = Number(attributeOf(row, 'weight', 'percent', 'percentage') ?? '');
  return Number.isFinite(weight) ? Math.min(Math.max(weight, 0), 100) : 0;
}

/** `'Billing > 1'`, `?:Billing > 1@Stat_Server.GA`: the expression itself is what both languages share. */
function skillTarget(written: string, reading: Reading): OurTarget {
  const skill = written
    .trim()
    .replace(/^(['"])(.*)\1$/s, '$2')
    .replace(/^\?:/, '')
    .replace(/@[\w. -]*$/, '')
    .trim();
  if (!('error' in parseSkillExpression(skill))) return { skill };
  reading.reasons.push(`The skill expression "${written}" cannot be read; it is taken as the name of an agent group.`);
  return { agentGroup: legalName(skill, 'Target') };
}
