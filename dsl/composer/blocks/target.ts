import { parseSkillExpression } from '../../skill-expression/skill-expression.ts';
import type { Conversion, Convert } from '../conversion.ts';
import { legalName } from '../fresh-names.ts';
import { numberParameter, parameterOf, type Reading, textParameter } from '../parameter-of.ts';
import { placeholder } from '../placeholder.ts';
import { settingOf, shownSetting } from '../setting.ts';
import { attributeOf, childrenNamed, type XmlElement } from '../xml-element.ts';

const longestTimeoutSeconds = 30 * 24 * 3600;

/** Settings of Target that decide something there and have no counterpart, with the words for them. */
const untold: readonly (readonly [string, string])[] = [
  ['virtualQueue', 'virtual queue'],
  ['activity', 'workforce activity'],
  ['hints', 'hints'],
  ['cutOffTime', 'cut-off time'],
];

/** Target and Route Interaction: wait for one of the targets, with a way on when the time is over. */
export const convertTarget: Convert = (block, conversion) => {
  const { element } = block;
  const reasons: string[] = [];
  const reading = { conversion, reasons };
  const rows = childrenNamed(element, 'targets', 'target').slice(0, 50);
  const targets = rows.flatMap((row) => readTarget(row, reading) ?? []);
  if (targets.length === 0) return placeholder(block, ['It names no target.', ...reasons]);
  const timeoutSeconds = numberParameter(element, reading, { least: 0, most: longestTimeoutSeconds }, 'timeout');
  const priority = numberParameter(element, reading, { least: -1e9, most: 1e9, isWhole: true }, 'priority');
  reasons.push(...choiceOf(element), ...settingsLeft(element));
  const after = block.links.find(({ isException, name }) => !isException && (name === '' || name === 'default'));
  if (after !== undefined)
    reasons.push('The strategy ends with routing: what follows it there is not carried out here.');
  return {
    type: 'route-interaction',
    config: {
      targets,
      ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
      ...(priority === undefined ? {} : { priority }),
      ...queuesOf(element, conversion),
    },
    level: reasons.length === 0 ? 'exact' : 'near',
    reasons: [...new Set(reasons)],
    // the time that is over is an error of the submission there, and a way of its own here
    portOf: ({ name, isException }) => {
      if (name === 'error.queue.submit' || /timeout/i.test(name)) return 'timeout';
      if (isException) return 'error';
      return name === '' || name === 'default' ? 'routed' : undefined;
    },
    dispensable: ['queue.cancel.done'],
    alike: [['error', 'timeout']],
  };
};

type OurTarget = Readonly<Record<'agent' | 'agentGroup' | 'skill', unknown>>;

function readTarget(row: XmlElement, reading: Reading): Partial<OurTarget> | undefined {
  const written = settingOf(row, 'name', 'value', 'target');
  if (written === undefined) return undefined;
  const type = (attributeOf(row, 'targetType', 'type') ?? 'Agent Group').replace(/\W/g, '').toLowerCase();
  const value = parameterOf(type === 'variable' ? { expression: shownSetting(written) } : written, reading);
  if (value === undefined || value === null) return undefined;
  if (type === 'skill' && typeof value === 'string') return skillTarget(value, reading);
  const name = typeof value === 'object' ? value : legalName(String(value), 'Target');
  if (type === 'agent') return { agent: name };
  if (type === 'variable')
    reading.reasons.push('Its target comes from a variable, which is taken as the name of an agent group.');
  else if (type !== 'agentgroup')
    reading.reasons.push(`"${shownSetting(written)}" is a target of type ${type}; it is taken as an agent group.`);
  return { agentGroup: name };
}

/** `'Billing > 1'`, `?:Billing > 1@Stat_Server.GA`: the expression itself is what both languages share. */
function skillTarget(written: string, reading: Reading): Partial<OurTarget> {
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

function choiceOf(element: XmlElement): string[] {
  const statistic = settingOf(element, 'statistic');
  const order = attributeOf(element, 'statisticsOrder');
  if (order === 'Percentage')
    return ['It shares interactions out by percentage; here whoever has been idle longest is chosen.'];
  if (statistic === undefined) return [];
  return [
    `It chooses by ${shownSetting(statistic)} (${order ?? 'Max'}); here whoever has been idle longest is chosen.`,
  ];
}

function settingsLeft(element: XmlElement): string[] {
  const left = untold.filter(([name]) => settingOf(element, name) !== undefined).map(([, words]) => words);
  return left.length === 0 ? [] : [`No counterpart for: ${left.join(', ')}.`];
}

function queuesOf(element: XmlElement, conversion: Conversion): Record<string, string[]> {
  const reading: Reading = { conversion, reasons: [] };
  const named = (...names: readonly string[]) => {
    const value = textParameter(element, reading, ...names);
    return typeof value === 'string' ? [conversion.queueNamed(value)] : [];
  };
  const inQueues = named('existingInteractionQueue', 'queueForExistingInteraction', 'inQueue', 'interactionQueue');
  const outQueues = named('newInteractionQueue', 'queueForNewInteraction', 'outQueue');
  return { ...(inQueues.length > 0 ? { inQueues } : {}), ...(outQueues.length > 0 ? { outQueues } : {}) };
}
