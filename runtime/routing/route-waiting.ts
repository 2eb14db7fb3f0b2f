import type { Pool } from 'pg';
import { chooseAgents, type Invitation } from './choose-agents.ts';
import { invite } from './invite.ts';
import { freeCapacity, loadAgents, room } from './load-agents.ts';
import { withLately } from './load-lately.ts';
import { loadDeclines, loadRequests, loadTargetSets, type TargetSet } from './load-requests.ts';
import { targetMatches } from './target-matches.ts';

/** Whom to route for, and how. */
export interface Routing {
  readonly tenantId: string;
  readonly invitationMs: number;
  readonly now: Date;
}

/** Requests of one set of targets looked at in one decision at most. */
const maxRequests = 1000;
/** Invitations in one transaction: what they lock is held for a few milliseconds. */
const batchSize = 50;
/** Rounds in which what somebody else was at is set aside, so that the next in line is not kept waiting by it. */
const rounds = 3;

/** Invites agents for everything of the tenant that can be given to somebody now. Answers the invitations made. */
export async function routeWaiting(pool: Pool, routing: Routing): Promise<Invitation[]> {
  const sets = await loadTargetSets(pool, routing.tenantId);
  const made: Invitation[] = [];
  for (const [media, setsOfMedia] of Map.groupBy(sets, (set) => set.media)) {
    const aside = new Set<string>();
    for (let round = 0; round < rounds; round += 1) {
      const decided = await decide(pool, routing, { media, sets: setsOfMedia, aside });
      const invited: Invitation[] = [];
      for (let start = 0; start < decided.length; start += batchSize) {
        const invitations = decided.slice(start, start + batchSize);
        invited.push(...(await invite(pool, { ...routing, media, invitations })));
      }
      made.push(...invited);
      const done = new Set(invited.map(({ interactionId }) => interactionId));
      for (const { interactionId } of decided) if (!done.has(interactionId)) aside.add(interactionId);
      if (decided.length === invited.length && decided.length < maxRequests) break;
    }
  }
  return made;
}

/** Loads only what can matter: free agents decide which sets of targets count, and how many requests of each. */
async function decide(
  pool: Pool,
  { tenantId, now }: Routing,
  waiting: { readonly media: string; readonly sets: readonly TargetSet[]; readonly aside: ReadonlySet<string> },
): Promise<Invitation[]> {
  const loaded = await loadAgents(pool, tenantId, waiting.media);
  const isForced = waiting.sets.some(({ selection }) => selection.force === true);
  const free = loaded.filter((agent) => (isForced ? room(agent) : freeCapacity(agent)) > 0);
  if (free.length === 0) return [];
  const agents = await withLately(pool, { tenantId, now, agents: loaded, sets: waiting.sets });
  const declines = await loadDeclines(
    pool,
    free.map(({ id }) => id),
    now,
  );
  const sets = waiting.sets.flatMap((set) => {
    const meant = free.filter((agent) => set.targets.some((target) => targetMatches(target, agent)));
    const seats = meant.reduce(
      (sum, agent) => sum + (set.selection.force === true ? room(agent) : freeCapacity(agent)),
      0,
    );
    if (seats === 0) return [];
    // A request is passed by only if somebody free declined it: so many more than there are free seats are enough.
    return [{ ...set, limit: Math.min(maxRequests, seats + declines.size + waiting.aside.size) }];
  });
  if (sets.length === 0) return [];
  const requests = await loadRequests(pool, tenantId, sets);
  const none: ReadonlySet<string> = new Set();
  return chooseAgents(
    requests
      .filter(({ interactionId }) => !waiting.aside.has(interactionId))
      .map((request) => ({ ...request, declinedBy: declines.get(request.interactionId) ?? none })),
    agents,
    now,
  );
}
