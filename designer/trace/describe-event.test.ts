import { describe, expect, it } from 'vitest';
import type { InteractionLogEvent } from '#dsl/protocol/interactions.ts';
import { describeEvent } from './describe-event.ts';

const event = (kind: string, facts: InteractionLogEvent['facts'], name?: string): InteractionLogEvent => ({
  id: '1',
  at: '2026-03-01T12:00:00.000Z',
  kind,
  party: name === undefined ? null : { kind: 'strategy', name },
  facts,
});

describe('describeEvent', () => {
  it('says where and by whom', () => {
    expect(describeEvent(event('PlacedInQueue', { queue: 'Inbound queue' }, 'Process ABC'))).toEqual({
      title: 'Placed in a queue',
      detail: 'Inbound queue · by Process ABC',
    });
  });

  it('says who joined or left, and why', () => {
    expect(describeEvent(event('PartyRemoved', { reason: 'NoAnswer' }, 'ada'))).toEqual({
      title: 'Left',
      detail: 'ada · NoAnswer',
    });
  });

  it('shows a kind it does not know by its own name', () => {
    expect(describeEvent(event('SomethingNew', {}))).toEqual({ title: 'Something New', detail: '' });
  });
});
