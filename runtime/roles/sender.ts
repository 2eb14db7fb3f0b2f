import { listenForWakeUps } from '../queue/bullmq/wake-ups-on-bullmq.ts';
import { WebhookSender } from '../events/webhook-sender.ts';
import { deliver } from '../outbox/deliver.ts';
import { MailSenders } from '../outbox/mail-senders.ts';
import { OutboxSender } from '../outbox/outbox-sender.ts';
import { ServiceCaller } from '../service/service-caller.ts';
import { ServiceDocuments } from '../service/service-documents.ts';
import { DataSourcePools } from '../service/sql/data-source-pools.ts';
import { subscribe } from '../store/signal.ts';
import { createSecretBox } from '../tenant/secret-box.ts';
import { repeat } from './repeat.ts';
import type { Role } from './role.ts';

/** Mails whose time has come again, and those whose wake-up was lost, wait this long at most. */
const sweepMs = 1000;

/** Sends what strategies and agents put into the outbox, asks the services that strategies wait for, and posts events to webhooks. */
export const senderRole: Role = {
  name: 'sender',
  async start({ pool, settings, databaseUrl, wakeUps, log }) {
    const box = createSecretBox(settings.secret);
    const senders = new MailSenders(pool, box);
    const sender = new OutboxSender({
      pool,
      wake: wakeUps,
      log,
      kind: 'mail',
      deliver: async (mail) => deliver(pool, mail, await senders.of(mail.tenant_id)),
    });
    const sources = new DataSourcePools();
    const documents = new ServiceDocuments(pool, box);
    const caller = new ServiceCaller({
      pool,
      wake: wakeUps,
      log,
      documents,
      sources,
      allowedHosts: settings.serviceHosts,
    });
    const callServices = (): void => {
      caller.call().catch((error: unknown) => log.warn({ err: error }, 'calls of services could not be looked for'));
    };
    const signals = await subscribe(pool, (signal) => {
      if (signal.kind === 'smtp-out') senders.forget(signal.tenantId);
      if (signal.kind === 'services') callServices();
    });
    const listening = listenForWakeUps(
      { redisUrl: settings.redisUrl, databaseUrl },
      { send: () => sender.send() },
      log,
    );
    const sweep = repeat(
      sweepMs,
      async () => {
        await sender.send();
        await caller.call();
      },
      (error) => log.warn({ err: error }, 'the outbox could not be swept'),
    );
    const { serviceHosts: allowedHosts } = settings;
    const webhooks = new WebhookSender({ pool, box, log, allowedHosts, now: () => new Date() });
    const hooks = repeat(
      sweepMs,
      () => webhooks.begin(),
      (error) => log.warn({ err: error }, 'webhooks could not be looked for'),
    );
    return {
      async stop() {
        await Promise.all([sweep.stop(), hooks.stop(), listening.close(), signals.stop()]);
        await Promise.all([sender.stop(), caller.stop(), webhooks.settled()]);
        senders.close();
        await sources.close();
      },
    };
  },
};
