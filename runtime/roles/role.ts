import type { RoleName } from '#runtime/config/role-names.ts';
import type { Services } from './services.ts';

/** A line the console shows once everything runs: `{ label: 'Web app', text: 'http://127.0.0.1:8400' }`. */
export interface Announcement {
  readonly label: string;
  readonly text: string;
}

/** A role at work. */
export interface RunningRole {
  /** What the person at the console should know. */
  readonly announcements?: readonly Announcement[];
  /**
   * Takes nothing new, finishes what is under way and lets go of everything it opened itself; not of the services, which others
   * still use. Ten seconds after the signal the process ends in any case.
   */
  stop(): Promise<void>;
}

/** One of the things a process does. */
export interface Role {
  readonly name: RoleName;
  /** Starts it; answers once it does its work. */
  start(services: Services): Promise<RunningRole>;
}
