import { giveUpOldEvents, type WebhookDeps, WebhookTeller } from '../media/open/webhooks.ts';
import { subscribe } from '../store/signal.ts';
import { createSecretBox } from '../tenant/secret-box.ts';
import { readSecret } from '../tenant/secrets.ts';
import { repeat } from './repeat.ts';
import type { Services } from './services.ts';

/** How often events are looked for that have come due, or whose signal was lost. */
const lookMs = 1000;
const giveUpMs = 60_000;

/** What open media are served with. */
export type OpenMediaDeps = Pick<Services, 'pool' | 'wakeUps' | 'log'> & {
  readonly settings: { readonly secret: string; readonly serviceHosts: readonly string[] };
};

/** Tells the programs of open media by webhook what happens; those that pull are served by the API. */
export async function startOpenMediaServer({
  pool,
  wakeUps: wake,
  log,
  settings,
}: OpenMediaDeps): Promise<{ stop(): Promise<void> }> {
  const box = createSecretBox(settings.secret);
  const deps: WebhookDeps = {
    pool,
    wake,
    secretOf: async (tenantId, name) => (await readSecret(pool, box, tenantId, name))?.value,
    allowedHosts: settings.serviceHosts,
    onProblem: (facts) => log.warn(facts, 'a webhook could not be told; it is tried again'),
  };
  const teller = new WebhookTeller(deps);
  const telling = repeat(
    lookMs,
    () => teller.begin(),
    (error) => log.error({ err: error }, 'events of open media could not be read'),
  );
  const givingUp = repeat(
    giveUpMs,
    () => giveUpOldEvents(deps),
    (error) => log.error({ err: error }, 'old events of open media could not be given up'),
  );
  const signals = await subscribe(pool, ({ kind }) => {
    if (kind === 'open-media') telling.now();
  });
  return {
    async stop() {
      await Promise.all([telling.stop(), givingUp.stop(), signals.stop()]);
      await teller.stop();
    },
  };
}
