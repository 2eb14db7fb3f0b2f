import type { FastifyBaseLogger } from 'fastify';
import type { Pool } from 'pg';
import type { Settings } from '#runtime/config/read-settings.ts';
import { ActiveProcesses } from '#runtime/interaction/active-processes.ts';
import { Submissions } from '#runtime/interaction/submit.ts';
import { Trainer } from '#runtime/knowledge/trainer.ts';
import { ChatServer } from '#runtime/media/chat/chat-server.ts';
import type { WakeUps } from '#runtime/queue/wake-ups.ts';
import { activateNextDue } from '#runtime/process/planned-activations.ts';
import { takeShadowTurn } from '#runtime/replay/shadow-turn.ts';
import { repeat } from '#runtime/roles/repeat.ts';
import { offerStatistics } from '#runtime/statistics/statistics-metrics.ts';
import { subscribe } from '#runtime/store/signal.ts';
import { createAccounts } from '#runtime/tenant/accounts.ts';
import { createAuth, migrateAuth } from '#runtime/tenant/auth.ts';
import { createSecretBox } from '#runtime/tenant/secret-box.ts';
import type { ApiParts, App } from './app.ts';
import { createServer } from './server.ts';

/** A planned activation is at most this late. */
const planMs = 1000;
/** Shadows are looked for this often; each says itself when it is due. */
const shadowMs = 1000;

/** What the API needs of the process it runs in. */
export interface ApiDeps {
  readonly pool: Pool;
  readonly log: FastifyBaseLogger;
  readonly wakeUps: WakeUps;
  readonly settings: Pick<Settings, 'host' | 'port' | 'secret' | 'publicUrl'> & Partial<Pick<Settings, 'serviceHosts'>>;
  /** The port mail is taken at, once the media role listens. */
  readonly listening: { readonly smtpPort: number };
  /** Where the built web app lies. */
  readonly webAppDir: string;
}

/** The API at work. */
export interface RunningApi {
  readonly app: App;
  readonly parts: ApiParts;
  stop(): Promise<void>;
}

/** Starts the API: everything is ready before it listens. `prepare` runs once accounts exist and before anybody can log in. */
export async function startApi(
  deps: ApiDeps,
  prepare: (parts: ApiParts) => Promise<void> = () => Promise.resolve(),
): Promise<RunningApi> {
  const { pool, log, settings } = deps;
  const active = new ActiveProcesses(pool);
  const parts = await makeParts(deps, active);
  await prepare(parts);
  await active.refresh();
  const { app, gateway } = await createServer(parts, { webAppDir: deps.webAppDir, publicUrl: settings.publicUrl });
  const refresh = (): void => {
    active.refresh().catch((error: unknown) => log.error({ err: error }, 'active processes could not be read'));
  };
  const signals = await subscribe(
    pool,
    (signal) => {
      if (signal.kind === 'activation') refresh();
      parts.chat.onSignal(signal);
      if (signal.kind !== 'chat' && signal.kind !== 'chat-typing') gateway.onSignal(signal);
    },
    () => {
      refresh();
      parts.chat.onReconnect();
      gateway.onReconnect();
    },
  );
  parts.chat.start();
  const plans = repeat(
    planMs,
    async () => {
      while (await activateNextDue(pool));
    },
    (error) => log.error({ err: error }, 'planned activations could not be looked at; they are looked at again soon'),
  );
  const shadows = repeat(
    shadowMs,
    async () => {
      while (await takeShadowTurn(pool));
    },
    (error) => log.warn({ err: error }, 'a shadow could not be compared; it is tried again'),
  );
  const withdrawStatistics = offerStatistics(pool);
  const stop = async (): Promise<void> => {
    withdrawStatistics();
    await Promise.all([plans.stop(), shadows.stop()]);
    await app.close();
    await signals.stop();
    await parts.chat.stop();
    await parts.trainer.stop();
  };
  try {
    await app.listen({ host: settings.host, port: settings.port });
  } catch (error) {
    await stop();
    throw error;
  }
  parts.trainer.look();
  return { app, parts, stop };
}

async function makeParts(
  { pool, log, wakeUps, settings, listening }: ApiDeps,
  active: ActiveProcesses,
): Promise<ApiParts> {
  const auth = createAuth(pool, {
    secret: settings.secret,
    secureCookies: settings.publicUrl?.startsWith('https:') ?? false,
  });
  await migrateAuth(pool, auth);
  const submissions = new Submissions({ pool, wake: wakeUps, active });
  const onError = (error: unknown): void => log.error({ err: error }, 'chats could not be looked after');
  return {
    pool,
    log,
    wakeUps,
    accounts: createAccounts(pool, auth),
    box: createSecretBox(settings.secret),
    agentDeps: { pool, wake: wakeUps, now: () => new Date() },
    trainer: new Trainer(pool, log),
    active,
    submissions,
    chat: new ChatServer({ pool, submissions, wake: wakeUps, onError }),
    serviceHosts: settings.serviceHosts ?? [],
    smtp: () => ({ host: reachableHost(settings.host), port: listening.smtpPort }),
  };
}

/** A name by which this machine reaches a server that listens on `host`. */
export function reachableHost(host: string): string {
  return host === '0.0.0.0' || host === '::' ? 'localhost' : host;
}
