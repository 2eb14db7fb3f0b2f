import type { Logger } from 'pino';
import type { Pool } from 'pg';
import { textOf } from '#dsl/errors/coded-error.ts';
import type { WakeUps } from '../queue/wake-ups.ts';
import { deliver } from './deliver.ts';
import type { MailSenders } from './mail-senders.ts';
import { type MailOutcome, recordOutcome } from './record-outcome.ts';
import { type OutgoingRow, renewLeases, sendLeaseMs, takeOutgoing } from './take-outgoing.ts';

/** Mails one sender has under way at most: bounds memory and what a killed sender leaves uncertain. */
const maxUnderWay = 20;

/** Wait after a mail that could not even be composed or recorded, before it is tried again. */
const retryAfterFaultMs = 30_000;

/** What a sender works with. */
export interface OutboxSenderDeps {
  readonly pool: Pool;
  readonly wake: WakeUps;
  readonly senders: MailSenders;
  readonly log: Logger;
}

/** Sends what is in the outbox: each mail is marked before it leaves and recorded as soon as the mail server has answered. */
export class OutboxSender {
  readonly #deps: OutboxSenderDeps;
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #renewal: NodeJS.Timeout;

  constructor(deps: OutboxSenderDeps) {
    this.#deps = deps;
    this.#renewal = setInterval(() => this.#renew(), sendLeaseMs / 3);
  }

  /** Takes what is due and begins to send it. Answers true when there may be more, after a place became free. */
  async send(): Promise<boolean> {
    const free = maxUnderWay - this.#underWay.size;
    if (free <= 0) {
      await Promise.race(this.#underWay.values());
      return true;
    }
    const mails = await takeOutgoing(this.#deps.pool, free);
    for (const mail of mails) {
      const sending = this.#sendOne(mail).finally(() => this.#underWay.delete(mail.id));
      this.#underWay.set(mail.id, sending);
    }
    return mails.length === free;
  }

  /** Waits for the mails under way. */
  async stop(): Promise<void> {
    await Promise.allSettled(this.#underWay.values());
    clearInterval(this.#renewal);
  }

  async #sendOne(mail: OutgoingRow): Promise<void> {
    const { pool, wake, senders, log } = this.#deps;
    if (mail.uncertain)
      log.warn(
        { messageId: mail.message_id },
        'a mail may have been sent before its sender was lost; it goes out again',
      );
    let outcome: MailOutcome;
    try {
      outcome = await deliver(pool, mail, await senders.of(mail.tenant_id));
    } catch (error) {
      log.error({ err: error, outboxId: mail.id }, 'a mail could not be prepared; it is tried again');
      outcome = { state: 'pending', reply: textOf(error), nextAt: new Date(Date.now() + retryAfterFaultMs) };
    }
    try {
      const answered = await recordOutcome(pool, mail, outcome);
      if (answered && mail.run_id !== null) await wake.run(mail.run_id);
    } catch (error) {
      log.error({ err: error, outboxId: mail.id, outcome: outcome.state }, 'the fate of a mail could not be recorded');
    }
  }

  #renew(): void {
    if (this.#underWay.size === 0) return;
    renewLeases(this.#deps.pool, [...this.#underWay.keys()]).catch((error: unknown) =>
      this.#deps.log.warn({ err: error }, 'leases of mails under way could not be renewed'),
    );
  }
}
