import type { MailboxSettings } from '#dsl/model/mailbox.ts';
import type { MailboxSession } from './mailbox-session.ts';
import { connectPop3, type Pop3Client } from './pop3-client.ts';

// removals take effect at the end of a visit, so a visit is kept short
const mailsPerVisit = 100;

/**
 * Visits a POP3 mailbox once; answers whether more mail is waiting. A mail is removed only after it was handed over,
 * and one that is left there is told by the server's name for it (UIDL) from a new one.
 */
export async function visitPop3Mailbox(session: MailboxSession): Promise<{ more: boolean }> {
  const { settings, maxBytes, signal } = session;
  const client = await connectPop3(settings, maxBytes);
  const end = () => client.close();
  signal.addEventListener('abort', end);
  try {
    const names = await client.names();
    if (!names && settings.afterFetch !== 'delete') {
      throw new Error('The server cannot tell old mail from new (it has no UIDL); let mail be deleted after fetching.');
    }
    const mails = [...(await client.sizes())].map(([number, bytes]) => {
      const name = names?.get(number);
      return { number, bytes, key: name === undefined ? undefined : keyOf(settings, name) };
    });
    const known = await session.known(mails.flatMap(({ key }) => key ?? []));
    let taken = 0;
    for (const mail of mails) {
      const isKnown = mail.key !== undefined && known.has(mail.key);
      if (isKnown && settings.afterFetch !== 'delete') continue;
      if (taken >= mailsPerVisit) {
        await client.quit();
        return { more: true };
      }
      if (mail.bytes > maxBytes) reportTooLarge(session, mail);
      else if (isKnown || (await takeMail(client, session, mail))) {
        taken += 1;
        if (settings.afterFetch === 'delete') await client.remove(mail.number);
      }
    }
    await client.quit();
    session.looked();
    return { more: false };
  } finally {
    signal.removeEventListener('abort', end);
    client.close();
  }
}

/** Logs in; answers how many mails there are. */
export async function countPop3Mails(settings: MailboxSettings): Promise<number> {
  const client = await connectPop3(settings, 0);
  try {
    return await client.count();
  } finally {
    client.close();
  }
}

interface ListedMail {
  readonly number: number;
  readonly bytes: number;
  readonly key: string | undefined;
}

async function takeMail(client: Pop3Client, session: MailboxSession, { number, key }: ListedMail): Promise<boolean> {
  const raw = await client.retrieve(number);
  return session.deliver({ deliveryKey: key, raw, receivedAt: new Date() });
}

function reportTooLarge(session: MailboxSession, { bytes, number, key }: ListedMail): void {
  const reason = `The mail is larger than ${session.maxBytes} bytes. It stays where it is.`;
  session.report({ kind: 'too-large', reason, bytes }, key ?? `number ${number}`);
}

function keyOf({ user, host }: MailboxSettings, name: string): string {
  return `pop3:${user}@${host}/${name}`;
}
