import { describe, expect, it } from 'vitest';
import { chooseAgents, type RoutingAgent, type WaitingRequest } from './choose-agents.ts';

const now = new Date(100_000);

const agent = (id: string, changes: Partial<RoutingAgent> = {}): RoutingAgent => ({
  id,
  userName: id,
  groups: new Set(),
  skills: {},
  isReady: true,
  doNotDisturb: false,
  idleSince: new Date(0),
  current: 0,
  capacity: 1,
  ...changes,
});

const request = (interactionId: string, changes: Partial<WaitingRequest> = {}): WaitingRequest => ({
  interactionId,
  targetsKey: 'everybody',
  targets: [{ skill: '1=1' }],
  priority: 0,
  createdAt: new Date(0),
  declinedBy: new Set(),
  ...changes,
});

describe('chooseAgents', () => {
  it('takes the agent who is idle longest', () => {
    const staff = [agent('a', { idleSince: new Date(2000) }), agent('b', { idleSince: new Date(1000) })];

    expect(chooseAgents([request('1')], staff, now)).toMatchObject([{ agentId: 'b' }]);
  });

  it('takes of equally idle agents the one with fewest interactions', () => {
    const staff = [agent('a', { capacity: 3, current: 2 }), agent('b', { capacity: 3, current: 1 })];

    expect(chooseAgents([request('1')], staff, now)).toMatchObject([{ agentId: 'b' }]);
  });

  it('spreads several over agents with capacity instead of filling one', () => {
    const staff = [agent('a', { capacity: 2 }), agent('b', { capacity: 2, idleSince: new Date(1) })];

    const chosen = chooseAgents(
      ['1', '2', '3'].map((id) => request(id)),
      staff,
      now,
    );

    expect(chosen.map((one) => one.agentId)).toEqual(['a', 'b', 'a']);
  });

  it('gives the only agent to the higher priority', () => {
    const waiting = [request('old'), request('urgent', { priority: 1, createdAt: new Date(50_000) })];

    expect(chooseAgents(waiting, [agent('a')], now)).toMatchObject([{ interactionId: 'urgent' }]);
  });

  it('tells why the others were not chosen', () => {
    const staff = [
      agent('absent', { isReady: false }),
      agent('quiet', { doNotDisturb: true }),
      agent('full', { current: 1 }),
      agent('unwilling'),
      agent('chosen'),
      agent('later', { idleSince: new Date(9000) }),
    ];

    const [invitation] = chooseAgents([request('1', { declinedBy: new Set(['unwilling']) })], staff, now);

    expect(invitation).toEqual({
      interactionId: '1',
      agentId: 'chosen',
      considered: [
        { agentId: 'absent', reason: 'not-ready' },
        { agentId: 'quiet', reason: 'do-not-disturb' },
        { agentId: 'full', reason: 'no-capacity' },
        { agentId: 'unwilling', reason: 'declined' },
        { agentId: 'later', reason: 'idle-shorter' },
      ],
    });
  });
});
