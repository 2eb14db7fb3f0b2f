import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMail } from './parse-mail.ts';

const mail = (...lines: string[]) => Buffer.from(lines.join('\r\n'));

const multipart = mail(
  'From: "Lovelace, Ada" <ada@example.com>',
  'To: Support <support@example.org>, team: a@example.org, b@example.org;',
  'Cc: carol@example.net',
  'Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe_?= =?utf-8?B?8J+Yig==?=',
  'Message-ID: <one@example.com>',
  'In-Reply-To: <zero@example.org>',
  'References: <first@example.org>',
  ' <zero@example.org>',
  'Date: Tue, 1 Jul 2025 10:52:37 +0200 (CEST)',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="b"',
  '',
  '--b',
  'Content-Type: multipart/alternative; boundary="c"',
  '',
  '--c',
  'Content-Type: text/plain; charset=iso-8859-1',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Gr=FC=DFe',
  '--c',
  'Content-Type: text/html',
  '',
  '<p>Gr&uuml;&szlig;e <img src="cid:logo"></p>',
  '--c--',
  '--b',
  'Content-Type: image/png; name="../../etc/pass\twd.png"',
  'Content-ID: <logo>',
  'Content-Disposition: inline',
  'Content-Transfer-Encoding: base64',
  '',
  'AAEC',
  '--b',
  'Content-Type: application/pdf',
  'Content-Disposition: attachment',
  '',
  'x',
  '--b--',
);

/** What mails are made of, in any order and cut anywhere, as mangled mails have it. */
const pieces = String.raw`From: |To: |Subject: |Date: |Message-ID: |References: |Auto-Submitted: |__proto__: |Content-ID:
|Content-Type: |Content-Disposition: attachment|Content-Disposition: inline|Content-ID: <x>|; filename=|; format=flowed
|Content-Transfer-Encoding: base64|Content-Transfer-Encoding: quoted-printable|text/html|text/plain|message/rfc822
|multipart/mixed; boundary=b|multipart/related; boundary=c|message/delivery-status|; charset=utf-7|; charset=__proto__
|; name*=utf-8''%zz|=?utf-8?B?/w==?=|=?x?Q?=zz?=|Final-Recipient: rfc822; a@b|Status: 5.1.1|--b|--b--|--c|<|>|"|(|\|;|=|é`;
const piece = fc.constantFrom('\r\n', '\r\n\r\n', '\r\n--b\r\n', '\0', ...pieces.split(/\n?\|/));

describe('parseMail', () => {
  it('reads sender, recipients, thread, texts and attachments', async () => {
    const parsed = await parseMail(multipart);

    expect(parsed).toMatchObject({
      from: { address: 'ada@example.com', name: 'Lovelace, Ada' },
      to: { count: 3, first: [{ address: 'support@example.org', name: 'Support' }, { address: 'a@example.org' }, {}] },
      cc: { count: 1 },
      subject: 'Grüße 😊',
      messageId: '<one@example.com>',
      inReplyTo: '<zero@example.org>',
      references: ['<first@example.org>', '<zero@example.org>'],
      date: new Date('2025-07-01T08:52:37Z'),
      automatic: 'none',
      problems: [],
    });
    expect(parsed.text.trim()).toBe('Grüße');
    expect(parsed.html).toContain('<img src="cid:logo">');
    expect(parsed.attachments).toMatchObject([
      {
        filename: 'pass wd.png',
        contentType: 'image/png',
        contentId: 'logo',
        inline: true,
        bytes: Buffer.from([0, 1, 2]),
      },
      { filename: 'attachment-2.pdf', contentType: 'application/pdf', contentId: undefined, inline: false },
    ]);
  });

  it('takes a mail of four bytes for a body without a header', async () => {
    const parsed = await parseMail(Buffer.from('hi\r\n'));

    expect(parsed).toMatchObject({
      text: 'hi\r\n',
      replyText: 'hi',
      headers: [],
      from: undefined,
      messageId: undefined,
    });
    expect(parsed.problems).toEqual(['The mail has no header.']);
  });

  it('makes text of a mail that is HTML alone', async () => {
    const parsed = await parseMail(
      mail('From: a@b.c', 'Content-Type: text/html', '', '<h1>Hi</h1><p>there &amp; here</p>'),
    );

    expect(parsed.text).toBe('Hi\n\nthere & here');
  });

  it('shows the body as it is when its boundary is not the one announced', async () => {
    const parsed = await parseMail(
      mail('From: a@b.c', 'Content-Type: multipart/mixed; boundary=x', '', '--y', '', 'lost?'),
    );

    expect(parsed.text).toContain('lost?');
    expect(parsed.problems).toEqual(['The parts of the body could not be told apart.']);
  });

  it('takes a part whose content type is empty for bytes', async () => {
    const part = ['--b', 'Content-Type: ', 'Content-Disposition: attachment; filename=', '', 'x', '--b--'];
    const parsed = await parseMail(mail('From: a@b.c', 'Content-Type: multipart/mixed; boundary=b', '', ...part));

    expect(parsed.attachments).toMatchObject([
      { filename: 'attachment-1.bin', contentType: 'application/octet-stream', inline: false },
    ]);
  });

  it('keeps what was read before a part with more than a thousand parts within', async () => {
    const parts = Array.from({ length: 1100 }, () => ['--b', 'Content-Type: application/x', '', 'x']).flat();
    const parsed = await parseMail(
      mail('Subject: many', 'Content-Type: multipart/mixed; boundary=b', '', ...parts, '--b--'),
    );

    expect(parsed.subject).toBe('many');
    expect(parsed.problems.join()).toMatch(/read only in part/);
  });

  it('reads headers in raw UTF-8 and in raw Latin-1', async () => {
    const utf8 = await parseMail(Buffer.from('Subject: Grüße\r\n\r\n.'));
    const latin1 = await parseMail(Buffer.from('Subject: Grüße\r\n\r\n.', 'latin1'));

    expect([utf8.subject, latin1.subject]).toEqual(['Grüße', 'Grüße']);
  });

  it('gives no text that PostgreSQL would refuse', async () => {
    const parsed = await parseMail(mail('Subject: a\0b=?utf-16le?B?ANg=?=', 'From: x', '', 'nul \0 here'));

    expect(JSON.stringify(parsed)).not.toMatch(/\\u0000|\\ud800/);
    expect(parsed.text).toBe('nul  here');
  });

  it('keeps the first hundred of 10,000 recipients and their number', async () => {
    const to = Array.from({ length: 10_000 }, (_, i) => `"Person ${i}" <person${i}@example.com>`).join(',\r\n ');
    const parsed = await parseMail(mail(`To: ${to}`, '', 'hello'));

    expect(parsed.to.count).toBe(10_000);
    expect(parsed.to.first).toHaveLength(100);
    expect(parsed.text).toBe('hello');
  });

  it('cuts a subject at 512 characters and leaves out a date without sense', async () => {
    const parsed = await parseMail(mail(`Subject: ${'s'.repeat(2000)}`, 'Date: yesterday', '', '.'));

    expect(parsed.subject).toHaveLength(512);
    expect(parsed.date).toBeUndefined();
    expect(parsed.problems).toEqual(['The date "yesterday" makes no sense.']);
  });

  it('knows the null return path of the envelope', async () => {
    const raw = mail('From: a@b.c', '', '.');

    expect((await parseMail(raw)).automatic).toBe('none');
    expect((await parseMail(raw, { envelopeFrom: '' })).automatic).toBe('null-return-path');
  });

  it('ends with a mail for any bytes, and for any mutation of a sound mail', async () => {
    const mutated = fc
      .array(fc.tuple(fc.nat(multipart.length - 1), fc.nat(255)), { maxLength: 30 })
      .map((changes) => changes.reduce((raw, [at, byte]) => raw.fill(byte, at, at + 1), Buffer.from(multipart)));
    const anything = fc.oneof(
      fc.array(piece, { maxLength: 60 }).map((pieces) => Buffer.from(pieces.join(''))),
      fc.uint8Array({ maxLength: 500 }).map(Buffer.from),
      mutated,
      fc.string({ unit: 'binary' }).map((s) => Buffer.from(s)),
    );

    await fc.assert(
      fc.asyncProperty(anything, async (raw) => {
        const parsed = await parseMail(raw);
        expect(JSON.stringify(parsed.headers)).not.toContain('\\u0000');
        expect(parsed.attachments.every(({ filename }) => filename !== '' && !/[/\\]/.test(filename))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
