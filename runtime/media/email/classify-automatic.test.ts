import { describe, expect, it } from 'vitest';
import { classifyAutomatic } from './classify-automatic.ts';

const classify = (header: string, from = 'ada@example.com', envelopeFrom?: string) => {
  const colon = header.indexOf(':');
  const headers = colon < 0 ? [] : [{ name: header.slice(0, colon), value: header.slice(colon + 1).trim() }];
  return classifyAutomatic({ headers, from, envelopeFrom });
};

describe('classifyAutomatic', () => {
  it.each([
    ['Auto-Submitted: auto-replied', 'auto-submitted'],
    ['Auto-Submitted: auto-generated; owner=x', 'auto-submitted'],
    ['auto-submitted: AUTO-NOTIFIED', 'auto-submitted'],
    ['Auto-Submitted: no', 'none'],
    ['Auto-Submitted: no (a person)', 'none'],
    ['Content-Type: multipart/report; report-type=delivery-status', 'report'],
    ['Content-Type: multipart/report; report-type=disposition-notification', 'report'],
    ['Return-Path: <>', 'null-return-path'],
    ['Return-Path: <ada@example.com>', 'none'],
    ['Return-Path: <MAILER-DAEMON>', 'daemon'],
    ['X-Autoreply: yes', 'auto-reply'],
    ['Subject: Out of Office AutoReply: Order 7', 'auto-reply'],
    ['Subject: AUTO: Smith, John is out of the office. (returning 02/01)', 'auto-reply'],
    ['Subject: Automatische Antwort: Bestellung', 'auto-reply'],
    ['Subject: [Automatyczna odpowiedź] test', 'auto-reply'],
    ['Subject: Re: Order 7 (Automatic Response)', 'auto-reply'],
    ['Subject: Re: Automatic reply: Order 7', 'none'],
    ['Subject: Re: [list] Ada is out of the office.', 'none'],
    ['Subject: [list] Ada is out of the office.', 'auto-reply'],
    ['Subject: Our office printer is out of order', 'none'],
    ['Precedence: auto_reply', 'auto-reply'],
    ['Precedence: bulk', 'bulk'],
    ['Precedence: junk', 'bulk'],
    ['Precedence: list', 'list'],
    ['Precedence: first-class', 'none'],
    ['List-Id: <team.example.com>', 'list'],
    ['List-Unsubscribe: <mailto:leave@example.com>', 'list'],
    ['X-Auto-Response-Suppress: DR, OOF, AutoReply', 'suppressed'],
    ['X-Auto-Response-Suppress: DR, RN', 'none'],
    ['Subject: Auto-Submitted: auto-replied', 'none'],
  ])('takes "%s" for %s', (header, kind) => {
    expect(classify(header)).toBe(kind);
  });

  it('knows the addresses of mail systems, in the header and in the envelope', () => {
    expect(classify('', 'MAILER-DAEMON@example.com')).toBe('daemon');
    expect(classify('', 'ada@example.com', 'postmaster@example.com')).toBe('daemon');
    expect(classify('', 'ada.postmaster@example.com')).toBe('none');
  });

  it('tells a null envelope sender from one that is not known', () => {
    expect(classify('', 'ada@example.com', '')).toBe('null-return-path');
    expect(classify('', 'ada@example.com')).toBe('none');
  });
});
