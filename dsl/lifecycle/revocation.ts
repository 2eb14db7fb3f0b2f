import type { InteractionState } from './interaction.ts';

/** Why an interaction went from an agent back to the queue it came from. */
export type RevocationCause = 'rejected' | 'missed' | 'logged-out' | 'connection-lost';

/** What follows from a cause. */
export interface Revocation {
  /** States in which it can happen. */
  readonly from: readonly InteractionState[];
  /** Name in the event log. */
  readonly event: 'Rejected' | 'Revoked';
  /** The same agent is not invited to it again for a while. */
  readonly coolsDown: boolean;
  /** The agent is made not ready for the medium (the field's not-ready-on-invitation-timeout). */
  readonly endsReadiness: boolean;
  /** Shown in the event log, and beside "not ready". */
  readonly reason: string;
}

/** Every way back, as a table: rejection, missed invitation, log-out, and a desktop that is gone. */
export const revocations: Readonly<Record<RevocationCause, Revocation>> = {
  rejected: { from: ['inviting'], event: 'Rejected', coolsDown: true, endsReadiness: false, reason: 'Rejected' },
  missed: { from: ['inviting'], event: 'Revoked', coolsDown: true, endsReadiness: true, reason: 'Missed invitation' },
  'logged-out': {
    from: ['inviting', 'handling'],
    event: 'Revoked',
    coolsDown: false,
    endsReadiness: false,
    reason: 'Agent logged out',
  },
  'connection-lost': {
    from: ['inviting', 'handling'],
    event: 'Revoked',
    coolsDown: false,
    endsReadiness: false,
    reason: 'Desktop closed',
  },
};
