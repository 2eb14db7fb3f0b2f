import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMail } from './parse-mail.ts';

const lines = (...all: string[]) => all.join('\r\n');
const reportOf = async (raw: string) => (await parseMail(Buffer.from(raw))).report;

const original = ['Received: from us', 'Message-ID: <sent-1@example.org>', 'From: support@example.org', 'Subject: Hi'];

function multipartReport(type: string, fields: readonly string[], ...rest: string[]): string {
  return lines(
    'From: Mail Delivery System <MAILER-DAEMON@mx.example.com>',
    'To: support@example.org',
    'Subject: Mail status',
    `Content-Type: multipart/report; report-type=${type}; boundary="b/1"`,
    '',
    '--b/1',
    '',
    'This is the mail system.',
    '--b/1',
    `Content-Type: message/${type}`,
    '',
    ...fields,
    '--b/1',
    ...(rest.length > 0 ? rest : ['Content-Type: message/rfc822', '', ...original, '', 'Hello']),
    '--b/1--',
    '',
  );
}

const failed = multipartReport('delivery-status', [
  'Reporting-MTA: dns; mx.example.com',
  '',
  'Final-Recipient: rfc822; fine@example.com',
  'Action: delivered',
  'Status: 2.0.0',
  '',
  'Final-Recipient: rfc822;',
  ' <ada@example.com>',
  'Action: FAILED (bad address)',
  'Status: 5.1.1 (no such user)',
  'Diagnostic-Code: smtp; 550 5.1.1',
  '  <ada@example.com>: no such user',
  '',
]);

describe('a delivery status (RFC 3464)', () => {
  it('is a failure when one recipient failed, and names that one, the status, the reason and the mail', async () => {
    expect(await parseMail(Buffer.from(failed))).toMatchObject({
      automatic: 'report',
      report: {
        kind: 'non-delivery',
        recipient: 'ada@example.com',
        status: '5.1.1',
        reason: '550 5.1.1 <ada@example.com>: no such user',
        originalMessageId: '<sent-1@example.org>',
      },
    });
  });

  it.each([
    ['delayed', '4.4.1', 'delayed'],
    ['delivered', '2.1.5', 'delivered'],
    ['relayed', '2.1.5', 'delivered'],
    ['expanded', '2.1.5', 'delivered'],
  ])('that says %s is %s no failure', async (action, status, kind) => {
    const fields = ['Final-Recipient: rfc822;ada@example.com', `Action: ${action}`, `Status: ${status}`];

    expect(await reportOf(multipartReport('delivery-status', fields))).toMatchObject({ kind, status });
  });

  it('is read by its status where the action is missing', async () => {
    const fields = ['Final-Recipient: rfc822;ada@example.com', 'Status: 5.7.1'];

    expect(await reportOf(multipartReport('delivery-status', fields))).toMatchObject({ kind: 'non-delivery' });
  });

  it('finds the mail by its header alone, and by what the report answers', async () => {
    const fields = ['Final-Recipient: rfc822;a@example.com', 'Action: failed'];
    const headersOnly = multipartReport(
      'delivery-status',
      fields,
      'Content-Type: text/rfc822-headers',
      '',
      ...original,
    );
    const nothing = multipartReport('delivery-status', fields, 'Content-Type: text/plain', '', 'The mail was long.');

    expect(await reportOf(headersOnly)).toMatchObject({ originalMessageId: '<sent-1@example.org>' });
    expect(await reportOf(`In-Reply-To: <sent-2@example.org>\r\n${nothing}`)).toMatchObject({
      originalMessageId: '<sent-2@example.org>',
    });
  });
});

describe('a disposition notification (RFC 8098)', () => {
  it.each(['displayed', 'deleted'])('tells that the mail was %s', async (type) => {
    const raw = multipartReport('disposition-notification', [
      'Final-Recipient: rfc822;ada@example.com',
      'Original-Message-ID: <sent-3@example.org>',
      `Disposition: manual-action/MDN-sent-manually; ${type}/warning`,
    ]);

    expect(await reportOf(raw)).toMatchObject({
      kind: 'disposition',
      disposition: type,
      recipient: 'ada@example.com',
      originalMessageId: '<sent-3@example.org>',
    });
  });
});

const plain = (from: string, subject: string, ...text: string[]) =>
  lines(`From: ${from}`, 'To: support@example.org', `Subject: ${subject}`, '', ...text, '');

describe('a bounce that follows no RFC', () => {
  it.each([
    [
      'qmail',
      plain(
        'MAILER-DAEMON@mx.example.com',
        'failure notice',
        'Hi. This is the qmail-send program at mx.example.com.',
        '<ada@example.com>:',
        'Sorry, no mailbox here by that name. (#5.1.1)',
        '--- Below this line is a copy of the message.',
        '',
        ...original,
      ),
      '5.1.1',
    ],
    [
      'Exim',
      plain(
        'Mail Delivery System <Mailer-Daemon@mx.example.com>',
        'Mail delivery failed: returning message to sender',
        'A message that you sent could not be delivered. This is a permanent error.',
        '',
        '  ada@example.com',
        '    host mx.example.com [192.0.2.5]: 550 unknown user',
        '',
        '------ This is a copy of the message, including all the headers. ------',
        '',
        ...original,
      ),
      '5.1.1',
    ],
    [
      'Domino',
      plain(
        'Postmaster@example.com',
        'DELIVERY FAILURE: User ada (ada@example.com) not listed in Directory',
        'Your message could not be delivered to:',
        'ada@example.com',
        '',
        ...original,
      ),
      '5.1.1',
    ],
    [
      'a server that writes German',
      `Return-Path: <>\r\n${plain('admin@example.com', 'Unzustellbar: Hi', 'Ihre Nachricht konnte nicht zugestellt werden an <ada@example.com>', '', ...original)}`,
      '5.0.0',
    ],
  ])('of %s is recognised', async (_system, raw, status) => {
    expect(await reportOf(raw)).toMatchObject({
      kind: 'non-delivery',
      recipient: 'ada@example.com',
      status,
      originalMessageId: '<sent-1@example.org>',
    });
  });

  it('is recognised by an enclosed mail alone when a mail system sends it', async () => {
    const raw = lines(
      'From: postmaster@example.com',
      'Subject: Hi',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: message/rfc822',
      '',
      ...original,
      '',
      '--b--',
    );

    expect(await reportOf(raw)).toMatchObject({ kind: 'non-delivery', originalMessageId: '<sent-1@example.org>' });
  });

  it('is taken for late, not lost, while the server goes on trying', async () => {
    const raw = plain(
      'MAILER-DAEMON@example.com',
      'Returned mail',
      'THIS IS A WARNING MESSAGE ONLY.',
      '<a@example.com>',
    );

    expect(await reportOf(raw)).toMatchObject({ kind: 'delayed', recipient: 'a@example.com' });
  });

  it('is believed for its X-Failed-Recipients', async () => {
    const raw = `X-Failed-Recipients: a@example.com, b@example.com\r\n${plain('x@example.com', 'Hi', 'Sorry.')}`;

    expect(await reportOf(raw)).toMatchObject({ kind: 'non-delivery', recipient: 'a@example.com' });
  });
});

describe('no report is', () => {
  it.each([
    [
      'what a customer writes of a parcel',
      plain('ada@example.com', 'Delivery failed', 'My parcel could not be delivered.'),
    ],
    [
      'what a customer writes of a bounce',
      plain('ada@example.com', 'Re: failure notice', 'User unknown?', ...original),
    ],
    [
      'an answering machine',
      `Return-Path: <>\r\n${plain('ada@example.com', 'I am away', 'My address does not exist any more.')}`,
    ],
    ['another mail of a mail system', plain('postmaster@example.com', 'Maintenance on Sunday', 'Mail will be slow.')],
    [
      'a bounce that a customer forwards',
      lines(
        'From: ada@example.com',
        'Subject: Fwd: what is this?',
        'Content-Type: multipart/mixed; boundary=c',
        '',
        '--c',
        '',
        'I got this.',
        '--c',
        'Content-Type: message/rfc822',
        '',
        failed,
        '--c--',
      ),
    ],
    ['a complaint (RFC 5965)', failed.replace('report-type=delivery-status', 'report-type=feedback-report')],
  ])('%s', async (_what, raw) => {
    expect(await reportOf(raw)).toBeUndefined();
  });
});

describe('readReport', () => {
  it('ends with an answer for any mutation of a report', async () => {
    const mutated = fc
      .array(fc.tuple(fc.nat(failed.length - 1), fc.nat(30), fc.string({ unit: 'binary', maxLength: 5 })), {
        maxLength: 8,
      })
      .map((cuts) => cuts.reduce((raw, [at, length, put]) => raw.slice(0, at) + put + raw.slice(at + length), failed));

    await fc.assert(
      fc.asyncProperty(mutated, async (raw) => {
        const { report } = await parseMail(Buffer.from(raw, 'utf8'));
        expect(report?.kind ?? 'none').toMatch(/^(non-delivery|delayed|delivered|disposition|none)$/);
      }),
      { numRuns: 150 },
    );
  });

  it('ends on very many parts, groups and words', async () => {
    const head = 'From: mailer-daemon@example.com\r\nContent-Type: multipart/report; boundary=b\r\n\r\n';
    const hostile = [
      `${head}${'--b\r\n'.repeat(200_000)}`,
      `${head}--b\r\nContent-Type: message/delivery-status\r\n\r\n${'Action: x\r\n\r\n'.repeat(50_000)}`,
      `From: mailer-daemon@example.com\r\n\r\n${'mail to warning: your message '.repeat(20_000)}`,
    ];

    for (const raw of hostile) expect(await reportOf(raw)).toBeUndefined();
  });
});
