/** An entry of the event log, as statistics read it. */
export interface LoggedEvent {
  readonly id: string;
  readonly tenantId: string;
  readonly interactionId: string | null;
  /** Medium of the interaction; '' where there is none. */
  readonly media: string;
  /** Unix milliseconds. */
  readonly at: number;
  readonly kind: string;
  readonly party: { readonly kind: string; readonly name: string } | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A fact of an event that is a text; '' where it is none. */
export function factOf(event: LoggedEvent, name: string): string {
  const value = event.facts[name];
  return typeof value === 'string' ? value : '';
}
