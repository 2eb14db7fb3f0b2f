import type { Reference } from '../block/block.ts';
import type { BusinessProcess } from '../document/business-process.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';
import { suggestion } from '../errors/nearest.ts';
import type { WorkbinOwnerType } from '../model/workbin.ts';
import { diagnosticAt } from './diagnostic-at.ts';
import type { ReadStrategy } from './read-strategy.ts';
import type { Surroundings } from './surroundings.ts';

type Path = readonly (string | number)[];

/** Workbins are reached with an owner, and only they are: by the Workbin block, by no endpoint and by no plain placement. */
export function checkWorkbins(
  process: BusinessProcess,
  strategies: ReadonlyMap<string, ReadStrategy>,
  surroundings: Surroundings,
): Diagnostic[] {
  const plain: readonly { readonly name: string; readonly path: Path }[] = [
    { name: process.errorQueue, path: ['errorQueue'] },
    ...Object.entries(process.endpoints).map(([endpoint, { queue }]) => ({
      name: queue,
      path: ['endpoints', endpoint, 'queue'],
    })),
  ];
  return [
    ...plain.flatMap(({ name, path }) => checkPlain(process, name, path)),
    ...[...strategies.values()].flatMap((read) =>
      [...read.blocks.values()].flatMap(({ id, block, config }) =>
        block.references(config).flatMap((reference) => {
          const path = ['strategies', read.name, 'blocks', id, 'config', ...reference.path];
          if (reference.kind !== 'queue') return [];
          if (reference.workbin === undefined) return checkPlain(process, reference.name, path);
          return checkPlacement(process, { ...reference, path, owner: reference.workbin.owner }, surroundings);
        }),
      ),
    ),
  ];
}

/** A place that names a queue, and no owner. */
function checkPlain(process: BusinessProcess, name: string, path: Path): Diagnostic[] {
  if (workbinOf(process, name) === undefined) return [];
  const message = `"${name}" is a workbin, whose content belongs to somebody; place interactions there with the Workbin block.`;
  return [diagnosticAt('error', 'check/workbin-without-owner', path, message)];
}

function checkPlacement(
  process: BusinessProcess,
  use: Pick<Reference, 'name' | 'path'> & { readonly owner: unknown },
  surroundings: Surroundings,
): Diagnostic[] {
  const { name, path, owner } = use;
  const workbin = workbinOf(process, name);
  if (workbin === undefined) {
    if (!Object.hasOwn(process.queues, name)) return [];
    const message = `"${name}" is a queue and no workbin; say in its settings whose it is, or use Queue Interaction.`;
    return [diagnosticAt('error', 'check/no-workbin', path, message)];
  }
  const at = [...path.slice(0, -1), 'owner'];
  if (owner === undefined) {
    if (workbin.owner === 'agent') return [];
    const message = `Each ${words[workbin.owner]} has a workbin "${name}"; say whose is meant.`;
    return [diagnosticAt('error', 'check/workbin-without-owner', at, message)];
  }
  const names = { agent: surroundings.agents, 'agent-group': surroundings.agentGroups }[String(workbin.owner)];
  if (typeof owner !== 'string' || names === undefined || names.includes(owner)) return [];
  const message = `There is no ${words[workbin.owner]} "${owner}" to have the workbin "${name}"; ${suggestion(owner, names)}`;
  return [diagnosticAt('error', `check/unknown-${workbin.owner}`, at, message)];
}

const words: Readonly<Record<WorkbinOwnerType, string>> = {
  agent: 'agent',
  'agent-group': 'agent group',
  place: 'place',
  'place-group': 'place group',
};

function workbinOf(process: BusinessProcess, name: string) {
  return Object.hasOwn(process.queues, name) ? process.queues[name]?.workbin : undefined;
}
