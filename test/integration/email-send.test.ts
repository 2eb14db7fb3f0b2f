import { afterEach, describe, expect, it } from 'vitest';
import { type SmtpOutSettings, smtpOutSchema } from '#dsl/model/smtp-out.ts';
import { createMailSender, type MailSender } from '#runtime/media/email/send-mail.ts';
import { localCertificate } from '#test/support/mail/certificate.ts';
import { type SinkOptions, type SmtpSink, startSmtpSink } from '#test/support/mail/smtp-sink.ts';

const sinks: SmtpSink[] = [];
const senders: MailSender[] = [];
afterEach(async () => {
  for (const sender of senders.splice(0)) sender.close();
  await Promise.all(sinks.splice(0).map((sink) => sink.stop()));
});

async function start(options: SinkOptions = {}, settings: Partial<SmtpOutSettings> = {}) {
  const sink = await startSmtpSink(options);
  sinks.push(sink);
  const sender = createMailSender(
    smtpOutSchema.parse({ host: 'localhost', port: sink.port, security: 'none', timeoutSeconds: 1, ...settings }),
  );
  senders.push(sender);
  return { sink, sender };
}

const raw = Buffer.from('Message-ID: <one@example.org>\r\nSubject: Hi\r\n\r\n.a line that begins with a dot\r\n');
const envelope = { from: 'support@example.org', to: ['ada@example.com'] };

describe('sending mail', () => {
  it('hands over the bytes as they are and tells the server’s answer', async () => {
    const { sink, sender } = await start();

    const outcome = await sender.send(raw, envelope);

    expect(outcome).toEqual({ outcome: 'sent', reply: expect.stringMatching(/^250/), rejected: [] });
    expect(sink.mails).toMatchObject([{ from: envelope.from, to: envelope.to, raw: raw.toString() }]);
  });

  it('sends many mails over no more connections than allowed', async () => {
    const { sink, sender } = await start({}, { maxConnections: 2 });

    const outcomes = await Promise.all(Array.from({ length: 30 }, () => sender.send(raw, envelope)));

    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['sent']));
    expect(sink.connections()).toBeLessThanOrEqual(2);
    expect(sink.mails).toHaveLength(30);
  });

  it.each([
    [451, 'temporary'],
    [421, 'temporary'],
    [554, 'permanent'],
    [530, 'temporary'],
  ] as const)('takes an answer of %i for %s', async (code, outcome) => {
    const { sink, sender } = await start();
    sink.answer = { code, text: 'so it is' };

    expect(await sender.send(raw, envelope)).toEqual({ outcome, reply: expect.stringContaining('so it is') });
  });

  it('tells the recipients that were refused, and fails for good when all are', async () => {
    const { sender } = await start({ refuse: ['nobody@example.com'] });

    const some = await sender.send(raw, { ...envelope, to: ['ada@example.com', 'nobody@example.com'] });
    const none = await sender.send(raw, { ...envelope, to: ['nobody@example.com'] });

    expect(some).toMatchObject({ outcome: 'sent', rejected: ['nobody@example.com'] });
    expect(none).toMatchObject({ outcome: 'permanent', reply: expect.stringContaining('550') });
  });

  it.each(['hang', 'cut', 'cut-after-accept'] as const)(
    'is uncertain when the server goes silent after the mail (%s)',
    async (answer) => {
      const { sink, sender } = await start();
      sink.answer = answer;

      expect(await sender.send(raw, envelope)).toMatchObject({ outcome: 'uncertain' });
      expect(sink.mails).toHaveLength(answer === 'cut-after-accept' ? 1 : 0);
    },
  );

  it('is temporary when the server is away', async () => {
    const { sink, sender } = await start();
    await sink.stop();

    expect(await sender.send(raw, envelope)).toMatchObject({ outcome: 'temporary' });
    expect(await sender.check()).toMatchObject({ ok: false, reason: expect.stringContaining('ECONNREFUSED') });
  });

  it('connects again when the server ended an idle connection', async () => {
    const { sink, sender } = await start();
    await sender.send(raw, envelope);

    sink.disconnect();

    expect(await sender.send(raw, envelope)).toMatchObject({ outcome: 'sent' });
    expect(sink.mails).toHaveLength(2);
  });

  it.each(['starttls', 'tls'] as const)('encrypts with %s and trusts the authority it is given', async (security) => {
    const tls = localCertificate();
    const { sink, sender } = await start({ tls, implicitTls: security === 'tls' }, { security, caPem: tls.cert });

    expect(await sender.send(raw, envelope)).toMatchObject({ outcome: 'sent' });
    expect(sink.mails[0]?.secure).toBe(true);
  });

  it('sends nothing to a server whose certificate nobody vouches for, unless allowed', async () => {
    const tls = localCertificate();
    const { sink, sender } = await start({ tls }, { security: 'starttls' });
    const careless = createMailSender(
      smtpOutSchema.parse({ host: 'localhost', port: sink.port, security: 'starttls', allowInsecure: true }),
    );
    senders.push(careless);

    expect(await sender.send(raw, envelope)).toMatchObject({
      outcome: 'temporary',
      reply: expect.stringMatching(/self-signed/),
    });
    expect(await careless.send(raw, envelope)).toMatchObject({ outcome: 'sent' });
  });

  it('sends nothing in the clear to a server that offers no STARTTLS', async () => {
    const { sink, sender } = await start({}, { security: 'starttls' });

    expect(await sender.send(raw, envelope)).toMatchObject({ outcome: 'temporary' });
    expect(sink.mails).toEqual([]);
  });

  it('logs in, and keeps the mail when the password is wrong', async () => {
    const tls = localCertificate();
    const login = { user: 'support', password: 'right' };
    const secure = { security: 'starttls', caPem: tls.cert, user: 'support' } as const;
    const { sink, sender } = await start({ tls, login }, { ...secure, password: 'right' });
    const wrong = await start({ tls, login }, { ...secure, password: 'wrong' });

    expect(await sender.check()).toEqual({ ok: true });
    expect(await sender.send(raw, envelope)).toMatchObject({ outcome: 'sent' });
    expect(sink.mails[0]?.user).toBe('support');
    expect(await wrong.sender.send(raw, envelope)).toMatchObject({ outcome: 'temporary' });
  });
});

describe('smtpOutSchema', () => {
  it('refuses to send a password without TLS', () => {
    const settings = { host: 'h', port: 25, security: 'none', user: 'u', password: 'p' };

    expect(smtpOutSchema.safeParse(settings).success).toBe(false);
    expect(smtpOutSchema.safeParse({ ...settings, allowInsecure: true }).success).toBe(true);
  });
});
