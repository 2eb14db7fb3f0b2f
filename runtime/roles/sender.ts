import { listenForWakeUps } from '../queue/bullmq/wake-ups-on-bullmq.ts';
import { MailSenders } from '../outbox/mail-senders.ts';
import { OutboxSender } from '../outbox/outbox-sender.ts';
import { subscribe } from '../store/signal.ts';
import { createSecretBox } from '../tenant/secret-box.ts';
import { repeat } from './repeat.ts';
import type { Role } from './role.ts';

/** Mails whose time has come again, and those whose wake-up was lost, wait this long at most. */
const sweepMs = 1000;

/** Sends what strategies and agents put into the outbox. */
export const senderRole: Role = {
  name: 'sender',
  async start({ pool, settings, databaseUrl, wakeUps, log }) {
    const senders = new MailSenders(pool, createSecretBox(settings.secret));
    const sender = new OutboxSender({ pool, wake: wakeUps, senders, log });
    const signals = await subscribe(pool, (signal) => {
      if (signal.kind === 'smtp-out') senders.forget(signal.tenantId);
    });
    const listening = listenForWakeUps(
      { redisUrl: settings.redisUrl, databaseUrl },
      { send: () => sender.send() },
      log,
    );
    const sweep = repeat(
      sweepMs,
      () => sender.send(),
      (error) => log.warn({ err: error }, 'the outbox could not be swept'),
    );
    return {
      async stop() {
        await Promise.all([sweep.stop(), listening.close(), signals.stop()]);
        await sender.stop();
        senders.close();
      },
    };
  },
};
