import type { Pool } from 'pg';
import { chooseAgents, type Decision, type Invitation } from './choose-agents.ts';
import type { Floor, TargetSet } from './floor.ts';
import { invite } from './invite.ts';
import { type KeptFloor, keepFloor } from './keep-floor.ts';
import { tellLately } from './load-lately.ts';
import { loadLines, loadTargetSets } from './load-requests.ts';

/** Whom to route for, and how. */
export interface Routing {
  readonly tenantId: string;
  readonly invitationMs: number;
  readonly now: Date;
}

/** Invitations decided on at once: more come in the next round, with what has changed meanwhile. */
const mostDecided = 400;
/** Invitations in one transaction: what they lock is held for a few milliseconds. */
const batchSize = 100;
/** Requests read in one round, and of each line at least. */
const mostRead = 2000;
const leastRead = 2;
/** After so many rounds new sets of targets are looked for, of which a signal has told meanwhile. */
const roundsWithSets = 5;
/** Rounds in which nobody was invited, one after another: what somebody else is at, or was declined, is gone past in each. */
const mostIdleRounds = 3;

/**
 * Invites agents for everything of the tenant that can be given to somebody now. Answers the invitations made. Without a floor kept
 * from before, everybody who is logged in is looked at.
 */
export async function routeWaiting(
  pool: Pool,
  routing: Routing,
  kept: KeptFloor = keepFloor(pool, routing.tenantId),
): Promise<Invitation[]> {
  const made: Invitation[] = [];
  const aside = new Set<string>();
  let sets: readonly TargetSet[] = [];
  for (let round = 0, idle = 0; idle < mostIdleRounds; round += 1) {
    await kept.refresh();
    if (kept.floor.size === 0) break;
    if (round % roundsWithSets === 0) sets = await loadTargetSets(pool, routing.tenantId);
    const { invitations, declined } = await decide(pool, routing, { floor: kept.floor, sets, aside });
    const invited = await inviteAll(pool, routing, { kept, invitations });
    made.push(...invited);
    const done = new Set(invited.map(({ interactionId }) => interactionId));
    for (const { interactionId } of invitations) if (!done.has(interactionId)) aside.add(interactionId);
    for (const interactionId of declined) aside.add(interactionId);
    if (invitations.length === 0 && declined.length === 0) break;
    idle = invited.length === 0 ? idle + 1 : 0;
  }
  return made;
}

/** In batches. Whom the floor has given something that they did not get is looked at again. */
async function inviteAll(
  pool: Pool,
  routing: Routing,
  { kept, invitations }: { readonly kept: KeptFloor; readonly invitations: readonly Invitation[] },
): Promise<Invitation[]> {
  const made: Invitation[] = [];
  try {
    for (let start = 0; start < invitations.length; start += batchSize) {
      const batch = invitations.slice(start, start + batchSize);
      made.push(...(await invite(pool, { ...routing, invitations: batch })));
    }
    return made;
  } finally {
    const done = new Set(made.map(({ interactionId }) => interactionId));
    for (const { interactionId, agentId } of invitations) if (!done.has(interactionId)) kept.changed(agentId);
  }
}

/** What is decided from: who is free, what is waited for, and what was gone past already. */
interface Matter {
  readonly floor: Floor;
  readonly sets: readonly TargetSet[];
  readonly aside: ReadonlySet<string>;
}

/** Loads only what can matter: the first requests of the sets of targets that mean somebody free. */
async function decide(pool: Pool, routing: Routing, { floor, sets, aside }: Matter): Promise<Decision> {
  const served = sets.flatMap((set) => {
    const free = floor.candidatesOf(set).free.size;
    return free === 0 ? [] : [{ set, free }];
  });
  if (served.length === 0) return { invitations: [], declined: [] };
  await tellLately(pool, floor, { ...routing, sets: served.map(({ set }) => set) });
  const share = Math.ceil(mostRead / served.length);
  const lines = await loadLines(
    pool,
    routing,
    served.map(({ set, free }) => ({ set, limit: Math.max(leastRead, Math.min(share, free)) + aside.size })),
  );
  const rest = lines.map((line) => ({
    ...line,
    requests: line.requests.filter(({ interactionId }) => !aside.has(interactionId)),
  }));
  return chooseAgents(floor, rest, { now: routing.now, most: mostDecided });
}
