import { addInteraction } from './add-interaction.ts';
import type { HostCallHandler } from './handler.ts';
import { unknownQueue } from './unknown-queue.ts';

/** Submits a further interaction into a queue, with the run's commit. */
export const submitNewInteraction: HostCallHandler<'submit-new-interaction'> = (
  { inheritData, ...params },
  context,
) => {
  const { run, now } = context;
  const error = unknownQueue(params.queue, context);
  if (error !== undefined) return { error };
  const current = { ...(run.changes.data ?? run.interaction.data), ...run.changes.marks };
  const inherited = Object.entries(current).filter(([key]) => !key.startsWith('Header_'));
  const data = inheritData ? { ...Object.fromEntries(inherited), ...params.data } : params.data;
  return { result: { interactionId: addInteraction(run, { ...params, data }, now) } };
};
