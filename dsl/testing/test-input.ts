import type { RunInput } from '../compile/run-contract.ts';
import type { StrategyTest } from '../document/strategy-test.ts';

/** A Monday morning in the offices of most people, when a test names no time. */
const usualStart = '2027-01-04T09:00:00.000Z';

/** Properties of an interaction that a test does not name: a mail that has just come in. */
export const usualInteraction: RunInput['interaction'] = {
  id: 'test',
  media: 'email',
  type: 'Inbound',
  subtype: 'InboundNew',
  subject: '',
  fromAddress: '',
  fromName: '',
  toAddress: '',
  mailbox: '',
  endpoint: '',
  queue: '',
  priority: 0,
  receivedAt: usualStart,
  submittedAt: usualStart,
  placedAt: usualStart,
  movedAt: usualStart,
  scheduledAt: null,
  deliveredAt: null,
  externalId: null,
  parentId: null,
  contactId: null,
  threadId: 'test',
  automatic: 'none',
  text: '',
};

/** What a strategy test gives its run. */
export function testInput(strategy: string, given: StrategyTest['given'], runId = 'test'): RunInput {
  return {
    runId,
    strategy,
    startedAt: Date.parse(given.startedAt ?? usualStart),
    interaction: { ...usualInteraction, ...given.interaction },
    contact: given.contact ?? null,
    data: given.data,
  };
}
