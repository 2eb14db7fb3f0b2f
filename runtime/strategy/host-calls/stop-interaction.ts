import type { HostCallHandler } from './handler.ts';

/** Stops the interaction with the run's commit. */
export const stopInteraction: HostCallHandler<'stop-interaction'> = ({ reason }, { run }) => {
  run.changes.placement = { kind: 'stop', reason: reason ?? '' };
  return { result: {} };
};
