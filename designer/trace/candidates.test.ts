import { expect, test } from 'vitest';
import type { InteractionLogEvent } from '#dsl/protocol/interactions.ts';
import { decisionsDuring } from './candidates.ts';

function event(second: number, kind: string, facts: InteractionLogEvent['facts']): InteractionLogEvent {
  return { id: String(second), at: new Date(second * 1000).toISOString(), kind, party: null, facts };
}

test('tells whom the router chose, and why the others were not, while the run was in the block', () => {
  const events = [
    event(1, 'AgentInvited', { agent: 'early', considered: [] }),
    event(5, 'AgentInvited', {
      agent: 'kim',
      waitedMs: 4000,
      considered: [
        { agentId: 'id-1', agent: 'ada', reason: 'not-ready' },
        { agentId: 'id-2', reason: 'no-capacity' },
      ],
    }),
    event(6, 'Rejected', { agent: 'kim' }),
  ];

  const decisions = decisionsDuring({ events }, { from: 2000, to: 9000 });

  expect(decisions).toMatchObject([
    {
      waitedMs: 4000,
      candidates: [
        { agent: 'kim', verdict: 'chosen' },
        { agent: 'ada', verdict: 'not-ready' },
        { agent: 'id-2', verdict: 'no-capacity' },
      ],
    },
  ]);
});

test('reads what an older version recorded', () => {
  expect(
    decisionsDuring({ events: [event(5, 'AgentInvited', { agent: 'kim' })] }, { from: 0, to: 9000 }),
  ).toMatchObject([{ candidates: [{ agent: 'kim', verdict: 'chosen' }] }]);
});
