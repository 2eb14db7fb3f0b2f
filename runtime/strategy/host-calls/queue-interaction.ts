import type { HostCallHandler } from './handler.ts';
import { unknownQueue } from './unknown-queue.ts';

/** Places the interaction in a queue; committed with the run. Another queue of the tenant is fine, one that no process has is not. */
export const queueInteraction: HostCallHandler<'queue-interaction'> = (
  { queue, priority, dueAt, dueInMinutes },
  context,
) => {
  const error = unknownQueue(queue, context);
  if (error !== undefined) return { error };
  const due = dueAt ?? (dueInMinutes === undefined ? undefined : Date.now() + dueInMinutes * 60_000);
  context.run.changes.placement = {
    kind: 'queue',
    queue,
    ...(priority === undefined ? {} : { priority }),
    ...(due === undefined ? {} : { dueAt: new Date(due) }),
  };
  return { result: {} };
};
