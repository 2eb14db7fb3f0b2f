import { parseSkillExpression } from '../../skill-expression/skill-expression.ts';
import type { Config, Conversion, Convert } from '../conversion.ts';
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
  const found = rows.flatMap((row) => {
    const target = readTarget(row, reading);
    return target === undefined ? [] : [{ target, percent: percentOf(row) }];
  });
  const targets = found.map(({ target }) => target);
  if (targets.length === 0) return placeholder(block, ['It names no target.', ...reasons]);
  const timeoutSeconds = numberParameter(element, reading, { least: 0, most: longestTimeoutSeconds }, 'timeout');
  const priority = numberParameter(element, reading, { least: -1e9, most: 1e9, isWhole: true }, 'priority');
  const { type, config } = choiceOf(element, found, reading);
  reasons.push(...settingsLeft(element));
  return {
    type,
    config: {
      targets: type === 'percentage' ? found.map(({ target, percent }) => ({ ...target, percent })) : targets,
      ...config,
      // targets that are not cleared wait on beside those of the next block
      ...(block.kind === 'target' && attributeOf(element, 'clearTargets') !== 'true' ? { clearTargets: false } : {}),
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

type OurTarget = Readonly<Record<'agent' | 'agentGroup' | 'skill' | 'variable', unknown>>;

function readTarget(row: XmlElement, reading: Reading): Partial<OurTarget> | undefined {
  const written = settingOf(row, 'name', 'value', 'target');
  if (written === undefined) return undefined;
  const type = (attributeOf(row, 'targetType', 'type') ?? 'Agent Group').replace(/\W/g, '').toLowerCase();
  if (type === 'variable') return variableTarget(shownSetting(written), reading);
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
function variableTarget(name: string, reading: Reading): Partial<OurTarget> {
  reading.reasons.push(`Its target is what the variable "${name}" holds; see that it is one this installation has.`);
  return { variable: reading.conversion.names.declare(name) };
}

function percentOf(row: XmlElement): number {
  const weight = Number(attributeOf(row, 'weight', 'percent', 'percentage') ?? '');
  return Number.isFinite(weight) ? Math.min(Math.max(weight, 0), 100) : 0;
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

interface Choice {
  readonly type: 'route-interaction' | 'percentage';
  readonly config: Config;
}

/** How it chooses: by percentage it is a block of its own here, by a statistic of agents a setting. */
function choiceOf(
  element: XmlElement,
  found: readonly { readonly target: Partial<OurTarget>; readonly percent: number }[],
  reading: Reading,
): Choice {
  const order = attributeOf(element, 'statisticsOrder') ?? '';
  if (/^percent/i.test(order)) {
    const canShare = found.every(({ target }) => !('variable' in target)) && found.some(({ percent }) => percent > 0);
    if (canShare) return { type: 'percentage', config: {} };
    reading.reasons.push(
      'It shares out by percentage, and its shares cannot be told; whoever has been free longest is chosen.',
    );
    return { type: 'route-interaction', config: {} };
  }
  const written = settingOf(element, 'statistic');
  if (written === undefined) return { type: 'route-interaction', config: {} };
  const name = shownSetting(written);
  const statistic = Object.hasOwn(statistics, name.toLowerCase()) ? statistics[name.toLowerCase()] : undefined;
  if (statistic !== undefined) {
    // what is left out there is the most of it
    return { type: 'route-interaction', config: { statistic, optimum: /^min/i.test(order) ? 'min' : 'max' } };
  }
  reading.reasons.push(
    `It chooses by ${name} (${order === '' ? 'Max' : order}); here whoever has been free longest is chosen.`,
  );
  return { type: 'route-interaction', config: {} };
}

/** Statistics of agents by the names the old platform predefines. */
const statistics: Readonly<Record<string, string>> = {
  stattimeinreadystate: 'time-in-ready-state',
  statagentloading: 'agent-loading',
  statagentloadingmedia: 'agent-loading-media',
  statagentoccupancy: 'agent-occupancy',
};

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
