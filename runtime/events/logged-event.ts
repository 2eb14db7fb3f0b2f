import type { EventFilter, LoggedEvent } from '#dsl/protocol/events.ts';

/** Columns that `loggedEvent` reads. */
export const eventColumns = 'id, interaction_id, at, kind, party, facts';

/** An event as the store has it. */
export interface EventRow {
  readonly id: string;
  readonly interaction_id: string | null;
  readonly at: Date;
  readonly kind: string;
  readonly party: Record<string, unknown> | null;
  readonly facts: Record<string, unknown>;
}

/** An event as programs read it. */
export function loggedEvent({ id, interaction_id, at, kind, party, facts }: EventRow): LoggedEvent {
  return { id, at: at.toISOString(), kind, interactionId: interaction_id, party, facts };
}

/** Whether the event is one of those asked for; says the same as the conditions of `readEvents`. */
export function isWanted({ interactionId, kind, party, facts }: LoggedEvent, wanted: EventFilter): boolean {
  const agent = party?.['kind'] === 'agent' ? party['name'] : facts['agent'];
  return (
    (wanted.interactionId === undefined || wanted.interactionId === interactionId) &&
    (wanted.agent === undefined || wanted.agent === agent) &&
    (wanted.queue === undefined || wanted.queue === (facts['queue'] ?? facts['workbin'])) &&
    (wanted.kinds === undefined || wanted.kinds.includes(kind))
  );
}
