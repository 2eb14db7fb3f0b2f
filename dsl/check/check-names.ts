import type { Reference } from '../block/block.ts';
import type { BusinessProcess } from '../document/business-process.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';
import { suggestion } from '../errors/nearest.ts';
import { diagnosticAt } from './diagnostic-at.ts';
import type { ReadStrategy } from './read-strategy.ts';
import type { Surroundings } from './surroundings.ts';
import { variablesOf } from './variables-of.ts';

const words: Readonly<Record<Reference['kind'], string>> = {
  queue: 'queue',
  response: 'standard response',
  'screening-rule': 'screening rule',
  'routing-rule': 'routing rule',
  model: 'classification model',
  'agent-group': 'agent group',
  agent: 'agent',
  strategy: 'strategy',
  variable: 'variable',
  macro: 'macro',
  list: 'list',
  calendar: 'business hours calendar',
  'data-source': 'data source',
  'external-service': 'external service',
  secret: 'secret',
};

/** What administrators set up, perhaps later: the block then leaves by its error port and says so, so a draft may go live without. */
const setUpLater: ReadonlySet<Reference['kind']> = new Set(['data-source', 'external-service', 'secret']);

/** Every name a block uses exists: queues, strategies and variables in the process, the rest in its surroundings as far as they are known. */
export function checkNames(process: BusinessProcess, read: ReadStrategy, surroundings: Surroundings): Diagnostic[] {
  const known: Readonly<Record<Reference['kind'], readonly string[] | undefined>> = {
    queue: [...Object.keys(process.queues), ...(surroundings.queues ?? [])],
    strategy: Object.keys(process.strategies),
    variable: Object.keys(variablesOf(read)),
    response: surroundings.responses,
    'screening-rule': surroundings.screeningRules,
    'routing-rule': surroundings.routingRules,
    model: surroundings.models,
    'agent-group': surroundings.agentGroups,
    agent: surroundings.agents,
    macro: Object.keys(process.macros),
    list: surroundings.lists,
    calendar: surroundings.calendars,
    'data-source': surroundings.dataSources,
    'external-service': surroundings.externalServices,
    secret: surroundings.secrets,
  };
  return [...read.blocks.values()].flatMap(({ id, block, config }) =>
    block.references(config).flatMap(({ kind, name, path }) => {
      const names = known[kind];
      if (names === undefined || names.includes(name)) return [];
      const message = `There is no ${words[kind]} "${name}"; ${suggestion(name, names)}`;
      return [
        diagnosticAt(
          setUpLater.has(kind) ? 'warning' : 'error',
          `check/unknown-${kind}`,
          ['strategies', read.name, 'blocks', id, 'config', ...path],
          message,
        ),
      ];
    }),
  );
}
