import { describe, expect, it } from 'vitest';
import { chooseAgents, type Invitation, type WaitingRequest } from './choose-agents.ts';
import { Floor } from './floor.ts';
import type { RoutingAgent } from './seat.ts';

const now = new Date(100_000);

interface Changes {
  readonly isReady?: boolean;
  readonly doNotDisturb?: boolean;
  readonly idleSince?: number;
  readonly current?: number;
  readonly capacity?: number;
}

const agent = (id: string, changes: Changes = {}): RoutingAgent => ({
  id,
  userName: id,
  groups: new Set(),
  skills: {},
  doNotDisturb: changes.doNotDisturb ?? false,
  media: { email: { isReady: changes.isReady ?? true, idleSince: changes.idleSince ?? 0 } },
  inHand: { email: changes.current ?? 0 },
  capacity: { email: changes.capacity ?? 1 },
});

const request = (interactionId: string, changes: Partial<WaitingRequest> = {}): WaitingRequest => ({
  interactionId,
  priority: 0,
  createdAt: new Date(0),
  declinedBy: new Set(),
  ...changes,
});

const everybody = { media: 'email', targetsKey: 'everybody', targets: [{ skill: '1=1' }], selection: {} };

function choose(requests: readonly WaitingRequest[], staff: readonly RoutingAgent[]): readonly Invitation[] {
  const floor = new Floor();
  for (const one of staff) floor.put(one);
  const line = { set: everybody, requests, hasMore: false };
  return chooseAgents(floor, [line], { now, most: 100 }).invitations;
}

describe('chooseAgents', () => {
  it('takes the agent who is idle longest', () => {
    const staff = [agent('a', { idleSince: 2000 }), agent('b', { idleSince: 1000 })];

    expect(choose([request('1')], staff)).toMatchObject([{ agentId: 'b' }]);
  });

  it('takes of equally idle agents the one with fewest interactions', () => {
    const staff = [agent('a', { capacity: 3, current: 2 }), agent('b', { capacity: 3, current: 1 })];

    expect(choose([request('1')], staff)).toMatchObject([{ agentId: 'b' }]);
  });

  it('spreads several over agents with capacity instead of filling one', () => {
    const staff = [agent('a', { capacity: 2 }), agent('b', { capacity: 2, idleSince: 1 })];

    const chosen = choose(
      ['1', '2', '3'].map((id) => request(id)),
      staff,
    );

    expect(chosen.map((one) => one.agentId)).toEqual(['a', 'b', 'a']);
  });

  it('gives the only agent to the higher priority', () => {
    const waiting = [request('urgent', { priority: 1, createdAt: new Date(50_000) }), request('old')];

    expect(choose(waiting, [agent('a')])).toMatchObject([{ interactionId: 'urgent' }]);
  });

  it('tells why the others were not chosen', () => {
    const staff = [
      agent('absent', { isReady: false }),
      agent('quiet', { doNotDisturb: true }),
      agent('full', { current: 1 }),
      agent('unwilling'),
      agent('chosen'),
      agent('later', { idleSince: 9000 }),
    ];

    const [invitation] = choose([request('1', { declinedBy: new Set(['unwilling']) })], staff);

    expect(invitation).toEqual({
      interactionId: '1',
      agentId: 'chosen',
      media: 'email',
      considered: [
        { agentId: 'absent', reason: 'not-ready' },
        { agentId: 'quiet', reason: 'do-not-disturb' },
        { agentId: 'full', reason: 'no-capacity' },
        { agentId: 'unwilling', reason: 'declined' },
        { agentId: 'later', reason: 'idle-shorter' },
      ],
    });
  });

  it('gives an agent who came later, and nothing to one who left', () => {
    const floor = new Floor();
    floor.put(agent('left'));
    floor.candidatesOf(everybody);
    floor.remove('left');
    floor.put(agent('came'));
    const line = { set: everybody, requests: [request('1'), request('2')], hasMore: false };

    const { invitations } = chooseAgents(floor, [line], { now, most: 100 });

    expect(invitations).toMatchObject([{ interactionId: '1', agentId: 'came', considered: [] }]);
  });

  it('stops where a line ends behind which more wait, before it gives anything to a later one', () => {
    const floor = new Floor();
    for (const id of ['a', 'b', 'c']) floor.put(agent(id));
    const urgent = { set: everybody, requests: [request('urgent', { priority: 5 })], hasMore: true };
    const other = { set: { ...everybody, targetsKey: 'other' }, requests: [request('later')], hasMore: false };

    const { invitations } = chooseAgents(floor, [other, urgent], { now, most: 100 });

    expect(invitations.map((one) => one.interactionId)).toEqual(['urgent']);
  });
});
