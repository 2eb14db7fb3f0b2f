import type { Config, Conversion, Convert, Converted } from '../conversion.ts';
import { legalName } from '../fresh-names.ts';
import { numberParameter, type Reading, textParameter } from '../parameter-of.ts';
import { placeholder } from '../placeholder.ts';
import { settingOf, shownSetting } from '../setting.ts';
import { attributeOf, type XmlElement } from '../xml-element.ts';
import { type FoundTarget, readTargets } from './read-target.ts';

const longestTimeoutSeconds = 30 * 24 * 3600;

/** Target and Route Interaction: wait for one of the targets, with a way on when the time is over. */
export const convertTarget: Convert = (block, conversion) => {
  const { element } = block;
  const reasons: string[] = [];
  const reading = { conversion, reasons };
  const found = readTargets(element, reading, 'targets', 'target');
  const targets = found.map(({ target }) => target);
  if (targets.length === 0) return placeholder(block, ['It names no target.', ...reasons]);
  const waiting = waitingOf(element, reading);
  const { type, config } = choiceOf(element, found, reading);
  return {
    type,
    config: {
      targets: type === 'percentage' ? found.map(({ target, percent }) => ({ ...target, percent })) : targets,
      ...config,
      // targets that are not cleared wait on beside those of the next block
      ...(block.kind === 'target' && attributeOf(element, 'clearTargets') !== 'true' ? { clearTargets: false } : {}),
      ...waiting,
      ...queuesOf(element, conversion),
    },
    level: reasons.length === 0 ? 'exact' : 'near',
    reasons: [...new Set(reasons)],
    portOf: routingPortOf,
    dispensable: ['queue.cancel.done'],
    alike: [['error', 'timeout']],
  };
};

// the time that is over is an error of the submission there, and a way of its own here
const routingPortOf: Converted['portOf'] = ({ name, isException }) => {
  if (name === 'error.queue.submit' || /timeout/i.test(name)) return 'timeout';
  if (isException) return 'error';
  return name === '' || name === 'default' ? 'routed' : undefined;
};

/** Force Route: the target it names. A number of the telephone system is no target here, and told of. */
export const convertForceRoute: Convert = (block, conversion) => {
  const { element } = block;
  const reasons: string[] = [];
  const reading = { conversion, reasons };
  const found = readTargets(element, reading, 'destination', 'targets', 'target');
  const written = found.length === 0 ? textParameter(element, reading, 'destination', 'target', 'dn') : undefined;
  const named = typeof written === 'string' ? [{ agent: legalName(written, 'Target') }] : [];
  const targets = found.length > 0 ? found.map(({ target }) => target) : named;
  if (targets.length === 0) return placeholder(block, ['Its destination cannot be told.', ...reasons]);
  reasons.push('It goes to a number of the telephone system there; here to whoever is logged in under that name.');
  return {
    type: 'force-route',
    config: { targets, ...waitingOf(element, reading) },
    level: 'near',
    reasons: [...new Set(reasons)],
    portOf: routingPortOf,
    alike: [['error', 'timeout']],
  };
};

/** Routing Rule: the rule of that name, which Knowledge keeps here. */
export const convertRoutingRule: Convert = (block, conversion) => {
  const { element } = block;
  const reasons: string[] = [];
  const reading = { conversion, reasons };
  const rule = textParameter(element, reading, 'routingRule', 'rule', 'ruleName');
  if (rule === undefined || rule === null) return placeholder(block, ['Its rule cannot be told.', ...reasons]);
  reasons.push('Write the rule of that name under Knowledge, Routing rules.');
  return {
    type: 'routing-rule',
    config: { rule: typeof rule === 'object' ? rule : legalName(String(rule), 'Rule'), ...waitingOf(element, reading) },
    level: 'near',
    reasons,
    portOf: routingPortOf,
    alike: [['error', 'timeout']],
  };
};

function waitingOf(element: XmlElement, reading: Reading): Config {
  const timeoutSeconds = numberParameter(element, reading, { least: 0, most: longestTimeoutSeconds }, 'timeout');
  const priority = numberParameter(element, reading, { least: -1e9, most: 1e9, isWhole: true }, 'priority');
  return {
    ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
    ...(priority === undefined ? {} : { priority }),
  };
}

interface Choice {
  readonly type: 'route-interaction' | 'percentage' | 'statistics';
  readonly config: Config;
}

/** How it chooses: by percentage it is a block of its own here, by a statistic of agents a setting. */
function choiceOf(element: XmlElement, found: readonly FoundTarget[], reading: Reading): Choice {
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
  const ofTarget = Object.hasOwn(targetStatistics, name.toLowerCase())
    ? targetStatistics[name.toLowerCase()]
    : undefined;
  // of a single target there is nothing to compare
  if (ofTarget !== undefined && found.length === 1 && found.every(({ target }) => !('variable' in target))) {
    return { type: 'route-interaction', config: {} };
  }
  if (ofTarget !== undefined) {
    return { type: 'statistics', config: { statistic: ofTarget, optimum: /^min/i.test(order) ? 'min' : 'max' } };
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

/** Statistics of targets as a whole, by the names the old platform predefines. */
const targetStatistics: Readonly<Record<string, string>> = {
  statagentsavailable: 'agents-ready',
  statagentsinqueuelogin: 'agents-logged-in',
  statagentstotal: 'agents-logged-in',
  statcallsinqueue: 'interactions-waiting',
  statinteractionsinqueue: 'interactions-waiting',
};

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
