import { BestFirst } from './best-first.ts';
import type { Candidates, Floor, TargetSet } from './floor.ts';
import { obstacleOf, type PassedOver, type RoutingAgent, type Seat } from './seat.ts';

/** An interaction that waits for one of the targets of its set. */
export interface WaitingRequest {
  readonly interactionId: string;
  readonly priority: number;
  readonly createdAt: Date;
  /** Agents who rejected or missed it a moment ago. */
  readonly declinedBy: ReadonlySet<string>;
}

/** What waits for a set of targets, by priority, then age. */
export interface WaitingLine {
  readonly set: TargetSet;
  readonly requests: readonly WaitingRequest[];
  /** True: more wait behind these. */
  readonly hasMore: boolean;
}

/** An agent for an interaction. */
export interface Invitation {
  readonly interactionId: string;
  readonly agentId: string;
  readonly media: string;
  /** True: also when the agent is not ready. */
  readonly isForced?: boolean;
  /** The first agents that were passed over. */
  readonly considered: readonly { readonly agentId: string; readonly reason: PassedOver }[];
}

/** Whom to invite, and what was looked at for nothing: everybody free whom its targets mean has declined it. */
export interface Decision {
  readonly invitations: readonly Invitation[];
  readonly declined: readonly string[];
}

/** How an agent whom the targets of a request mean stands to it: they would get it next, or why not. */
interface Consideration {
  readonly agent: RoutingAgent;
  readonly verdict: PassedOver | 'next';
}

/** Enough to answer "why not me?" on a screen; the list is stored with every invitation. */
export const maxConsidered = 10;

interface Head {
  readonly line: WaitingLine;
  readonly candidates: Candidates;
  at: number;
  request: WaitingRequest;
}

/**
 * Decides whom to invite: requests of all lines by priority, then age; for each the free agent who is best by the statistic of its set.
 * Nobody gets more than their capacity rule allows, not by force either. One decision costs a logarithm of the number of
 * lines, and one of the number of free agents for each line the chosen one stands in. Stops at `most` invitations, and where a line
 * ends behind which more wait: who is next is not known then. What it gives is taken from the floor.
 */
export function chooseAgents(
  floor: Floor,
  lines: readonly WaitingLine[],
  { now, most }: { readonly now: Date; readonly most: number },
): Decision {
  const heads = new BestFirst<Head>((head, than) => isBefore(head.request, than.request));
  for (const line of lines) {
    const [request] = line.requests;
    if (request !== undefined) heads.add({ line, candidates: floor.candidatesOf(line.set), at: 0, request });
  }
  const invitations: Invitation[] = [];
  const declined: string[] = [];
  for (let head = heads.best(); head !== undefined && invitations.length < most; head = heads.best()) {
    const { candidates, line, request } = head;
    heads.delete(head);
    // agents do not become free while this goes on: nobody else of this line gets anything
    if (candidates.free.size === 0) continue;
    const chosen = candidates.free.best(({ agent }) => !request.declinedBy.has(agent.id));
    if (chosen === undefined) declined.push(request.interactionId);
    else {
      invitations.push(invitationOf(request, candidates, chosen));
      floor.give(chosen, line.set.media, now);
    }
    const next = line.requests[head.at + 1];
    if (next !== undefined) heads.add({ ...head, at: head.at + 1, request: next });
    else if (line.hasMore && candidates.free.size > 0) break;
  }
  return { invitations, declined };
}

/** Higher priority first, then who waits longer; ties by id, so that two routers see one order. */
function isBefore(request: WaitingRequest, than: WaitingRequest): boolean {
  if (request.priority !== than.priority) return request.priority > than.priority;
  const [since, other] = [request.createdAt.getTime(), than.createdAt.getTime()];
  return since === other ? request.interactionId < than.interactionId : since < other;
}

/** How the agents whom its targets mean stand to a request, were it the only one: as `chooseAgents` decides. */
export function considerAgents(
  { set, meant, free }: Candidates,
  { declinedBy }: Pick<WaitingRequest, 'declinedBy'>,
): Consideration[] {
  const best = free.best(({ agent }) => !declinedBy.has(agent.id));
  return [...meant].map((seat) => ({
    agent: seat.agent,
    verdict: seat === best ? 'next' : reasonOf(seat, set, declinedBy),
  }));
}

function invitationOf({ interactionId, declinedBy }: WaitingRequest, candidates: Candidates, chosen: Seat): Invitation {
  const { media, selection } = candidates.set;
  const considered: { agentId: string; reason: PassedOver }[] = [];
  for (const seat of candidates.meant) {
    if (considered.length === maxConsidered) break;
    if (seat === chosen) continue;
    considered.push({ agentId: seat.agent.id, reason: reasonOf(seat, candidates.set, declinedBy) });
  }
  const isForced = selection.force === true && { isForced: true };
  return { interactionId, agentId: chosen.agent.id, media, ...isForced, considered };
}

/** Why an agent did not get it: an obstacle, or somebody was better. */
function reasonOf(seat: Seat, { media, selection }: TargetSet, declinedBy: ReadonlySet<string>): PassedOver {
  const obstacle = obstacleOf(seat, media, selection);
  if (obstacle !== undefined) return obstacle;
  if (declinedBy.has(seat.agent.id)) return 'declined';
  return selection.statistic === undefined ? 'idle-shorter' : 'statistic';
}
