import type { Row } from '../store/insert-rows.ts';

/** Who acted, as the event log names it. */
export interface Party {
  readonly kind: 'strategy' | 'agent' | 'media' | 'supervisor' | 'system';
  readonly name: string;
  readonly runId?: string;
}

/** An entry of the event log, not written yet. */
export interface NewEvent {
  readonly tenantId: string;
  /** None for what happens to an agent only. */
  readonly interactionId?: string;
  readonly at: Date;
  /** The field's name of the event, without the leading "Event". */
  readonly kind: string;
  readonly party: Party;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** The row of an event, for `insertRows(client, 'events', ...)`. */
export function eventRow(event: NewEvent): Row {
  return {
    tenant_id: event.tenantId,
    interaction_id: event.interactionId,
    at: event.at,
    kind: event.kind,
    party: event.party,
    facts: event.facts ?? {},
  };
}
