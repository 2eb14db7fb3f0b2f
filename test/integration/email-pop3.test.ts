import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mailboxSchema } from '#dsl/model/mailbox.ts';
import type { IntakeProblem } from '#runtime/media/email/contract.ts';
import {
  type MailboxPoller,
  type MailboxPollerOptions,
  startMailboxPoller,
} from '#runtime/media/email/mailbox-poller.ts';
import { testMailbox } from '#runtime/media/email/test-mailbox.ts';
import { type Dovecot, startDovecot } from '#test/support/mail/dovecot.ts';
import { recordingIntake } from '#test/support/mail/recording-intake.ts';

let server: Dovecot;
const pollers: MailboxPoller[] = [];
// POP3 has the inbox alone, so each test has a server of its own
beforeEach(async () => {
  server = await startDovecot();
});
afterEach(async () => {
  await Promise.all(pollers.splice(0).map((poller) => poller.stop()));
  await server.stop();
});

function settings(change: object = {}) {
  return mailboxSchema.parse({
    name: 'Support',
    protocol: 'pop3',
    host: 'localhost',
    port: server.pop3sPort,
    user: server.user,
    password: server.password,
    caPem: server.certificate.cert,
    endpoint: 'default',
    address: 'support@example.org',
    pollSeconds: 1,
    afterFetch: 'delete',
    ...change,
  });
}

function poll(change: object = {}, options: Partial<MailboxPollerOptions> = {}) {
  const intake = recordingIntake();
  const problems: IntakeProblem[] = [];
  const start = () => {
    const poller = startMailboxPoller({
      tenantId: 't',
      settings: settings(change),
      intake,
      maxBytes: 1024 * 1024,
      onProblem: (problem) => problems.push(problem),
      retryMs: 20,
      ...options,
    });
    pollers.push(poller);
    return poller;
  };
  return { intake, problems, start };
}

const mail = (id: string, text = 'Hi') => `Message-ID: <${id}@example.com>\r\nSubject: ${id}\r\n\r\n${text}\r\n`;
const emptied = () => vi.waitUntil(async () => (await server.mails()).length === 0, { timeout: 10_000 });

describe('fetching from a POP3 mailbox', () => {
  it('takes mails in their own bytes and deletes them afterwards', async () => {
    const texts = ['Grüße', '.', '..\r\n.\r\n...x', '', Buffer.from([0xe4, 0x0d, 0x0a]).toString('latin1')];
    for (const [index, text] of texts.entries()) await server.deliver(mail(`m${index}`, text), 'INBOX');
    const { intake, start } = poll();

    start();
    const taken = await intake.received(texts.length);

    const expected = texts.map((text, index) => mail(`m${index}`, text));
    expect(taken.map(({ raw }) => raw.toString()).toSorted()).toEqual(expected.toSorted());
    await emptied();
  });

  it('takes a mail of a megabyte of dots whole', async () => {
    const raw = mail('dots', '.x\r\n'.repeat(200_000));
    await server.deliver(raw);
    const { intake, start } = poll();

    start();
    const [taken] = await intake.received(1);

    expect(taken?.raw.equals(Buffer.from(raw))).toBe(true);
  });

  it('leaves mail on the server when told so, and takes each once, also after a restart', async () => {
    await server.deliver(mail('kept'));
    const { intake, start } = poll({ afterFetch: 'seen' });
    const first = start();
    await intake.received(1);
    await server.deliver('Subject: nameless\r\n\r\nHi\r\n');
    await intake.received(2);
    await first.stop();

    start();
    await server.deliver(mail('third'));
    await intake.received(3);

    expect(intake.offered).toHaveLength(3);
    expect(await server.mails()).toHaveLength(3);
  });

  it('leaves a mail that could not be stored, and takes it the next time', async () => {
    await server.deliver(mail('stays'));
    await server.deliver(mail('goes'));
    const { intake, problems, start } = poll();
    intake.before = ({ parsed }) => {
      if (parsed.subject === 'stays') throw new Error('the database is away');
    };
    start();
    await intake.answered(4);
    expect((await server.mails()).map(({ raw }) => raw)).toEqual([mail('stays')]);
    expect(problems).toMatchObject([{ kind: 'not-accepted', reason: 'the database is away' }]);

    intake.before = () => undefined;

    await intake.received(2);
    await emptied();
  });

  it('leaves a mail that is too large without fetching it, and says so once', async () => {
    await server.deliver(mail('large', 'x'.repeat(5000)));
    const { intake, problems, start } = poll({}, { maxBytes: 2000 });
    const poller = start();
    await vi.waitUntil(() => poller.state().lookedAt !== undefined, { timeout: 10_000 });
    await server.deliver(mail('small'));
    await intake.received(1);

    expect(problems).toMatchObject([{ kind: 'too-large', mailbox: 'Support' }]);
    await vi.waitUntil(async () => (await server.mails()).length === 1, { timeout: 10_000 });
  });

  it('empties a mailbox of more mails than one visit takes', async () => {
    for (let index = 0; index < 130; index += 1) await server.deliver(mail(`m${index}`));
    const { intake, start } = poll({ pollSeconds: 3600 });

    start();

    await intake.received(130);
    await emptied();
  });

  it('comes back when the server was away', async () => {
    await server.halt();
    const { intake, problems, start } = poll();
    const poller = start();
    await vi.waitUntil(() => poller.state().status === 'failing', { timeout: 10_000 });

    await server.start();
    await server.deliver(mail('late'));

    await intake.received(1);
    expect(problems).toMatchObject([
      { kind: 'unreachable', mailbox: 'Support', reason: expect.stringMatching(/Nothing listens/) },
    ]);
  });

  it('reaches a server that wants STLS', async () => {
    await server.deliver(mail('stls'));
    const { intake, start } = poll({ security: 'starttls', port: server.pop3Port });

    start();

    await intake.received(1);
  });
});

describe('trying a POP3 mailbox', () => {
  it('counts the mails, and says why it cannot', async () => {
    await server.deliver(mail('a'));

    expect(await testMailbox(settings())).toEqual({ ok: true, messages: 1 });
    expect(await testMailbox(settings({ password: 'wrong' }))).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/refused user "ada"/),
    });
    expect(await testMailbox(settings({ caPem: undefined }))).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/not trusted/),
    });
    expect(await testMailbox(settings({ port: server.pop3Port }))).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/starttls/),
    });
    expect(await testMailbox(settings({ password: 'a\r\nDELE 1' }))).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/one line/),
    });
  });
});
