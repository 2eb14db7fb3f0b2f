import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agentStatisticSchema, agentStatistics, type Selection } from '#dsl/model/selection.ts';
import type { Target } from '#dsl/model/target.ts';
import { chooseAgents, type Invitation, maxConsidered, type WaitingRequest } from '#runtime/routing/choose-agents.ts';
import { Floor } from '#runtime/routing/floor.ts';
import type { Lately, RoutingAgent } from '#runtime/routing/seat.ts';
import { targetMatches } from '#runtime/routing/target-matches.ts';

const now = new Date(1_000_000);
const agentName = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const groupName = fc.constantFrom('Sales', 'Support');

/** A request with what it waits for. */
interface Request extends WaitingRequest {
  readonly targets: readonly Target[];
  readonly selection: Selection;
}

/** An agent, as simple as one media type allows. */
interface Staff {
  readonly id: string;
  readonly userName: string;
  readonly groups: ReadonlySet<string>;
  readonly skills: Readonly<Record<string, number>>;
  readonly isReady: boolean;
  readonly doNotDisturb: boolean;
  readonly idleSince: number;
  readonly current: number;
  readonly capacity: number;
  /** Chats, of at most two. */
  readonly chats: number;
  readonly lately: Lately;
}

const agents: fc.Arbitrary<Staff[]> = fc
  .uniqueArray(
    fc.record({
      id: agentName,
      userName: fc.constant(''),
      groups: fc.array(groupName).map((names) => new Set(names)),
      skills: fc.record({ English: fc.integer({ min: 0, max: 5 }) }),
      isReady: fc.boolean(),
      doNotDisturb: fc.boolean(),
      idleSince: fc.integer({ min: 0, max: 20 }).map((seconds) => seconds * 1000),
      current: fc.integer({ min: 0, max: 3 }),
      capacity: fc.integer({ min: 0, max: 4 }),
      chats: fc.integer({ min: 0, max: 2 }),
      lately: fc.record({ handled: fc.integer({ min: 0, max: 2 }), occupancy: fc.constantFrom(0, 0.5, 1) }),
    }),
    { selector: (agent) => agent.id, maxLength: 6 },
  )
  .map((staff) => staff.map((agent) => ({ ...agent, userName: `user ${agent.id}` })));

const target: fc.Arbitrary<Target> = fc.oneof(
  agentName.map((agent) => ({ agent })),
  groupName.map((agentGroup) => ({ agentGroup })),
  fc.integer({ min: 0, max: 5 }).map((level) => ({ skill: `English >= ${level}` })),
  fc.constant({ skill: '1=1' }),
);

const selection: fc.Arbitrary<Selection> = fc.record(
  {
    statistic: fc.constantFrom(...agentStatisticSchema.options),
    optimum: fc.constantFrom('min' as const, 'max' as const),
    force: fc.boolean(),
  },
  { requiredKeys: [] },
);

const requests: fc.Arbitrary<Request[]> = fc.uniqueArray(
  fc.record({
    interactionId: fc.integer({ min: 0, max: 40 }).map(String),
    targets: fc.array(target, { minLength: 1, maxLength: 3 }),
    selection,
    priority: fc.integer({ min: -2, max: 2 }),
    createdAt: fc.integer({ min: 0, max: 20 }).map((seconds) => new Date(seconds * 1000)),
    declinedBy: fc.array(agentName, { maxLength: 2 }).map((ids) => new Set(ids)),
  }),
  { selector: (request) => request.interactionId, maxLength: 25 },
);

function seatsOf(staff: readonly Staff[]): RoutingAgent[] {
  return staff.map(({ isReady, idleSince, current, capacity, chats, ...rest }) => ({
    ...rest,
    media: { email: { isReady, idleSince } },
    inHand: { email: current, chat: chats },
    capacity: { email: capacity, chat: 2 },
  }));
}

function floorOf(staff: readonly Staff[]): Floor {
  const floor = new Floor();
  for (const agent of seatsOf(staff)) floor.put(agent);
  floor.setLately(new Map(staff.map(({ userName, lately }) => [userName, lately])));
  return floor;
}

/** Requests as the router reads them: a line for each set of targets. */
function linesOf(waiting: readonly Request[]) {
  const keyOf = ({ targets, selection }: Request): string => JSON.stringify([targets, selection]);
  return [...Map.groupBy(waiting.toSorted(bySequence), keyOf)].flatMap(([targetsKey, line]) => {
    const [first] = line;
    if (first === undefined) return [];
    const set = { media: 'email', targetsKey, targets: first.targets, selection: first.selection };
    return [{ set, requests: line, hasMore: false }];
  });
}

function bySequence(a: Request, b: Request): number {
  return (
    b.priority - a.priority ||
    a.createdAt.getTime() - b.createdAt.getTime() ||
    (a.interactionId < b.interactionId ? -1 : 1)
  );
}

function decide(waiting: readonly Request[], staff: readonly Staff[]): readonly Invitation[] {
  return chooseAgents(floorOf(staff), linesOf(waiting), { now, most: 100 }).invitations;
}

/** Whether the agent could take the request if they had `taken` more than at first. */
function couldTake(agent: Staff, request: Request, taken: number): boolean {
  return (
    ((agent.isReady && !agent.doNotDisturb) || request.selection?.force === true) &&
    agent.current + taken < agent.capacity &&
    !request.declinedBy.has(agent.id) &&
    request.targets.some((one) => targetMatches(one, agent))
  );
}

/** What the statistic of a request says of an agent, written down once more. */
function valueOf(agent: Staff, wish: Selection | undefined): number {
  switch (wish?.statistic ?? 'time-in-ready-state') {
    case 'time-in-ready-state':
      return now.getTime() - agent.idleSince;
    case 'agent-loading':
      return agent.chats / 2 + agent.current / agent.capacity;
    case 'agent-loading-media':
      return agent.current;
    case 'agent-occupancy':
      return agent.lately.occupancy;
    case 'interactions-handled':
      return agent.lately.handled;
  }
}

describe('chooseAgents', () => {
  it('invites for an interaction once, somebody it means, who is ready and has not declined it', () => {
    fc.assert(
      fc.property(requests, agents, (waiting, staff) => {
        const invitations = decide(waiting, staff);

        expect(new Set(invitations.map((one) => one.interactionId)).size).toBe(invitations.length);
        for (const { interactionId, agentId } of invitations) {
          const request = waiting.find((one) => one.interactionId === interactionId)!;
          const agent = staff.find((one) => one.id === agentId)!;
          expect(couldTake(agent, request, 0)).toBe(true);
        }
      }),
    );
  });

  it('gives a request that is alone to the best by its statistic', () => {
    fc.assert(
      fc.property(requests, agents, (waiting, staff) => {
        for (const request of waiting.slice(0, 1)) {
          const [invitation] = decide([request], staff);
          const could = staff.filter((agent) => couldTake(agent, request, 0));
          expect(invitation !== undefined).toBe(could.length > 0);

          const values = could.map((agent) => valueOf(agent, request.selection));
          const chosen = could.find(({ id }) => id === invitation?.agentId);
          const name = request.selection?.statistic ?? 'time-in-ready-state';
          const best = (request.selection?.optimum ?? agentStatistics[name].optimum) === 'max' ? Math.max : Math.min;
          if (chosen) expect(valueOf(chosen, request.selection)).toBe(best(...values));
        }
      }),
    );
  });

  it('never exceeds a capacity', () => {
    fc.assert(
      fc.property(requests, agents, (waiting, staff) => {
        const invitations = decide(waiting, staff);

        for (const agent of staff) {
          const got = invitations.filter((one) => one.agentId === agent.id).length;
          if (got > 0) expect(agent.current + got).toBeLessThanOrEqual(agent.capacity);
        }
      }),
    );
  });

  it('serves by priority, then age: whoever gets nothing had no agent left by the earlier ones', () => {
    fc.assert(
      fc.property(requests, agents, (waiting, staff) => {
        const invitations = decide(waiting, staff);

        const sequence = waiting.toSorted(bySequence);
        const taken = new Map<string, number>();
        for (const request of sequence) {
          const invitation = invitations.find((one) => one.interactionId === request.interactionId);
          const could = staff.filter((agent) => couldTake(agent, request, taken.get(agent.id) ?? 0));
          expect(invitation !== undefined).toBe(could.length > 0);
          if (invitation) taken.set(invitation.agentId, (taken.get(invitation.agentId) ?? 0) + 1);
        }
        expect(invitations.map((one) => one.interactionId)).toEqual(
          sequence.map((one) => one.interactionId).filter((id) => invitations.some((one) => one.interactionId === id)),
        );
      }),
    );
  });

  it('decides the same whatever order it is told things in', () => {
    fc.assert(
      fc.property(requests, agents, (waiting, staff) => {
        const pairs = (order: 'as told' | 'reversed') =>
          (order === 'as told' ? decide(waiting, staff) : decide(waiting.toReversed(), staff.toReversed())).map(
            ({ interactionId, agentId }) => [interactionId, agentId],
          );

        expect(pairs('reversed')).toEqual(pairs('as told'));
      }),
    );
  });

  it('says of every agent it passed over why, up to a limit', () => {
    fc.assert(
      fc.property(requests, agents, (waiting, staff) => {
        for (const { interactionId, agentId, considered } of decide(waiting, staff)) {
          const request = waiting.find((one) => one.interactionId === interactionId)!;
          const meant = staff.filter((agent) => request.targets.some((one) => targetMatches(one, agent)));
          expect(considered.map((one) => one.agentId).toSorted()).toEqual(
            meant
              .map((agent) => agent.id)
              .filter((id) => id !== agentId)
              .toSorted()
              .slice(0, maxConsidered),
          );
        }
      }),
    );
  });

  it('decides the same after any changes of its agents as if it had just been told of them', () => {
    fc.assert(
      fc.property(requests, fc.array(agents, { minLength: 1, maxLength: 3 }), (waiting, history) => {
        const told = history.at(-1) ?? [];
        const kept = new Floor();
        for (const staff of history) {
          for (const line of linesOf(waiting)) kept.candidatesOf(line.set);
          const ids = new Set(staff.map(({ id }) => id));
          for (const id of kept.ids()) if (!ids.has(id)) kept.remove(id);
          for (const seat of seatsOf(staff)) kept.put(seat);
          kept.setLately(new Map(staff.map(({ userName, lately }) => [userName, lately])));
        }
        const pairs = (floor: Floor) =>
          chooseAgents(floor, linesOf(waiting), { now, most: 100 }).invitations.map((one) => [
            one.interactionId,
            one.agentId,
          ]);

        expect(pairs(kept)).toEqual(pairs(floorOf(told)));
      }),
    );
  });
});
