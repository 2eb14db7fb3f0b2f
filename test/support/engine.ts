import { pino } from 'pino';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import { ActiveProcesses } from '#runtime/interaction/active-processes.ts';
import { Submissions } from '#runtime/interaction/submit.ts';
import type { NewInteraction } from '#runtime/interaction/new-interaction.ts';
import { Knowledge } from '#runtime/knowledge/knowledge.ts';
import { listenForWakeUps, openWakeUps } from '#runtime/queue/bullmq/wake-ups-on-bullmq.ts';
import type { WakeUps } from '#runtime/queue/wake-ups.ts';
import { AnswerGuard } from '#runtime/strategy/answer-guard.ts';
import { CompiledStrategies } from '#runtime/strategy/compiled-strategies.ts';
import { SandboxPool, type SandboxPoolOptions } from '#runtime/strategy/sandbox/sandbox-pool.ts';
import { StrategyWorker } from '#runtime/strategy/strategy-worker.ts';
import { startTestDatabase, type TestDatabase } from './database.ts';

/** The engine without HTTP, mail and desktops: the way in, wake-ups, one worker. */
export interface Engine {
  readonly database: TestDatabase;
  readonly submissions: Submissions;
  readonly worker: StrategyWorker;
  readonly wake: WakeUps;
  readonly active: ActiveProcesses;
  /** What the worker knows; it is told of changes by hand. */
  readonly knowledge: Knowledge;
  /** Makes the document a version of its process and activates it. */
  activate(document: BusinessProcessInput): Promise<void>;
  /** Begins to follow wake-ups. */
  listen(): void;
  stop(): Promise<void>;
}

/** What differs from the usual engine: where wake-ups go, whether the database is durable, limits of its sandboxes. */
export interface EngineOptions {
  readonly redisUrl?: string;
  readonly durable?: boolean;
  readonly sandboxes?: SandboxPoolOptions;
}

/** Starts the engine on a database of its own, durable if asked; wake-ups go over Redis when its address is given. */
export async function startEngine(options: EngineOptions = {}): Promise<Engine> {
  const database = await startTestDatabase(options);
  const { pool, url: databaseUrl } = database;
  const log = pino({ level: 'error' });
  const backend = { redisUrl: options.redisUrl, databaseUrl };
  const wake = openWakeUps(backend, log);
  const active = new ActiveProcesses(pool);
  const sandboxes = new SandboxPool(options.sandboxes);
  const compiled = new CompiledStrategies();
  const knowledge = new Knowledge(pool);
  const worker = new StrategyWorker({
    pool,
    wake,
    active,
    log,
    knowledge,
    guard: new AnswerGuard(pool),
    sandboxOf: ({ process, strategy }) =>
      sandboxes.get({ version: process.versionId, strategy, source: compiled.sourceOf(process, strategy) }),
  });
  let listening: { close(): Promise<void> } | undefined;
  return {
    database,
    submissions: new Submissions({ pool, wake, active }),
    worker,
    wake,
    active,
    knowledge,
    async activate(document) {
      const { rows } = await pool.query<{ version: number }>(
        `insert into process_versions (tenant_id, process, version, document)
         select 'default', $1, coalesce(max(version), 0) + 1, $2 from process_versions where process = $1 returning version`,
        [document.name, JSON.stringify(document)],
      );
      await pool.query(
        `insert into processes (tenant_id, name, draft, active_version) values ('default', $1, $2, $3)
         on conflict (tenant_id, name) do update set active_version = excluded.active_version`,
        [document.name, JSON.stringify(document), rows[0]?.version],
      );
      await active.refresh();
    },
    listen() {
      listening = listenForWakeUps(
        backend,
        { queue: (tenantId, queue) => worker.takeFromQueue(tenantId, queue), runs: () => worker.resumeRuns() },
        log,
      );
    },
    async stop() {
      await listening?.close();
      worker.stop();
      sandboxes.dispose();
      await wake.close();
      await database.stop();
    },
  };
}

/** What a test says of an interaction; the rest is usual. */
export interface InteractionWish {
  readonly subject?: string;
  readonly text?: string;
  readonly from?: string;
  readonly endpoint?: string;
  readonly automatic?: string;
  readonly onceKeys?: readonly string[];
}

/** An interaction as a media server hands it in. */
export function anInteraction(wish: InteractionWish = {}): NewInteraction {
  const { subject = 'A question', text = 'Where is my order?', from = 'ada@example.com' } = wish;
  const sender = { address: from, name: 'Ada Lovelace' };
  return {
    tenantId: 'default',
    endpoint: wish.endpoint ?? 'default',
    media: 'email',
    type: 'Inbound',
    subtype: 'InboundNew',
    mailbox: 'support@example.org',
    onceKeys: wish.onceKeys ?? [],
    receivedAt: new Date(),
    priority: 0,
    from: sender,
    to: 'support@example.org',
    data: {},
    message: {
      direction: 'in',
      references: [],
      subject,
      from: sender,
      to: [{ address: 'support@example.org', name: '' }],
      cc: [],
      bcc: [],
      text,
      headers: [],
      automatic: wish.automatic ?? 'none',
      problems: [],
      attachments: [],
    },
  };
}
