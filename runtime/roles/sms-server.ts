import { handOverIncomplete, smsIntake } from '../interaction/accept-sms.ts';
import type { Submissions } from '../interaction/submit.ts';
import { SmppChannel } from '../media/sms/smpp-channel.ts';
import { deliverSms } from '../outbox/deliver-sms.ts';
import { OutboxSender } from '../outbox/outbox-sender.ts';
import { subscribe } from '../store/signal.ts';
import { createSecretBox } from '../tenant/secret-box.ts';
import { listUsableSmsChannels, reportSmsChannel, type UsableSmsChannel } from '../tenant/sms-channels.ts';
import { repeat } from './repeat.ts';
import type { Services } from './services.ts';

/** How often channels are compared with the settings, their state is written down, and the outbox is looked through. */
const lookMs = 1000;
const incompleteMs = 60_000;

/** What the SMS Server works with. */
export type SmsServerDeps = Pick<Services, 'pool' | 'wakeUps' | 'log'> & {
  readonly settings: { readonly secret: string };
};

/** The SMS Server: holds the connections to the SMS centres, takes what they deliver, and sends what the outbox holds. */
export async function startSmsServer(
  services: SmsServerDeps,
  submissions: Pick<Submissions, 'submit'>,
): Promise<{ stop(): Promise<void> }> {
  const { pool, wakeUps: wake, log } = services;
  const channels = new SmsChannels(services, submissions);
  const sender = new OutboxSender({
    pool,
    wake,
    log,
    kind: 'sms',
    deliver: (row) => deliverSms(pool, row, channels.of(row.tenant_id, row.from_address.address)),
  });
  const looking = repeat(
    lookMs,
    async () => {
      await channels.compare();
      // more at the next turn, so that a full outbox does not keep settings and states waiting
      if (await sender.send()) looking.now();
    },
    (error) => log.error({ err: error }, 'SMS channels or outbox could not be read'),
  );
  const joining = repeat(
    incompleteMs,
    () => handOverIncomplete(pool, submissions),
    (error) => log.error({ err: error }, 'incomplete short messages could not be handed over'),
  );
  const signals = await subscribe(pool, ({ kind }) => {
    if (kind === 'sms' || kind === 'sms-channels') looking.now();
  });
  return {
    async stop() {
      await Promise.all([looking.stop(), joining.stop(), signals.stop()]);
      await sender.stop();
      await channels.stop();
    },
  };
}

interface KeptChannel {
  readonly tenantId: string;
  /** As JSON, to notice a change. */
  readonly settings: string;
  readonly channel: SmppChannel;
  /** The state last written down, as JSON. */
  reported: string;
}

/** The connections of all enabled channels, kept in step with the settings. */
class SmsChannels {
  readonly #services: SmsServerDeps;
  readonly #submissions: Pick<Submissions, 'submit'>;
  readonly #kept = new Map<string, KeptChannel>();

  constructor(services: SmsServerDeps, submissions: Pick<Submissions, 'submit'>) {
    this.#services = services;
    this.#submissions = submissions;
  }

  /** The channel that has this number; without a number, or for one that none has, the tenant's first. */
  of(tenantId: string, from: string): SmppChannel | undefined {
    const mine = [...this.#kept.values()].filter((kept) => kept.tenantId === tenantId).map(({ channel }) => channel);
    return mine.find(({ settings }) => settings.numbers.includes(from)) ?? mine[0];
  }

  /** Starts what is new, restarts what changed, stops what is gone, and writes down how each is doing. */
  async compare(): Promise<void> {
    const { pool, settings, log } = this.#services;
    const wanted = await listUsableSmsChannels(pool, createSecretBox(settings.secret), (tenantId, channel, error) =>
      log.error({ err: error, tenantId, channel }, 'the password of an SMS channel could not be read'),
    );
    const texts = new Map(wanted.map((one) => [keyOf(one), JSON.stringify(one.settings)]));
    for (const [key, kept] of this.#kept) {
      if (texts.get(key) === kept.settings) continue;
      this.#kept.delete(key);
      await kept.channel.stop();
    }
    for (const one of wanted) if (!this.#kept.has(keyOf(one))) this.#start(one);
    for (const kept of this.#kept.values()) await this.#report(kept);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#kept.values()].map(({ channel }) => channel.stop()));
  }

  #start(one: UsableSmsChannel): void {
    const { pool, log } = this.#services;
    const { tenantId, settings } = one;
    const channel = new SmppChannel({
      tenantId,
      settings,
      intake: smsIntake(this.#submissions, pool),
      onProblem: (reason) => log.warn({ tenantId, channel: settings.name, reason }, 'an SMS channel has a problem'),
    });
    this.#kept.set(keyOf(one), { tenantId, settings: JSON.stringify(settings), channel, reported: '' });
  }

  async #report(kept: KeptChannel): Promise<void> {
    const { status, reason, received, sent } = kept.channel.state();
    const state = { status, reason: reason ?? null, received, sent };
    const text = JSON.stringify(state);
    if (kept.reported === text) return;
    await reportSmsChannel(this.#services.pool, { tenantId: kept.tenantId, name: kept.channel.settings.name }, state);
    kept.reported = text;
  }
}

function keyOf({ tenantId, settings }: UsableSmsChannel): string {
  return JSON.stringify([tenantId, settings.name]);
}
