import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bounceCause } from './bounce-cause.ts';
import { bounceReason } from './bounce-reason.ts';

const failed = (reason: string | undefined, status?: string) =>
  bounceCause({ kind: 'non-delivery', status, reason }) as unknown;

describe('bounceCause', () => {
  it.each([
    ['550 No such user here', '5.1.1', 'unknown-address', true],
    ['Host or domain name not found. Name service error for name=nowhere.example', '5.1.2', 'unknown-domain', true],
    ['452 The mailbox is over its quota, try later', '4.2.2', 'full-mailbox', false],
    ['552 Mailbox full', '5.2.2', 'full-mailbox', true],
    ['This account has been disabled', '5.2.1', 'disabled-mailbox', true],
    ['552 Message size exceeds fixed maximum message size', '5.3.4', 'too-large', true],
    ['554 Blocked by our spam policy', '5.7.1', 'refused', true],
    ['550 Relaying denied', '5.7.1', 'refused', true],
    ['Too many hops 26 (25 max)', '5.4.6', 'loop', true],
    ['delivery time expired', '4.4.7', 'expired', false],
    ['connect to mx.example[192.0.2.1]: Connection timed out', '4.4.1', 'unreachable', false],
    ['451 Greylisted, try again later', '4.3.0', 'system-trouble', false],
    ['Es existiert nicht', '5.1.1', 'unknown-address', true],
  ])('understands "%s" without a status code', (reason, status, cause, permanent) => {
    expect(failed(reason)).toEqual({ status, cause, permanent });
  });

  it('believes the status code before the words, and a code that says "other" less than the words', () => {
    expect(failed('mailbox unavailable', '5.2.2')).toMatchObject({ cause: 'full-mailbox', permanent: true });
    expect(failed('550 5.1.1 whatever', '5.0.0')).toMatchObject({ status: '5.1.1', cause: 'unknown-address' });
    expect(failed('No such user', '5.7.1')).toMatchObject({ status: '5.7.1', cause: 'unknown-address' });
  });

  it('takes a failure without any sign for permanent, a delay never', () => {
    expect(failed(undefined)).toEqual({ status: '5.0.0', cause: undefined, permanent: true });
    expect(bounceCause({ kind: 'delayed', status: '5.1.1', reason: undefined })).toMatchObject({ permanent: false });
  });

  it('says nothing of receipts', () => {
    expect(bounceCause({ kind: 'disposition', status: undefined, reason: 'User unknown' })).toEqual({});
  });

  it('gives a status of RFC 3463 whose class agrees with permanence, for any words', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), (reason) => {
        const { status, permanent } = bounceCause({ kind: 'non-delivery', status: undefined, reason });
        expect(status).toMatch(/^[45]\.\d{1,3}\.\d{1,3}$/);
        expect(permanent).toBe(status?.startsWith('5'));
      }),
    );
  });
});

describe('bounceReason', () => {
  it('takes what a label introduces, also on the next line', () => {
    expect(bounceReason('Sorry.\nReason: Remote host said: 550 nobody of that name\n', 'a@b.c')).toBe(
      '550 nobody of that name',
    );
    expect(bounceReason('The reason was:\n\nThe box is gone.', 'a@b.c')).toBe('The box is gone.');
  });

  it('takes the server’s reply with the lines it goes on in', () => {
    const notice =
      'I could not deliver it:\n\n<a@b.c>: host mx.b.c said:\n  550 5.1.1 <a@b.c>\n  User unknown\n\nYours';

    expect(bounceReason(notice, 'a@b.c')).toBe('550 5.1.1 <a@b.c> User unknown');
  });

  it('takes the sentence below the address, from where it begins', () => {
    const notice =
      'Not delivered to\n\na@b.c\nThe mailbox of this\nperson is full since May.\n\n--- Original message follows';

    expect(bounceReason(notice, 'a@b.c')).toBe('The mailbox of this person is full since May.');
  });

  it('finds none where the notice says only that it failed', () => {
    expect(bounceReason('Delivery failed:\n\n<a@b.c>\n\nStatus: 5.0.0\nAction: failed\n', 'a@b.c')).toBeUndefined();
  });
});
