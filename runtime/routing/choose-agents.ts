import type { Target } from '#dsl/model/target.ts';
import { type Targetable, targetMatches } from './target-matches.ts';

/** An interaction that waits for one of its targets. All of one decision are of one media type. */
export interface WaitingRequest {
  readonly interactionId: string;
  /** The same for requests with the same targets. */
  readonly targetsKey: string;
  readonly targets: readonly Target[];
  readonly priority: number;
  readonly createdAt: Date;
  /** Agents who rejected or missed it a moment ago. */
  readonly declinedBy: ReadonlySet<string>;
}

/** A logged-in agent, as routing sees them for the media type. */
export interface RoutingAgent extends Targetable {
  readonly isReady: boolean;
  readonly doNotDisturb: boolean;
  readonly idleSince: Date;
  /** Interactions of the media type offered to or handled by them. */
  readonly current: number;
  readonly capacity: number;
}

/** Why an agent whom the targets mean was not chosen. */
type PassedOver = 'not-ready' | 'do-not-disturb' | 'no-capacity' | 'declined' | 'idle-shorter';

/** An agent for an interaction. */
export interface Invitation {
  readonly interactionId: string;
  readonly agentId: string;
  /** The first agents that were passed over. */
  readonly considered: readonly { readonly agentId: string; readonly reason: PassedOver }[];
}

/** Enough to answer "why not me?" on a screen; the list is stored with every invitation. */
export const maxConsidered = 10;

interface Seat {
  readonly agent: RoutingAgent;
  current: number;
  idleSince: number;
}

/**
 * Decides whom to invite: requests by priority, then age; for each the agent who is idle longest, of equals the one with
 * fewest interactions. Nobody gets more than their capacity, and whoever was just chosen counts as idle since now. Pure.
 */
export function chooseAgents(
  requests: readonly WaitingRequest[],
  agents: readonly RoutingAgent[],
  now: Date,
): Invitation[] {
  const seats = agents.map((agent): Seat => ({ agent, current: agent.current, idleSince: agent.idleSince.getTime() }));
  const seatsByTargets = new Map<string, readonly Seat[]>();
  const invitations: Invitation[] = [];
  for (const request of requests.toSorted(bySequence)) {
    let meant = seatsByTargets.get(request.targetsKey);
    if (meant === undefined) {
      meant = seats.filter(({ agent }) => request.targets.some((target) => targetMatches(target, agent)));
      seatsByTargets.set(request.targetsKey, meant);
    }
    const chosen = longestIdle(meant, request);
    if (chosen === undefined) continue;
    invitations.push({
      interactionId: request.interactionId,
      agentId: chosen.agent.id,
      considered: passedOver(meant, request, chosen),
    });
    chosen.current += 1;
    chosen.idleSince = now.getTime();
  }
  return invitations;
}

/** Higher priority first, then who waits longer; ties by id, so that two routers see one order. */
function bySequence(a: WaitingRequest, b: WaitingRequest): number {
  return (
    b.priority - a.priority ||
    a.createdAt.getTime() - b.createdAt.getTime() ||
    (a.interactionId < b.interactionId ? -1 : a.interactionId > b.interactionId ? 1 : 0)
  );
}

function longestIdle(seats: readonly Seat[], request: WaitingRequest): Seat | undefined {
  let best: Seat | undefined;
  for (const seat of seats) {
    if (obstacle(seat, request) !== undefined) continue;
    if (best === undefined || isIdleLonger(seat, best)) best = seat;
  }
  return best;
}

function isIdleLonger(seat: Seat, than: Seat): boolean {
  if (seat.idleSince !== than.idleSince) return seat.idleSince < than.idleSince;
  if (seat.current !== than.current) return seat.current < than.current;
  return seat.agent.id < than.agent.id;
}

function obstacle({ agent, current }: Seat, request: WaitingRequest): PassedOver | undefined {
  if (!agent.isReady) return 'not-ready';
  if (agent.doNotDisturb) return 'do-not-disturb';
  if (current >= agent.capacity) return 'no-capacity';
  return request.declinedBy.has(agent.id) ? 'declined' : undefined;
}

function passedOver(seats: readonly Seat[], request: WaitingRequest, chosen: Seat): Invitation['considered'] {
  const others: { agentId: string; reason: PassedOver }[] = [];
  for (const seat of seats) {
    if (seat === chosen) continue;
    if (others.length === maxConsidered) break;
    others.push({ agentId: seat.agent.id, reason: obstacle(seat, request) ?? 'idle-shorter' });
  }
  return others;
}
