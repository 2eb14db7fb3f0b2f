import { describe, expect, it } from 'vitest';
import type { InteractionPage, InteractionSummary } from '#dsl/protocol/interactions.ts';
import { mergeFirstPage, replaceLines } from './merge-page.ts';

const line = (minute: number, state: InteractionSummary['state'] = 'queued'): InteractionSummary => ({
  id: `line-${minute}`,
  media: 'email',
  type: 'Inbound',
  subtype: 'InboundNew',
  state,
  isHeld: false,
  queue: null,
  agentId: null,
  agentName: null,
  priority: 0,
  subject: '',
  from: null,
  to: null,
  receivedAt: `2026-03-01T12:${String(minute).padStart(2, '0')}:00.000Z`,
  stoppedAt: null,
  stopReason: null,
  problem: null,
  parentId: null,
  contactId: null,
  threadId: 'thread',
});
const page = (minutes: readonly number[], next: string | null): InteractionPage => ({
  interactions: minutes.map((minute) => line(minute)),
  next,
});
const idsOf = ({ interactions }: InteractionPage): string[] => interactions.map(({ id }) => id);

describe('mergeFirstPage', () => {
  it('keeps lines that newer ones pushed out, so that nothing is missing before the next page', () => {
    const merged = mergeFirstPage(page([5, 4, 3], 'next-3'), page([7, 6, 5], 'next-5'));

    expect(idsOf(merged)).toEqual(['line-7', 'line-6', 'line-5', 'line-4', 'line-3']);
    expect(merged.next).toBe('next-3');
  });

  it('drops lines that left the list', () => {
    expect(idsOf(mergeFirstPage(page([5, 4, 3], 'next-3'), page([5, 3, 2], 'next-2')))).toEqual([
      'line-5',
      'line-3',
      'line-2',
    ]);
  });

  it('is the fresh page when that is the whole list', () => {
    expect(idsOf(mergeFirstPage(page([5, 4, 3], null), page([3], null)))).toEqual(['line-3']);
  });
});

describe('replaceLines', () => {
  it('changes and removes lines, and leaves other pages as they are', () => {
    const first = page([5, 4], 'a');
    const second = page([3, 2], null);
    const stopped = line(3, 'stopped');

    const replaced = replaceLines(
      [first, second],
      new Map([
        ['line-3', stopped],
        ['line-2', undefined],
      ]),
    );

    expect(replaced[0]).toBe(first);
    expect(replaced[1]?.interactions).toEqual([stopped]);
  });
});
