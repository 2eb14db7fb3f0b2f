import type { RunFailure } from '#dsl/compile/run-contract.ts';
import type { HostCallContext } from './handler.ts';

/**
 * Why nothing can be placed in a queue; undefined when it can. A queue is known when the run's own version has it or an active
 * process does: in any other nobody would ever look.
 */
export function unknownQueue(queue: string, { run, active }: HostCallContext): RunFailure | undefined {
  if (Object.hasOwn(run.process.document.queues, queue) || active.hasQueue(run.tenantId, queue)) return undefined;
  return { code: 'queue/none', message: `No active business process has a queue "${queue}".` };
}
