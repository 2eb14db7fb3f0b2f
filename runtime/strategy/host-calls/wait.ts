import type { HostCallHandler } from './handler.ts';

/** Lets the run leave memory until its time; a time that has passed does not wait. */
export const wait: HostCallHandler<'wait'> = ({ seconds, until }, { now }) => {
  const wakeAt = until === undefined ? new Date(now.getTime() + (seconds ?? 0) * 1000) : new Date(until);
  return wakeAt.getTime() <= now.getTime() ? { result: {} } : { wait: true, wakeAt };
};
