import type { HostCallHandler } from './handler.ts';
import { unknownQueue } from './unknown-queue.ts';

/** Places the interaction at the default destination; in the error queue with the reason when there is none. */
export const defaultRoute: HostCallHandler<'default-route'> = ({ queue }, context) => {
  const { run } = context;
  if (queue !== undefined) {
    const error = unknownQueue(queue, context);
    if (error !== undefined) return { error };
    run.changes.placement = { kind: 'queue', queue };
    return { result: { queue } };
  }
  const { errorQueue } = run.process.document;
  const message = `Strategy "${run.strategy}" found no target and ended at its default route.`;
  const problem = { code: 'route/default', message, strategy: run.strategy, runId: run.id, queue: run.queue };
  run.changes.placement = { kind: 'queue', queue: errorQueue, problem };
  return { result: { queue: errorQueue } };
};
