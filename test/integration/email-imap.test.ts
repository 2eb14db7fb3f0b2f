import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
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
let folder = 'INBOX';
let folders = 0;
const pollers: MailboxPoller[] = [];
beforeAll(async () => {
  server = await startDovecot();
});
// a folder for each test, so that they do not see each other's mail
beforeEach(() => {
  folders += 1;
  folder = `Folder${folders}`;
});
afterEach(() => Promise.all(pollers.splice(0).map((poller) => poller.stop())));
afterAll(() => server.stop());

function settings(change: object = {}) {
  return mailboxSchema.parse({
    name: 'Support',
    protocol: 'imap',
    host: 'localhost',
    port: server.imapsPort,
    user: server.user,
    password: server.password,
    caPem: server.certificate.cert,
    folder,
    endpoint: 'default',
    address: 'support@example.org',
    pollSeconds: 3600,
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

const mail = (id: string, text = 'Hi') =>
  `Message-ID: <${id}@example.com>\r\nFrom: ada@example.com\r\nSubject: ${id}\r\n\r\n${text}\r\n`;
const flagsOf = async (name: string) => (await server.mails(name)).map(({ flags }) => flags);

describe('fetching from an IMAP mailbox', () => {
  it('takes what is there, in its own bytes, and marks it as read afterwards', async () => {
    await server.deliver(mail('one', 'Grüße\r\n.dot'), folder);
    const { intake, start } = poll();

    start();
    const [taken] = await intake.received(1);

    expect(taken).toMatchObject({
      tenantId: 't',
      endpoint: 'default',
      mailbox: 'support@example.org',
      parsed: { subject: 'one', messageId: '<one@example.com>' },
      deliveryKey: expect.stringMatching(/^imap:ada@localhost\/Folder\d+;\d+\/1$/),
    });
    expect(taken?.raw.toString()).toBe(mail('one', 'Grüße\r\n.dot'));
    expect(taken?.envelope).toBeUndefined();
    await vi.waitUntil(async () => (await flagsOf(folder)).join() === 'S', { timeout: 10_000 });
  });

  it('takes new mail as soon as the server tells of it', async () => {
    await server.deliver(mail('before'), folder);
    const { intake, start } = poll();
    start();
    await intake.received(1);

    await server.deliver(mail('while-idle'), folder);

    expect((await intake.received(2)).map(({ parsed }) => parsed.subject)).toEqual(['before', 'while-idle']);
  });

  it('takes a mail without Message-ID once, also after a restart', async () => {
    await server.deliver('Subject: nameless\r\n\r\nHi\r\n', folder);
    const { intake, start } = poll({ afterFetch: 'move', moveTo: 'Processed' });
    const first = start();
    await intake.received(1);
    await vi.waitUntil(async () => (await flagsOf(folder)).length === 0, { timeout: 10_000 });
    await first.stop();

    start();
    await server.deliver(mail('next'), folder);
    await intake.received(2);

    expect(intake.offered).toHaveLength(2);
    expect(await server.mails('Processed')).not.toHaveLength(0);
  });

  it('deletes what it fetched when told so, also mail that was read before', async () => {
    await server.deliver(mail('a'), folder);
    const read = poll();
    const reader = read.start();
    await read.intake.received(1);
    await vi.waitUntil(async () => (await flagsOf(folder)).join() === 'S', { timeout: 10_000 });
    await reader.stop();
    const { intake, start } = poll({ afterFetch: 'delete' });

    start();

    await intake.received(1);
    await vi.waitUntil(async () => (await flagsOf(folder)).length === 0, { timeout: 10_000 });
  });

  it('leaves a mail that could not be stored as it was, and takes it the next time', async () => {
    await server.deliver(mail('stays'), folder);
    await server.deliver(mail('goes'), folder);
    const { intake, problems, start } = poll({ pollSeconds: 1 });
    intake.before = ({ parsed }) => {
      if (parsed.subject === 'stays') throw new Error('the database is away');
    };
    start();
    await intake.received(1);
    await intake.answered(4);
    expect((await flagsOf(folder)).toSorted()).toEqual(['', 'S']);
    expect(problems).toEqual([
      { kind: 'not-accepted', mailbox: 'Support', reason: 'the database is away', bytes: expect.any(Number) },
    ]);

    intake.before = () => undefined;

    await intake.received(2);
    await vi.waitUntil(async () => (await flagsOf(folder)).join() === 'S,S', { timeout: 10_000 });
  });

  it('moves a mail that is too large aside without fetching it, and says so', async () => {
    await server.deliver(mail('large', 'x'.repeat(5000)), folder);
    await server.deliver(mail('small'), folder);
    const { intake, problems, start } = poll({}, { maxBytes: 2000 });

    start();
    await intake.received(1);

    expect(intake.offered.map(({ parsed }) => parsed.subject)).toEqual(['small']);
    expect(problems).toMatchObject([
      { kind: 'too-large', mailbox: 'Support', subject: 'large', from: 'ada@example.com' },
    ]);
    expect(problems[0]?.reason).toContain('moved to the folder "Too large"');
    expect(await server.mails('Too large')).toHaveLength(1);
  });

  it('comes back when the server was away', async () => {
    await server.deliver(mail('early'), folder);
    const { intake, problems, start } = poll();
    const poller = start();
    await intake.received(1);
    await vi.waitUntil(() => poller.state().status === 'watching', { timeout: 10_000 });

    await server.halt();
    await vi.waitUntil(() => poller.state().status === 'failing', { timeout: 10_000 });
    await server.start();
    await server.deliver(mail('late'), folder);

    expect((await intake.received(2)).map(({ parsed }) => parsed.subject)).toEqual(['early', 'late']);
    expect(problems.every(({ kind }) => kind === 'unreachable')).toBe(true);
  });

  it('reaches a server that wants STARTTLS', async () => {
    await server.deliver(mail('starttls'), folder);
    const { intake, start } = poll({ security: 'starttls', port: server.imapPort });

    start();

    await intake.received(1);
  });
});

describe('trying an IMAP mailbox', () => {
  it('counts the mails and changes nothing', async () => {
    await server.deliver(mail('a'), folder);

    expect(await testMailbox(settings())).toEqual({ ok: true, messages: 1 });
    expect(await flagsOf(folder)).toEqual(['']);
  });

  it.each([
    ['the password is wrong', { password: 'wrong' }, /refused user "ada"/],
    ['the folder is missing', { folder: 'Nowhere' }, /Nowhere|exist/],
    ['nobody vouches for the certificate', { caPem: undefined }, /certificate .* not trusted/],
    ['nothing listens', { port: 1 }, /Nothing listens at localhost:1/],
    ['there is no such server', { host: 'no-such-host.invalid' }, /no server named/],
  ])('says that %s', async (_what, change, reason) => {
    await server.deliver(mail('a'), folder);

    expect(await testMailbox(settings(change))).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });

  it('takes any certificate when that is allowed', async () => {
    await server.deliver(mail('a'), folder);

    expect(await testMailbox(settings({ caPem: undefined, allowInsecure: true }))).toMatchObject({ ok: true });
  });
});
