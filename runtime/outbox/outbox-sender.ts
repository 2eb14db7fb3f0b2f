import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Pool } from 'pg';
import { Counter } from 'prom-client';
import { textOf } from '#dsl/errors/coded-error.ts';
import type { WakeUps } from '../queue/wake-ups.ts';
import { metrics } from '../telemetry/metrics.ts';
import { isGivenUp } from './deliver.ts';
import { recordOutcome, type SendOutcome } from './record-outcome.ts';
import { type OutboxKind, type OutgoingRow, renewLeases, sendLeaseMs, takeOutgoing } from './take-outgoing.ts';

/** Mails one sender has under way at most: bounds memory and what a killed sender leaves uncertain. */
const maxUnderWay = 20;

/** Wait after a mail that could not even be composed or recorded, before it is tried again. */
const retryAfterFaultMs = 30_000;

/** How often it is tried to record what became of a mail, and the wait between: longer than a database takes to start. */
const maxRecordings = 120;
const recordAgainMs = 500;

/** `uncertain` counts messages that may have reached their server without its having said so; mails go out again under the same Message-ID. */
const sentMessages = new Counter({
  name: 'signalbox_outgoing_messages_total',
  help: 'Attempts to send a mail or an SMS, by what became of them.',
  labelNames: ['kind', 'outcome'],
  registers: [metrics],
});

/** What a sender works with. */
export interface OutboxSenderDeps {
  readonly pool: Pool;
  readonly wake: WakeUps;
  readonly kind: OutboxKind;
  /** Sends one; rejects only for a fault of ours, after which it is tried again. */
  deliver(message: OutgoingRow): Promise<SendOutcome>;
  readonly log: Logger;
}

/** Sends what the outbox holds of one kind: each message is marked before it leaves and recorded as soon as its server has answered. */
export class OutboxSender {
  readonly #deps: OutboxSenderDeps;
  readonly #underWay = new Map<string, Promise<void>>();
  #turn: Promise<unknown> = Promise.resolve();
  #isStopping = false;
  readonly #renewal: NodeJS.Timeout;

  constructor(deps: OutboxSenderDeps) {
    this.#deps = deps;
    this.#renewal = setInterval(() => this.#renew(), sendLeaseMs / 3);
  }

  /** Takes what is due and begins to send it. Answers true when there may be more, after a place became free. */
  send(): Promise<boolean> {
    // One after the other: two that count free places at the same time would both fill them.
    const taken = this.#turn.then(() => this.#take());
    this.#turn = taken.catch(() => undefined);
    return taken;
  }

  async #take(): Promise<boolean> {
    if (this.#isStopping) return false;
    const free = maxUnderWay - this.#underWay.size;
    if (free <= 0) {
      await Promise.race(this.#underWay.values());
      return true;
    }
    const mails = await takeOutgoing(this.#deps.pool, this.#deps.kind, free, [...this.#underWay.keys()]);
    for (const mail of mails) {
      const sending = this.#sendOne(mail).finally(() => this.#underWay.delete(mail.id));
      this.#underWay.set(mail.id, sending);
    }
    return mails.length === free;
  }

  /** Waits for the mails under way. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await Promise.allSettled(this.#underWay.values());
    clearInterval(this.#renewal);
  }

  async #sendOne(mail: OutgoingRow): Promise<void> {
    const { wake, log } = this.#deps;
    if (mail.uncertain) {
      sentMessages.inc({ kind: mail.kind, outcome: 'uncertain' });
      log.warn(
        { messageId: mail.message_id, kind: mail.kind },
        'a message may have been sent before its sender was lost; a mail goes out again under the same id, an SMS does not',
      );
    }
    let outcome: SendOutcome;
    try {
      outcome = await this.#deps.deliver(mail);
    } catch (error) {
      log.error({ err: error, outboxId: mail.id }, 'a message could not be prepared');
      const why = { reply: textOf(error), uncertain: false };
      const nextAt = new Date(Date.now() + retryAfterFaultMs);
      outcome = isGivenUp(mail) ? { ...why, state: 'failed' } : { ...why, state: 'pending', nextAt };
    }
    const answered = await this.#record(mail, outcome);
    sentMessages.inc({
      kind: mail.kind,
      outcome: 'uncertain' in outcome && outcome.uncertain ? 'uncertain' : outcome.state,
    });
    if (answered && mail.run_id !== null) await wake.run(mail.run_id);
  }

  /** What became of a mail must not be lost while the database is away for a moment, or the mail would go out again. */
  async #record(mail: OutgoingRow, outcome: SendOutcome): Promise<boolean> {
    const { pool, log } = this.#deps;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await recordOutcome(pool, mail, outcome);
      } catch (error) {
        log.error(
          { err: error, outboxId: mail.id, outcome: outcome.state },
          'the fate of a message could not be recorded',
        );
        if (attempt === maxRecordings || this.#isStopping) return false;
        await pause(recordAgainMs);
      }
    }
  }

  #renew(): void {
    if (this.#underWay.size === 0) return;
    renewLeases(this.#deps.pool, [...this.#underWay.keys()]).catch((error: unknown) =>
      this.#deps.log.warn({ err: error }, 'leases of messages under way could not be renewed'),
    );
  }
}
