import { hasPlaced } from '#dsl/blocks/has-placed.ts';
import type { LiveRun } from './live-run.ts';

/**
 * What follows for the interaction when its strategy is over. A failure, and an end that placed it nowhere, lead to the
 * error queue of the process with the reason: a person sees it and retries it from there.
 */
export function settleRun(run: LiveRun): void {
  const { changes, process } = run;
  const { outcome, placement } = changes;
  if (outcome.state === 'waiting' || placement !== undefined) return;
  if (outcome.state === 'ended' && endedAtAgent(run)) return;
  const error =
    outcome.state === 'failed'
      ? outcome.error
      : {
          code: 'run/no-destination',
          message: `Strategy "${run.strategy}" ended without placing, routing or stopping the interaction.`,
        };
  const queue = process.document.errorQueue;
  changes.placement = {
    kind: 'queue',
    queue,
    problem: { ...error, strategy: run.strategy, runId: run.id, queue: run.queue },
  };
  changes.events.push({ interactionId: run.interaction.id, kind: 'Held', facts: { ...error } });
}

/** The strategy routed it and an agent accepted: a host call says so. */
function endedAtAgent(run: LiveRun): boolean {
  return run.journal.some(
    ({ name, result }) =>
      hasPlaced(name, result) &&
      typeof result === 'object' &&
      result !== null &&
      !Array.isArray(result) &&
      'agent' in result,
  );
}
