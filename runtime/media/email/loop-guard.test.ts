import { describe, expect, it } from 'vitest';
import { type AnswerQuestion, mayAnswer } from './loop-guard.ts';

const question: AnswerQuestion = {
  automatic: 'none',
  from: 'ada@example.com',
  ownAddresses: ['Support@Example.org'],
  answersToSenderInPeriod: 0,
  limit: 3,
};

describe('mayAnswer', () => {
  it('lets a person be answered', () => {
    expect(mayAnswer(question)).toEqual({ ok: true });
  });

  it.each([
    'report',
    'auto-submitted',
    'null-return-path',
    'daemon',
    'auto-reply',
    'list',
    'bulk',
    'suppressed',
  ] as const)('answers no mail that is %s', (automatic) => {
    expect(mayAnswer({ ...question, automatic })).toMatchObject({ ok: false });
  });

  it.each(['support@example.org', 'SUPPORT+ticket@example.org'])('answers none of our own addresses (%s)', (from) => {
    expect(mayAnswer({ ...question, from })).toMatchObject({ ok: false, reason: expect.stringContaining('ours') });
  });

  it.each([undefined, '', 'nobody'])('answers nobody without an address (%s)', (from) => {
    expect(mayAnswer({ ...question, from })).toMatchObject({ ok: false });
  });

  it('stops at the limit for one sender', () => {
    expect(mayAnswer({ ...question, answersToSenderInPeriod: 2 })).toEqual({ ok: true });
    expect(mayAnswer({ ...question, answersToSenderInPeriod: 3 })).toMatchObject({ ok: false });
  });
});
