import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeMail, envelopeOf } from './compose-mail.ts';
import type { OutgoingMail } from './outgoing-mail.ts';
import { parseMail } from './parse-mail.ts';

const reply: OutgoingMail = {
  messageId: '<reply-1@example.org>',
  date: new Date('2025-07-01T08:00:00Z'),
  from: { address: 'support@example.org', name: 'Support' },
  to: [{ address: 'ada@example.com', name: 'Lovelace, Ada' }],
  subject: 'Re: Engine',
  text: 'Yes.',
};

const headerNames = (raw: Buffer) =>
  raw
    .toString()
    .split('\r\n\r\n')[0]
    ?.match(/^[^\s:]+(?=:)/gm) ?? [];

describe('composeMail', () => {
  it('writes a reply that belongs to the thread', async () => {
    const raw = await composeMail({ ...reply, inReplyTo: '<b@example.com>', references: ['<a@example.com>'] });

    expect(await parseMail(raw)).toMatchObject({
      messageId: '<reply-1@example.org>',
      inReplyTo: '<b@example.com>',
      references: ['<a@example.com>', '<b@example.com>'],
      subject: 'Re: Engine',
      from: { address: 'support@example.org', name: 'Support' },
      to: { first: [{ address: 'ada@example.com', name: 'Lovelace, Ada' }] },
      date: new Date('2025-07-01T08:00:00Z'),
      text: expect.stringContaining('Yes.'),
      automatic: 'none',
      problems: [],
    });
  });

  it('adds a plain text to HTML, and carries attachments and the pictures it shows', async () => {
    const raw = await composeMail({
      ...reply,
      text: undefined,
      html: '<p>Grüße <img src="cid:logo"></p>',
      attachments: [
        { filename: 'ü.pdf', contentType: 'application/pdf', bytes: Buffer.from([1, 2]) },
        { filename: 'logo.png', contentType: 'image/png', bytes: Buffer.from([3]), contentId: 'logo' },
      ],
    });

    const parsed = await parseMail(raw);

    expect(parsed).toMatchObject({ text: expect.stringContaining('Grüße'), html: expect.stringContaining('cid:logo') });
    expect(new Map(parsed.attachments.map(({ filename, inline }) => [filename, inline]))).toEqual(
      new Map([
        ['logo.png', true],
        ['ü.pdf', false],
      ]),
    );
  });

  it('marks what a machine wrote, so that nobody answers it', async () => {
    const raw = await composeMail({ ...reply, automatic: 'auto-replied' });

    expect(raw.toString()).toMatch(/^Auto-Submitted: auto-replied\r$/m);
    expect((await parseMail(raw)).automatic).toBe('auto-submitted');
  });

  it('names blind copies in the envelope and nowhere else', async () => {
    const mail = {
      ...reply,
      cc: [{ address: 'carol@example.com', name: '' }],
      bcc: [{ address: 'eve@example.com', name: '' }],
    };

    expect((await composeMail(mail)).toString()).not.toContain('eve@');
    expect(envelopeOf(mail)).toEqual({
      from: 'support@example.org',
      to: ['ada@example.com', 'carol@example.com', 'eve@example.com'],
    });
  });

  it('keeps the first and the newest of a long thread', async () => {
    const references = Array.from({ length: 500 }, (_, i) => `<${i}@example.com>`);

    const parsed = await parseMail(await composeMail({ ...reply, references }));

    expect(parsed.references).toHaveLength(20);
    expect([parsed.references[0], parsed.references.at(-1)]).toEqual(['<0@example.com>', '<499@example.com>']);
  });

  it('lets no value add a header or a recipient', async () => {
    const plain = headerNames(
      await composeMail({ ...reply, inReplyTo: '<a@b>', references: ['<a@b>'], replyTo: reply.from }),
    );
    const injection = fc
      .tuple(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('\r\n', '\n', '\r', '\r\n\r\n', '\u2028', '\0'),
        fc.string(),
      )
      .map(([before, breaks, after]) => `${before}${breaks}Bcc: eve@example.com${breaks}${after}`);

    await fc.assert(
      fc.asyncProperty(injection, async (value) => {
        const raw = await composeMail({
          ...reply,
          from: { address: `support@example.org${value}`, name: value },
          to: [{ address: 'ada@example.com', name: value }],
          replyTo: { address: 'x@example.org', name: value },
          subject: value,
          inReplyTo: `<a@b${value}>`,
          references: [value],
          attachments: [],
        });
        expect(headerNames(raw)).toEqual(plain);
      }),
      { numRuns: 60 },
    );
    const { to, from } = envelopeOf({ ...reply, to: [{ address: 'a@b.c>\r\nRCPT TO:<eve@example.com', name: '' }] });
    expect([...to, from].join('')).not.toMatch(/[\s<>]/);
  });
});
