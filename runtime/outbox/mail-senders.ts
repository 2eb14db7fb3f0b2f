import type { Pool } from 'pg';
import { createMailSender, type MailSender } from '../media/email/send-mail.ts';
import type { SecretBox } from '../tenant/secret-box.ts';
import { readSmtpOut } from '../tenant/smtp-out.ts';

/** The outgoing SMTP server of each tenant, connected when first used and anew when its settings change. */
export class MailSenders {
  readonly #pool: Pool;
  readonly #box: SecretBox;
  readonly #senders = new Map<string, Promise<MailSender | undefined>>();

  constructor(pool: Pool, box: SecretBox) {
    this.#pool = pool;
    this.#box = box;
  }

  /** Undefined while no SMTP server is configured: mail is then kept and shown, not sent. */
  of(tenantId: string): Promise<MailSender | undefined> {
    const known = this.#senders.get(tenantId);
    if (known !== undefined) return known;
    const opened = readSmtpOut(this.#pool, this.#box, tenantId).then(
      (settings) => settings && createMailSender(settings),
    );
    this.#senders.set(tenantId, opened);
    // A failure to read the settings is not remembered; who asked hears of it.
    opened.catch(() => this.#senders.delete(tenantId));
    return opened;
  }

  /** The settings changed: connections are made anew; those at work end with their mail. */
  forget(tenantId: string): void {
    const known = this.#senders.get(tenantId);
    this.#senders.delete(tenantId);
    known?.then(
      (sender) => sender?.close(),
      () => undefined,
    );
  }

  /** Ends all connections. */
  close(): void {
    for (const tenantId of this.#senders.keys()) this.forget(tenantId);
  }
}
