import type { MailboxSettings } from '#dsl/model/mailbox.ts';
import { countImapMails } from './imap-fetch.ts';
import { mailboxReason } from './mailbox-reason.ts';
import { countPop3Mails } from './pop3-fetch.ts';

/** What came of trying a mailbox: how many mails are in it, or why it cannot be read. */
export type MailboxTest =
  | { readonly ok: true; readonly messages: number }
  | { readonly ok: false; readonly reason: string };

/** Logs in with the settings and opens the folder; changes nothing there. Never rejects. */
export async function testMailbox(settings: MailboxSettings): Promise<MailboxTest> {
  try {
    const count = settings.protocol === 'imap' ? countImapMails : countPop3Mails;
    return { ok: true, messages: await count(settings) };
  } catch (error) {
    return { ok: false, reason: mailboxReason(error, settings) };
  }
}
