import type { Logger } from 'pino';
import { emailIntake } from '../interaction/accept-mail.ts';
import { ActiveProcesses } from '../interaction/active-processes.ts';
import { recipients } from '../interaction/resolve-recipient.ts';
import { Submissions } from '../interaction/submit.ts';
import type { EmailIntake, ProblemListener } from '../media/email/contract.ts';
import { type MailboxPoller, startMailboxPoller } from '../media/email/mailbox-poller.ts';
import { startSmtpIntake } from '../media/email/smtp-intake.ts';
import { subscribe } from '../store/signal.ts';
import { listUsableMailboxes, reportMailbox, type UsableMailbox } from '../tenant/mailboxes.ts';
import { createSecretBox } from '../tenant/secret-box.ts';
import { repeat } from './repeat.ts';
import type { Role } from './role.ts';
import type { Services } from './services.ts';
import { startOpenMediaServer } from './open-media-server.ts';
import { smtpCertificate } from './smtp-certificate.ts';
import { startSmsServer } from './sms-server.ts';
import { startSocialServer } from './social-server.ts';

/** How often mailboxes are compared with the settings and their state is written down. */
const mailboxesMs = 2000;

/** The E-mail Server, which takes mail over SMTP and fetches it from mailboxes, the SMS Server, the Social Messaging Server, and what tells open media. */
export const mediaRole: Role = {
  name: 'media',
  async start(services) {
    const { pool, settings, wakeUps, log, listening } = services;
    const active = new ActiveProcesses(pool);
    await active.refresh();
    const submissions = new Submissions({ pool, wake: wakeUps, active });
    const intake = emailIntake(submissions, pool);
    const onProblem: ProblemListener = (problem) => log.warn(problem, 'mail could not be taken');
    const tls = await smtpCertificate(settings);
    const smtp = await startSmtpIntake({
      port: settings.smtpPort,
      host: settings.host,
      maxBytes: settings.maxMessageBytes,
      intake,
      resolveRecipient: recipients(pool, active),
      onProblem,
      ...(tls !== undefined && { tls }),
    });
    listening.smtpPort = smtp.port;
    const sms = await startSmsServer(services, submissions);
    const social = await startSocialServer(services, submissions);
    const openMedia = await startOpenMediaServer(services);
    const mailboxes = new Mailboxes(services, intake, onProblem);
    const looking = repeat(
      mailboxesMs,
      () => mailboxes.compare(),
      (error) => log.error({ err: error }, 'mailboxes could not be read'),
    );
    const refresh = (): void => {
      active.refresh().catch((error: unknown) => log.error({ err: error }, 'active processes could not be read'));
    };
    const signals = await subscribe(
      pool,
      (signal) => {
        if (signal.kind === 'activation') refresh();
        if (signal.kind === 'mailboxes') looking.now();
      },
      refresh,
    );
    return {
      announcements: [{ label: 'SMTP', text: `${settings.host}:${smtp.port}` }],
      async stop() {
        await Promise.all([smtp.stop(), sms.stop(), openMedia.stop(), social.stop(), looking.stop(), signals.stop()]);
        await mailboxes.stop();
      },
    };
  },
};

interface KeptMailbox {
  /** As JSON, to notice a change. */
  readonly settings: string;
  readonly mailbox: UsableMailbox;
  readonly poller: MailboxPoller;
  /** The state last written down, as JSON. */
  reported: string;
}

/** The pollers of all enabled mailboxes, kept in step with the settings. */
class Mailboxes {
  readonly #services: Services;
  readonly #intake: EmailIntake;
  readonly #onProblem: ProblemListener;
  readonly #pollers = new Map<string, KeptMailbox>();

  constructor(services: Services, intake: EmailIntake, onProblem: ProblemListener) {
    this.#services = services;
    this.#intake = intake;
    this.#onProblem = onProblem;
  }

  /** Starts what is new, restarts what changed, stops what is gone, and reports how each is doing. */
  async compare(): Promise<void> {
    const { pool, settings, log } = this.#services;
    const box = createSecretBox(settings.secret);
    const wanted = await listUsableMailboxes(pool, box, (tenantId, name, error) =>
      unreadable(log, tenantId, name, error),
    );
    const keys = new Set(wanted.map(keyOf));
    for (const [key, { poller }] of this.#pollers) {
      if (keys.has(key)) continue;
      this.#pollers.delete(key);
      await poller.stop();
    }
    for (const mailbox of wanted) await this.#keep(mailbox);
    for (const kept of this.#pollers.values()) await this.#report(kept);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#pollers.values()].map(({ poller }) => poller.stop()));
  }

  async #report(kept: KeptMailbox): Promise<void> {
    const { status, reason, fetched, lookedAt } = kept.poller.state();
    const state = { status, reason: reason ?? null, fetched, lookedAt: lookedAt?.toISOString() ?? null };
    const text = JSON.stringify(state);
    if (kept.reported === text) return;
    const { tenantId, settings } = kept.mailbox;
    await reportMailbox(this.#services.pool, { tenantId, name: settings.name }, state);
    kept.reported = text;
  }

  async #keep(mailbox: UsableMailbox): Promise<void> {
    const key = keyOf(mailbox);
    const text = JSON.stringify(mailbox.settings);
    const running = this.#pollers.get(key);
    if (running?.settings === text) return;
    await running?.poller.stop();
    const poller = startMailboxPoller({
      tenantId: mailbox.tenantId,
      settings: mailbox.settings,
      intake: this.#intake,
      maxBytes: this.#services.settings.maxMessageBytes,
      onProblem: this.#onProblem,
    });
    this.#pollers.set(key, { settings: text, mailbox, poller, reported: '' });
  }
}

function keyOf({ tenantId, settings }: UsableMailbox): string {
  return `${tenantId}/${settings.name}`;
}

function unreadable(log: Logger, tenantId: string, mailbox: string, error: unknown): void {
  log.error({ err: error, tenantId, mailbox }, 'the password of a mailbox cannot be read');
}
