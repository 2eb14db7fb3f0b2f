import { type FetchMessageObject, ImapFlow } from 'imapflow';
import type { MailboxSettings } from '#dsl/model/mailbox.ts';
import { textOf } from '#dsl/errors/coded-error.ts';
import { type MailboxSession, mailboxTimeoutMs, tlsOptions } from './mailbox-session.ts';

/** Folder beside the inbox for mail that is too large to be fetched. */
const tooLargeFolder = 'Too large';

// sizes of so many mails are asked for at once
const batchSize = 200;

/**
 * Watches an IMAP folder (RFC 9051; IDLE, RFC 2177) until the visit is ended or the connection is lost, and then
 * rejects with the reason. A mail is marked, moved or deleted only after it was handed over.
 */
export async function watchImapFolder(session: MailboxSession): Promise<void> {
  const { settings, signal } = session;
  const client = imapClient(settings);
  const bell = doorbell(client, signal);
  try {
    await client.connect();
    await client.mailboxOpen(settings.folder);
    if (settings.moveTo !== undefined) await client.mailboxCreate(settings.moveTo);
    const done = new Set<number>();
    while (!signal.aborted) {
      await takeNewMail(client, session, done);
      session.looked();
      await bell.rung(settings.pollSeconds * 1000);
    }
  } finally {
    bell.remove();
    await leave(client);
  }
}

/** Logs in and opens the folder; answers how many mails are in it. */
export async function countImapMails(settings: MailboxSettings): Promise<number> {
  const client = imapClient(settings);
  try {
    await client.connect();
    return (await client.mailboxOpen(settings.folder, { readOnly: true })).exists;
  } finally {
    await leave(client);
  }
}

function imapClient(settings: MailboxSettings): ImapFlow {
  const { host, port, security, user, password } = settings;
  const client = new ImapFlow({
    host,
    port,
    secure: security === 'tls',
    doSTARTTLS: security === 'starttls',
    auth: { user, pass: password },
    tls: tlsOptions(settings),
    logger: false,
    connectionTimeout: mailboxTimeoutMs,
    // servers end an IDLE after half an hour (RFC 2177 3); this also notices a connection that is dead
    maxIdleTime: 4 * 60_000,
    autoIdleDelay: 100,
  });
  // what it is about arrives with the command that fails, or with 'close'
  client.on('error', () => undefined);
  return client;
}

/** Rings when the server tells of new mail, when the time is over, when the connection is lost and when the visit ends. */
function doorbell(client: ImapFlow, signal: AbortSignal) {
  let waiting: (() => void) | undefined;
  let news = false;
  let lost = false;
  const ring = () => waiting?.();
  const onExists = () => {
    news = true;
    ring();
  };
  const onClose = () => {
    lost = true;
    ring();
  };
  client.on('exists', onExists);
  client.on('close', onClose);
  signal.addEventListener('abort', ring);
  return {
    rung: async (limitMs: number) => {
      if (!news && !lost && !signal.aborted) {
        let timer: NodeJS.Timeout | undefined;
        await new Promise<void>((resolve) => {
          waiting = resolve;
          timer = setTimeout(resolve, limitMs);
        });
        clearTimeout(timer);
      }
      news = false;
      if (lost && !signal.aborted) throw new Error('The connection to the mail server was lost.');
    },
    remove: () => signal.removeEventListener('abort', ring),
  };
}

/** `done` are mails that need no second look in this visit: those that could not be marked, and those too large to fetch. */
async function takeNewMail(client: ImapFlow, session: MailboxSession, done: Set<number>): Promise<void> {
  const { settings, signal } = session;
  // where mail leaves the folder, all that is in it is new, also what a person has read
  const query = settings.afterFetch === 'seen' ? { seen: false, deleted: false } : { deleted: false };
  const found = (await client.search(query, { uid: true })) || [];
  const fresh = found.filter((uid) => !done.has(uid));
  for (let at = 0; at < fresh.length; at += batchSize) {
    const batch = fresh.slice(at, at + batchSize).join(',');
    for (const message of await client.fetchAll(batch, { uid: true, size: true, envelope: true }, { uid: true })) {
      if (signal.aborted) return;
      await takeMail(client, session, message, done);
    }
  }
}

async function takeMail(client: ImapFlow, session: MailboxSession, message: FetchMessageObject, done: Set<number>) {
  const { settings, maxBytes } = session;
  const deliveryKey = keyOf(client, settings, message.uid);
  if ((message.size ?? 0) > maxBytes) {
    await setAside(client, session, message, done);
    return;
  }
  const fetched = await client.fetchOne(String(message.uid), { source: true, internalDate: true }, { uid: true });
  // somebody else may have deleted it meanwhile
  if (!fetched || !fetched.source) return;
  const receivedAt = fetched.internalDate instanceof Date ? fetched.internalDate : new Date();
  if (!(await session.deliver({ deliveryKey, raw: fetched.source, receivedAt }))) return;
  if (await clearAway(client, settings, message.uid)) return;
  done.add(message.uid);
  const reason = `The mail was taken, and the server refused to ${settings.afterFetch === 'seen' ? 'mark' : settings.afterFetch} it.`;
  session.report({ kind: 'not-accepted', reason, ...descriptionOf(message) }, deliveryKey);
}

async function clearAway(client: ImapFlow, settings: MailboxSettings, uid: number): Promise<boolean> {
  const range = String(uid);
  switch (settings.afterFetch) {
    case 'seen':
      return client.messageFlagsAdd(range, ['\\Seen'], { uid: true });
    case 'delete':
      return client.messageDelete(range, { uid: true });
    case 'move':
      return settings.moveTo !== undefined && Boolean(await client.messageMove(range, settings.moveTo, { uid: true }));
  }
}

async function setAside(client: ImapFlow, session: MailboxSession, message: FetchMessageObject, done: Set<number>) {
  done.add(message.uid);
  let where = `It was moved to the folder "${tooLargeFolder}".`;
  try {
    await client.mailboxCreate(tooLargeFolder);
    const moved = await client.messageMove(String(message.uid), tooLargeFolder, { uid: true });
    if (!moved) where = 'It stays where it is.';
  } catch (error) {
    where = `It stays where it is: ${textOf(error)}`;
  }
  const reason = `The mail is larger than ${session.maxBytes} bytes. ${where}`;
  const key = keyOf(client, session.settings, message.uid);
  session.report({ kind: 'too-large', reason, ...descriptionOf(message) }, key);
}

function descriptionOf({ envelope, size }: FetchMessageObject) {
  const from = envelope?.from?.[0]?.address;
  return {
    ...(envelope?.subject !== undefined && { subject: envelope.subject }),
    ...(from !== undefined && { from }),
    ...(size !== undefined && { bytes: size }),
  };
}

/** RFC 9051 2.3.1.1: folder, UIDVALIDITY and UID together name a mail for ever. */
function keyOf(client: ImapFlow, { user, host, folder }: MailboxSettings, uid: number): string {
  const validity = client.mailbox ? client.mailbox.uidValidity : 0;
  return `imap:${user}@${host}/${folder};${validity}/${uid}`;
}

async function leave(client: ImapFlow): Promise<void> {
  if (!client.usable) {
    client.close();
    return;
  }
  // a server that does not answer must not hold up the stop
  const timer = setTimeout(() => client.close(), 2000);
  await client.logout().catch(() => client.close());
  clearTimeout(timer);
}
