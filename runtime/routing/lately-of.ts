import type { Lately } from './seat.ts';

/** An agent began or ended to handle an interaction. */
export interface PartyEvent {
  readonly agent: string;
  readonly interactionId: string;
  readonly isBegin: boolean;
  readonly at: Date;
}

/** Since when an agent is logged in, and what they handle now. */
export interface AgentSession {
  readonly agent: string;
  readonly since: Date;
  readonly handling: readonly string[];
}

interface Window {
  /** In the order of time. */
  readonly events: readonly PartyEvent[];
  readonly sessions: readonly AgentSession[];
  readonly from: Date;
  readonly now: Date;
}

/**
 * What each agent who is logged in did during a window of time. Occupied is whoever handles at least one interaction; what had begun
 * before the window counts from its start. The time logged in within the window is the whole.
 */
export function latelyOf({ events, sessions, from, now }: Window): ReadonlyMap<string, Lately> {
  const byAgent = Map.groupBy(events, (event) => event.agent);
  return new Map(
    sessions.map(({ agent, since, handling }) => {
      const own = byAgent.get(agent) ?? [];
      const start = Math.max(from.getTime(), Math.min(since.getTime(), now.getTime()));
      const whole = now.getTime() - start;
      const busy = busyMs(own, { handling, start, end: now.getTime() });
      const handled = own.filter(({ isBegin }) => isBegin).length;
      return [agent, { handled, occupancy: whole <= 0 ? 0 : Math.min(1, busy / whole) }];
    }),
  );
}

/** Time in which at least one interaction was being handled. */
function busyMs(
  events: readonly PartyEvent[],
  { handling, start, end }: { readonly handling: readonly string[]; readonly start: number; readonly end: number },
): number {
  const begun = new Set(events.filter(({ isBegin }) => isBegin).map(({ interactionId }) => interactionId));
  const ended = new Set<string>();
  const open = new Set(handling.filter((id) => !begun.has(id)));
  for (const { interactionId, isBegin } of events) {
    // an end without a beginning: it had begun before
    if (!isBegin && !ended.has(interactionId) && !begun.has(interactionId)) open.add(interactionId);
    if (!isBegin) ended.add(interactionId);
  }
  let busy = 0;
  let since = start;
  for (const { interactionId, isBegin, at } of events) {
    const time = Math.min(end, Math.max(start, at.getTime()));
    if (open.size > 0) busy += time - since;
    since = time;
    if (isBegin) open.add(interactionId);
    else open.delete(interactionId);
  }
  return open.size > 0 ? busy + end - since : busy;
}
