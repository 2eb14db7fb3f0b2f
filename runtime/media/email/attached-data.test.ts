import { describe, expect, it } from 'vitest';
import { attachedData, personNames } from './attached-data.ts';
import { parseMail } from './parse-mail.ts';

const mail = (...lines: string[]) => parseMail(Buffer.from([...lines, '', 'text'].join('\r\n')));

describe('attachedData', () => {
  it('holds sender, recipients, subject, mailbox, and the other headers by name', async () => {
    const parsed = await mail(
      'Received: from x',
      'Return-Path: <ada@example.com>',
      'From: Ada King Lovelace <ada@example.com>',
      'To: a@example.org, B <b@example.org>',
      'Cc: c@example.org',
      'Subject: Engine',
      'X-Priority: 1',
      'X-Tag: one',
      'x-tag: two',
    );

    expect(attachedData(parsed, 'support@example.org')).toEqual({
      data: {
        Mailbox: 'support@example.org',
        Subject: 'Engine',
        FromAddress: 'ada@example.com',
        FromPersonal: 'Ada King Lovelace',
        FirstName: 'Ada',
        LastName: 'King Lovelace',
        To: 'a@example.org, b@example.org',
        'Header_X-Priority': '1',
        'Header_X-Tag': 'one\ntwo',
      },
      omittedHeaders: 0,
    });
  });

  it('says of a report what it is about', async () => {
    const parsed = await mail(
      'From: mailer-daemon@example.com',
      'X-Failed-Recipients: ada@example.com',
      'In-Reply-To: <sent@example.org>',
    );

    expect(attachedData(parsed, 'support@example.org').data).toMatchObject({
      ReportKind: 'non-delivery',
      FailedRecipient: 'ada@example.com',
      OriginalMessageId: '<sent@example.org>',
    });
  });

  it('stays within 64 KB and counts the headers it leaves out', async () => {
    const parsed = await mail('Subject: kept', ...Array.from({ length: 300 }, (_, i) => `X-${i}: ${'"'.repeat(900)}`));

    const { data, omittedHeaders } = attachedData(parsed, 'm');

    expect(Buffer.byteLength(JSON.stringify(data))).toBeLessThanOrEqual(64 * 1024);
    expect(data).toMatchObject({ Subject: 'kept' });
    expect(Object.keys(data).filter((name) => name.startsWith('Header_')).length + omittedHeaders).toBe(300);
  });

  it('keeps a header named like a property of objects as data', async () => {
    const { data } = attachedData(await mail('__proto__: x', 'From: a@b.c'), 'm');

    expect(data['Header___proto__']).toBe('x');
  });
});

describe('personNames', () => {
  it.each([
    ['Ada Lovelace', 'Ada', 'Lovelace'],
    ['Lovelace, Ada', 'Ada', 'Lovelace'],
    ['"Ada"', 'Ada', ''],
    ['ada@example.com', '', ''],
    ['', '', ''],
  ])('takes %j apart', (personal, first, last) => {
    expect(personNames(personal)).toEqual({ first, last });
  });
});
