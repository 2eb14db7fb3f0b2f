import { once } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { IntakeProblem } from '#runtime/media/email/contract.ts';
import { type SmtpIntake, type SmtpIntakeOptions, startSmtpIntake } from '#runtime/media/email/smtp-intake.ts';
import { localCertificate } from '#test/support/mail/certificate.ts';
import { rawSmtp } from '#test/support/mail/raw-smtp.ts';
import { recordingIntake } from '#test/support/mail/recording-intake.ts';
import { sendSmtp } from '#test/support/mail/send-smtp.ts';

const running: SmtpIntake[] = [];
afterEach(() => Promise.all(running.splice(0).map((server) => server.stop())));

const mailboxes: Record<string, string> = {
  'support@example.org': 'default',
  'help@example.org': 'default',
  'sales@example.org': 'sales',
};

async function start(options: Partial<SmtpIntakeOptions> = {}) {
  const intake = recordingIntake();
  const problems: IntakeProblem[] = [];
  const server = await startSmtpIntake({
    port: 0,
    host: '127.0.0.1',
    maxBytes: 60 * 1024 * 1024,
    intake,
    resolveRecipient: async (address) => {
      const endpoint = mailboxes[address] ?? (address.endsWith('@many.example.org') ? 'default' : undefined);
      return endpoint === undefined ? undefined : { tenantId: 't', endpoint, mailbox: address };
    },
    onProblem: (problem) => problems.push(problem),
    ...options,
  });
  running.push(server);
  return { ...server, intake, problems };
}

const hello = { from: 'ada@example.com', to: 'support@example.org', subject: 'Hello', text: 'Hi' };

describe('the SMTP server', () => {
  it('hands a mail over with its bytes, its envelope and what could be read', async () => {
    const { port, intake } = await start();

    const { reply } = await sendSmtp(port, hello);

    expect(reply).toMatch(/^250/);
    expect(intake.accepted).toMatchObject([
      {
        tenantId: 't',
        endpoint: 'default',
        mailbox: 'support@example.org',
        envelope: { from: 'ada@example.com', to: ['support@example.org'] },
        parsed: { subject: 'Hello', replyText: 'Hi', from: { address: 'ada@example.com' } },
      },
    ]);
    expect(intake.accepted[0]?.raw.toString()).toContain('Subject: Hello');
  });

  it('answers 250 only once the mail is committed', async () => {
    const { port, intake } = await start();
    const order: string[] = [];
    intake.before = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      order.push('committed');
    };

    await sendSmtp(port, hello);
    order.push('answered');

    expect(order).toEqual(['committed', 'answered']);
  });

  it('answers 451 when the mail cannot be stored, so that the sender keeps it', async () => {
    const { port, intake, problems } = await start();
    intake.before = () => {
      throw new Error('the database is away');
    };

    await expect(sendSmtp(port, hello)).rejects.toMatchObject({ responseCode: 451 });
    expect(problems).toMatchObject([{ kind: 'not-accepted', subject: 'Hello', reason: 'the database is away' }]);

    intake.before = () => undefined;
    await expect(sendSmtp(port, hello)).resolves.toMatchObject({ reply: expect.stringMatching(/^250/) });
  });

  it('refuses an address that is not ours and takes the mail for the others', async () => {
    const { port, intake } = await start();

    const answer = await sendSmtp(port, { ...hello, to: ['nobody@example.org', 'support@example.org'] });

    expect(answer).toMatchObject({ accepted: ['support@example.org'], rejected: ['nobody@example.org'] });
    expect(intake.accepted).toHaveLength(1);
  });

  it('answers 451 when it cannot tell whose address it is', async () => {
    const { port } = await start({ resolveRecipient: () => Promise.reject(new Error('away')) });

    await expect(sendSmtp(port, hello)).rejects.toMatchObject({ responseCode: 451 });
  });

  it('accepts a mail to several of our addresses once for each endpoint', async () => {
    const { port, intake } = await start();

    await sendSmtp(port, { ...hello, to: Object.keys(mailboxes) });

    expect(intake.accepted.map(({ endpoint }) => endpoint).toSorted()).toEqual(['default', 'sales']);
  });

  it('takes 10,000 pipelined recipients', async () => {
    const { port, intake } = await start();
    const { say, socket } = await rawSmtp(port);
    const recipients = Array.from({ length: 10_000 }, (_, i) => `RCPT TO:<p${i}@many.example.org>`);

    await say(['EHLO client', 'MAIL FROM:<ada@example.com>']);
    const replies = await say(recipients);
    await say('DATA');
    const [answer] = await say('Subject: many\r\n\r\nhi\r\n.', 1);

    socket.destroy();
    expect(replies.every((reply) => reply.startsWith('250'))).toBe(true);
    expect(answer).toMatch(/^250/);
    expect(intake.accepted).toHaveLength(1);
    expect(intake.accepted[0]?.envelope?.to).toHaveLength(10_000);
  });

  it('takes a mail of four bytes from the null return path', async () => {
    const { port, intake } = await start();
    const { say, socket } = await rawSmtp(port);

    await say(['EHLO client', 'MAIL FROM:<>', 'RCPT TO:<support@example.org>', 'DATA']);
    const [answer] = await say('hi\r\n.', 1);

    socket.destroy();
    expect(answer).toMatch(/^250/);
    expect(intake.accepted[0]?.raw.toString()).toBe('hi\r\n');
    expect(intake.accepted[0]?.parsed).toMatchObject({ automatic: 'null-return-path', text: 'hi\r\n' });
  });

  it('takes an attachment of 30 MB whole', async () => {
    const { port, intake } = await start();
    const content = Buffer.alloc(30 * 1024 * 1024, 'signalbox');

    await sendSmtp(port, { ...hello, attachments: [{ filename: 'big.bin', content }] });

    const [attachment] = intake.accepted[0]?.parsed.attachments ?? [];
    expect(attachment?.filename).toBe('big.bin');
    expect(attachment?.bytes.equals(content)).toBe(true);
  });

  it('announces its size limit and answers 552 beyond it, announced or not', async () => {
    const { port, intake } = await start({ maxBytes: 10_000 });
    const { say, socket } = await rawSmtp(port);

    await say('EHLO client');
    const [announced] = await say('MAIL FROM:<ada@example.com> SIZE=20000');
    await say(['MAIL FROM:<ada@example.com>', 'RCPT TO:<support@example.org>', 'DATA']);
    const [sent] = await say(`${'x'.repeat(70)}\r\n`.repeat(300) + '.', 1);

    socket.destroy();
    expect([announced, sent]).toEqual([expect.stringMatching(/^552/), expect.stringMatching(/^552/)]);
    expect(intake.offered).toEqual([]);
  });

  it('answers 451 while too much mail is under way, and takes it afterwards', async () => {
    const { port, intake } = await start({ maxBytesInFlight: 5000 });
    let release = () => {};
    intake.before = () => new Promise((resolve) => (release = resolve));
    const text = 'x'.repeat(70).concat('\r\n').repeat(45);

    const first = sendSmtp(port, { ...hello, text });
    await vi.waitUntil(() => intake.offered.length === 1);
    await expect(sendSmtp(port, { ...hello, text })).rejects.toMatchObject({ responseCode: 451 });

    release();
    await first;
    intake.before = () => undefined;
    await sendSmtp(port, { ...hello, text });
    expect(intake.accepted).toHaveLength(2);
  });

  it('accepts nothing of a mail whose connection breaks in the middle', async () => {
    const { port, intake } = await start();
    const { say, socket } = await rawSmtp(port);
    await say(['EHLO client', 'MAIL FROM:<ada@example.com>', 'RCPT TO:<support@example.org>', 'DATA']);

    socket.end('Subject: half\r\n\r\nhalf of it');
    await once(socket, 'close');
    await sendSmtp(port, hello);

    expect(intake.offered.map(({ parsed }) => parsed.subject)).toEqual(['Hello']);
  });

  it('refuses a mail that went through a hundred servers', async () => {
    const { port } = await start();
    const raw = `${'Received: from a by b\r\n'.repeat(100)}Subject: round\r\n\r\n.`;

    await expect(
      sendSmtp(port, { raw, envelope: { from: 'a@b.c', to: ['support@example.org'] } }),
    ).rejects.toMatchObject({
      responseCode: 554,
    });
  });

  it('encrypts with STARTTLS when it has a certificate, and does not offer it otherwise', async () => {
    const tls = localCertificate();
    const secure = await start({ tls });
    const open = await start();

    await sendSmtp(secure.port, hello, { ca: tls.cert });
    await expect(sendSmtp(open.port, hello, { ca: tls.cert })).rejects.toThrow(/STARTTLS/);

    expect(secure.intake.accepted).toHaveLength(1);
  });

  it('finishes the mail under way before it stops, and closes idle connections at once', async () => {
    const { port, intake, stop } = await start();
    const idle = await rawSmtp(port);
    let release = () => {};
    intake.before = () => new Promise((resolve) => (release = resolve));
    const sending = sendSmtp(port, hello);
    await vi.waitUntil(() => intake.offered.length === 1);

    const closed = once(idle.socket, 'close');
    const stopped = stop();
    await closed;
    release();

    expect((await sending).reply).toMatch(/^250/);
    await stopped;
  });
});
