import type { InteractionLogEvent, Trace } from '#dsl/protocol/interactions.ts';

/** An agent whom the targets of a routing call meant. */
export interface Candidate {
  readonly agent: string;
  /** `chosen`, or why somebody else was. */
  readonly verdict: string;
}

/** One decision of the router: whom it offered the interaction to, and whom it passed over. */
export interface RoutingDecision {
  readonly id: string;
  readonly at: string;
  readonly waitedMs: number | undefined;
  readonly candidates: readonly Candidate[];
}

/** The decisions that were made while a run was in a block that waits for an agent, in order. */
export function decisionsDuring(
  trace: Pick<Trace, 'events'>,
  { from, to }: { readonly from: number; readonly to: number },
): RoutingDecision[] {
  return trace.events
    .filter(({ kind, at }) => kind === 'AgentInvited' && Date.parse(at) >= from && Date.parse(at) <= to)
    .map(decisionOf);
}

function decisionOf({ id, at, facts }: InteractionLogEvent): RoutingDecision {
  const { agent, considered, waitedMs } = facts;
  const others = Array.isArray(considered) ? considered : [];
  return {
    id,
    at,
    waitedMs: typeof waitedMs === 'number' ? waitedMs : undefined,
    candidates: [
      ...(typeof agent === 'string' ? [{ agent, verdict: 'chosen' }] : []),
      ...others.flatMap((one) => {
        if (typeof one !== 'object' || one === null || Array.isArray(one)) return [];
        const { agent: name, agentId, reason } = one;
        const who = typeof name === 'string' ? name : agentId;
        return typeof who === 'string' && typeof reason === 'string' ? [{ agent: who, verdict: reason }] : [];
      }),
    ],
  };
}
