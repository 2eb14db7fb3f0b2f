import type { BusinessProcess, InteractionQueue } from '../document/business-process.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';
import { suggestion } from '../errors/nearest.ts';
import { diagnosticAt } from './diagnostic-at.ts';
import type { ReadStrategy } from './read-strategy.ts';

/** Queues are fed and emptied: endpoints lead to queues that exist, and what is in a queue that is no parking place gets out again. */
export function checkQueues(process: BusinessProcess, strategies: ReadonlyMap<string, ReadStrategy>): Diagnostic[] {
  const fed = queuesFed(process, strategies);
  // a block that cannot be read may be the one that feeds a queue
  const isWhole = [...strategies.values()].every((read) => read.diagnostics.length === 0);
  return [
    ...checkEndpoints(process),
    ...checkErrorQueue(process),
    ...Object.entries(process.queues).flatMap(([name, queue]) => [
      ...(fed.has(name) || !isWhole || queue.workbin !== undefined ? [] : [nothingFeeds(name)]),
      ...checkOutlet(name, queue),
    ]),
  ];
}

function queuesFed(process: BusinessProcess, strategies: ReadonlyMap<string, ReadStrategy>): ReadonlySet<string> {
  const endpoints = Object.values(process.endpoints).map(({ queue }) => queue);
  const named = [...strategies.values()].flatMap(({ blocks }) =>
    [...blocks.values()].flatMap(({ block, config }) =>
      block
        .references(config)
        .filter(({ kind }) => kind === 'queue')
        .map(({ name }) => name),
    ),
  );
  return new Set([process.errorQueue, ...endpoints, ...named]);
}

function checkEndpoints(process: BusinessProcess): Diagnostic[] {
  const names = Object.keys(process.queues);
  return Object.entries(process.endpoints)
    .filter(([, { queue }]) => !names.includes(queue))
    .map(([name, { queue }]) => {
      const message = `Endpoint "${name}" leads to queue "${queue}", which does not exist; ${suggestion(queue, names)}`;
      return diagnosticAt('error', 'check/unknown-queue', ['endpoints', name, 'queue'], message);
    });
}

function checkErrorQueue(process: BusinessProcess): Diagnostic[] {
  const { errorQueue } = process;
  const queue = process.queues[errorQueue];
  if (queue === undefined) {
    const message = `There is no queue "${errorQueue}" to hold interactions whose strategy failed; add it as a parking queue.`;
    return [diagnosticAt('error', 'check/no-error-queue', ['errorQueue'], message)];
  }
  if (queue.parking) return [];
  const message = `"${errorQueue}" holds interactions whose strategy failed until a person acts; make it a parking queue.`;
  return [diagnosticAt('warning', 'check/error-queue-not-parking', ['queues', errorQueue, 'parking'], message)];
}

function nothingFeeds(name: string): Diagnostic {
  const message = `Nothing comes into queue "${name}": no endpoint and no strategy names it.`;
  return diagnosticAt('warning', 'check/queue-not-fed', ['queues', name], message);
}

function checkOutlet(name: string, queue: InteractionQueue): Diagnostic[] {
  const path = ['queues', name];
  const views = Object.entries(queue.views);
  const isTaken = views.some(([, view]) => view.enabled && view.submitter?.enabled === true);
  if (queue.parking || (queue.workbin !== undefined && views.length === 0)) return [];
  if (views.length === 0) {
    const message = `Interactions in queue "${name}" stay there for ever: it has no view. Add one, or make it a parking queue.`;
    return [diagnosticAt('warning', 'check/queue-not-taken', path, message)];
  }
  if (!isTaken) {
    const message = `No submitter takes from queue "${name}"; give one of its views a submitter that is on, or make it a parking queue.`;
    return [diagnosticAt('warning', 'check/queue-not-taken', [...path, 'views'], message)];
  }
  return views
    .filter(([, view]) => view.submitter === undefined)
    .map(([view]) => {
      const message = `No submitter takes from view "${view}" of queue "${name}"; connect it to a strategy or remove it.`;
      return diagnosticAt('warning', 'check/view-not-taken', [...path, 'views', view], message);
    });
}
