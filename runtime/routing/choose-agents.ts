import { agentStatistics, type Selection } from '#dsl/model/selection.ts';
import type { Target } from '#dsl/model/target.ts';
import { type Targetable, targetMatches } from './target-matches.ts';

/** An interaction that waits for one of its targets. All of one decision are of one media type. */
export interface WaitingRequest {
  readonly interactionId: string;
  /** The same for requests with the same targets and selection. */
  readonly targetsKey: string;
  readonly targets: readonly Target[];
  /** Which of several free agents; left out: the one idle longest. */
  readonly selection?: Selection;
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
  /** How much of the capacity of the other media types is taken, as a sum of shares; left out: nothing. */
  readonly loadingElsewhere?: number;
  /** Of the last hour; left out: nothing happened, or nobody asked. */
  readonly lately?: Lately;
}

/** What an agent did during the last hour. */
export interface Lately {
  /** Interactions they got. */
  readonly handled: number;
  /** Share of the time in which they handled at least one, 0 to 1. */
  readonly occupancy: number;
}

/** Why an agent whom the targets mean was not chosen. */
type PassedOver = 'not-ready' | 'do-not-disturb' | 'no-capacity' | 'declined' | 'idle-shorter' | 'statistic';

/** An agent for an interaction. */
export interface Invitation {
  readonly interactionId: string;
  readonly agentId: string;
  /** True: also when the agent is not ready. */
  readonly isForced?: boolean;
  /** The first agents that were passed over. */
  readonly considered: readonly { readonly agentId: string; readonly reason: PassedOver }[];
}

/** How an agent whom the targets of a request mean stands to it: they would get it next, or why not. */
interface Consideration {
  readonly agentId: string;
  readonly verdict: PassedOver | 'next';
}

/** Enough to answer "why not me?" on a screen; the list is stored with every invitation. */
export const maxConsidered = 10;

interface Seat {
  readonly agent: RoutingAgent;
  current: number;
  idleSince: number;
  /** Interactions they were chosen for in this decision. */
  got: number;
}

/**
 * Decides whom to invite: requests by priority, then age; for each the agent who is best by the statistic of the request, of equals
 * the one who is idle longest, then the one with fewest interactions. Nobody gets more than their capacity, not by force
 * either, and whoever was just chosen counts as idle since now. Pure.
 */
export function chooseAgents(
  requests: readonly WaitingRequest[],
  agents: readonly RoutingAgent[],
  now: Date,
): Invitation[] {
  const seats = agents.map(seatOf);
  const seatsByTargets = new Map<string, readonly Seat[]>();
  const invitations: Invitation[] = [];
  for (const request of requests.toSorted(bySequence)) {
    let meant = seatsByTargets.get(request.targetsKey);
    if (meant === undefined) {
      meant = seats.filter(({ agent }) => request.targets.some((target) => targetMatches(target, agent)));
      seatsByTargets.set(request.targetsKey, meant);
    }
    const chosen = bestOf(meant, request, now);
    if (chosen === undefined) continue;
    invitations.push({
      interactionId: request.interactionId,
      agentId: chosen.agent.id,
      ...(request.selection?.force === true && { isForced: true }),
      considered: passedOver(meant, request, chosen),
    });
    chosen.current += 1;
    chosen.got += 1;
    chosen.idleSince = now.getTime();
  }
  return invitations;
}

/** How the agents whom its targets mean stand to one request, were it the only one: as `chooseAgents` decides. Pure. */
export function considerAgents(request: WaitingRequest, agents: readonly RoutingAgent[], now: Date): Consideration[] {
  const meant = agents
    .map(seatOf)
    .filter(({ agent }) => request.targets.some((target) => targetMatches(target, agent)));
  const best = bestOf(meant, request, now);
  return meant.map((seat) => ({
    agentId: seat.agent.id,
    verdict: seat === best ? 'next' : (obstacle(seat, request) ?? lostBy(request)),
  }));
}

function seatOf(agent: RoutingAgent): Seat {
  return { agent, current: agent.current, idleSince: agent.idleSince.getTime(), got: 0 };
}

/** Higher priority first, then who waits longer; ties by id, so that two routers see one order. */
function bySequence(a: WaitingRequest, b: WaitingRequest): number {
  return (
    b.priority - a.priority ||
    a.createdAt.getTime() - b.createdAt.getTime() ||
    (a.interactionId < b.interactionId ? -1 : a.interactionId > b.interactionId ? 1 : 0)
  );
}

function bestOf(seats: readonly Seat[], request: WaitingRequest, now: Date): Seat | undefined {
  let best: Seat | undefined;
  for (const seat of seats) {
    if (obstacle(seat, request) !== undefined) continue;
    if (best === undefined || isBetter(seat, best, request.selection, now)) best = seat;
  }
  return best;
}

function isBetter(seat: Seat, than: Seat, selection: Selection | undefined, now: Date): boolean {
  const statistic = selection?.statistic;
  if (statistic === undefined && selection?.optimum === undefined) return isIdleLonger(seat, than);
  const name = statistic ?? 'time-in-ready-state';
  const [left, right] = [valueOf(name, seat, now), valueOf(name, than, now)];
  if (left === right) return isIdleLonger(seat, than);
  return (selection?.optimum ?? agentStatistics[name].optimum) === 'max' ? left > right : left < right;
}

function valueOf(statistic: keyof typeof agentStatistics, { agent, current, idleSince, got }: Seat, now: Date): number {
  switch (statistic) {
    case 'time-in-ready-state':
      return now.getTime() - idleSince;
    case 'agent-loading':
      return (agent.loadingElsewhere ?? 0) + (agent.capacity === 0 ? 0 : current / agent.capacity);
    case 'agent-loading-media':
      return current;
    case 'agent-occupancy':
      return agent.lately?.occupancy ?? 0;
    case 'interactions-handled':
      return (agent.lately?.handled ?? 0) + got;
  }
}

function isIdleLonger(seat: Seat, than: Seat): boolean {
  if (seat.idleSince !== than.idleSince) return seat.idleSince < than.idleSince;
  if (seat.current !== than.current) return seat.current < than.current;
  return seat.agent.id < than.agent.id;
}

function obstacle({ agent, current }: Seat, request: WaitingRequest): PassedOver | undefined {
  const isForced = request.selection?.force === true;
  if (!agent.isReady && !isForced) return 'not-ready';
  if (agent.doNotDisturb && !isForced) return 'do-not-disturb';
  if (current >= agent.capacity) return 'no-capacity';
  return request.declinedBy.has(agent.id) ? 'declined' : undefined;
}

function passedOver(seats: readonly Seat[], request: WaitingRequest, chosen: Seat): Invitation['considered'] {
  const others: { agentId: string; reason: PassedOver }[] = [];
  for (const seat of seats) {
    if (seat === chosen) continue;
    if (others.length === maxConsidered) break;
    others.push({ agentId: seat.agent.id, reason: obstacle(seat, request) ?? lostBy(request) });
  }
  return others;
}

/** What a free agent was worse by than the one who was chosen. */
function lostBy({ selection }: WaitingRequest): PassedOver {
  return selection?.statistic === undefined ? 'idle-shorter' : 'statistic';
}
