import { textOf } from '#dsl/errors/coded-error.ts';
import { takePost } from '../interaction/accept-social.ts';
import type { Submissions } from '../interaction/submit.ts';
import { SocialFailure } from '../media/social/contract.ts';
import { deliverSocial } from '../outbox/deliver-social.ts';
import { OutboxSender } from '../outbox/outbox-sender.ts';
import { subscribe } from '../store/signal.ts';
import { createSecretBox } from '../tenant/secret-box.ts';
import { type DueAccount, noteLook, takeDueAccounts } from '../tenant/social-states.ts';
import { repeat } from './repeat.ts';
import type { Services } from './services.ts';
import { findAccount, openAccount, type SocialDeps } from './social-accounts.ts';

/** How often accounts and replies are looked for that have come due. */
const lookMs = 1000;
/** Accounts looked at together. */
const atOnce = 10;
/** Wait after a fault of ours, or one the medium gives no time for. */
const afterFaultMs = 60_000;

/** What the Social Messaging Server works with. */
export type SocialServerDeps = Pick<Services, 'pool' | 'wakeUps' | 'log'> & {
  readonly settings: { readonly secret: string; readonly serviceHosts: readonly string[] };
};

/** The Social Messaging Server: looks at feeds, accounts and pages when their time has come, and sends replies to posts. */
export async function startSocialServer(
  { pool, wakeUps: wake, log, settings }: SocialServerDeps,
  submissions: Pick<Submissions, 'submit'>,
): Promise<{ stop(): Promise<void> }> {
  const deps: SocialDeps = { pool, box: createSecretBox(settings.secret), allowedHosts: settings.serviceHosts };
  const sender = new OutboxSender({
    pool,
    wake,
    log,
    kind: 'social',
    deliver: (row) =>
      deliverSocial(pool, row, async (tenantId, name) => {
        const account = await findAccount(pool, tenantId, name);
        return account && (await openAccount(deps, tenantId, account)).source;
      }),
  });
  // an account whose medium answers slowly holds up itself only
  const underWay = new Set<Promise<void>>();
  const lookAt = async (one: DueAccount): Promise<void> => {
    try {
      const reason = await look(deps, submissions, one);
      if (reason !== undefined) log.warn({ account: one.account.name, reason }, 'a social account could not be read');
    } catch (error) {
      log.error({ err: error, account: one.account.name }, 'what a social account brought could not be noted');
    }
  };
  const looking = repeat(
    lookMs,
    async () => {
      const free = atOnce - underWay.size;
      if (free === 0) return;
      for (const one of await takeDueAccounts(pool, free)) {
        const ended = lookAt(one).finally(() => {
          underWay.delete(ended);
          // somebody may have waited for the place
          if (underWay.size === atOnce - 1) looking.now();
        });
        underWay.add(ended);
      }
    },
    (error) => log.error({ err: error }, 'social accounts could not be read'),
  );
  const sending = repeat(
    lookMs,
    async () => {
      if (await sender.send()) sending.now();
    },
    (error) => log.error({ err: error }, 'replies to posts could not be read'),
  );
  const signals = await subscribe(pool, ({ kind }) => {
    if (kind !== 'social') return;
    looking.now();
    sending.now();
  });
  return {
    async stop() {
      await Promise.all([looking.stop(), sending.stop(), signals.stop()]);
      await Promise.all([sender.stop(), ...underWay]);
    },
  };
}

/**
 * Reads what is new and takes it, post by post; how far was read is kept only then, so that a crash takes the same posts again, which
 * their ids tell. Answers why it could not.
 */
async function look(
  deps: SocialDeps,
  submissions: Pick<Submissions, 'submit'>,
  due: DueAccount,
): Promise<string | undefined> {
  const { tenantId, account } = due;
  const { pool } = deps;
  const usual = Date.now() + account.everySeconds * 1000;
  let taken = 0;
  try {
    const { source, restUntil } = await openAccount(deps, tenantId, account);
    const { posts, cursor } = await source.look(due.cursor);
    for (const post of posts) if (await takePost({ pool, submissions }, { tenantId, account }, post)) taken += 1;
    const nextAt = new Date(Math.max(usual, restUntil()?.getTime() ?? 0));
    await noteLook(pool, due, { cursor, taken, reason: null, nextAt });
    return undefined;
  } catch (error) {
    const until = error instanceof SocialFailure ? error.until : new Date(Date.now() + afterFaultMs);
    const nextAt = new Date(Math.max(usual, until?.getTime() ?? 0));
    const reason = textOf(error);
    await noteLook(pool, due, { taken, reason, nextAt });
    return reason;
  }
}
