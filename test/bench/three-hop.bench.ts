import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import { anInteraction, type Engine, startEngine } from '#test/support/engine.ts';
import { startTestRedis } from '#test/support/redis.ts';

/** Name on the command line. */
export const name = 'three-hop';

const chains = 6000;

/** Chains before the clock starts, on both sides: what is compared is a system at work, not one that compiles its first lines. */
const warmUp = 2000;

const process: BusinessProcessInput = {
  format: 1,
  name: 'Three hops',
  endpoints: { default: { media: 'email', queue: 'In' } },
  queues: {
    In: { views: { All: { submitter: { strategy: 'Answer', maxInFlight: 10_000 } } } },
    Out: { parking: true },
    ErrorHeld: { parking: true },
  },
  strategies: {
    Answer: {
      blocks: {
        entry: { type: 'entry', config: {}, ports: { next: 'screen' } },
        screen: {
          type: 'screen',
          config: { rule: 'Order' },
          ports: { matched: 'assign', 'not-matched': 'assign', error: 'stop' },
        },
        assign: {
          type: 'attach-data',
          config: { entries: [{ key: 'Topic', value: 'order' }] },
          ports: { next: 'answer', error: 'stop' },
        },
        answer: {
          type: 'autoresponse',
          config: { response: 'Thanks', queue: 'Out' },
          ports: { sent: 'stop', error: 'stop' },
        },
        stop: { type: 'stop-interaction', config: { reason: 'answered' } },
      },
    },
  },
};

/**
 * Chains a second of a three-hop process (screen, attach, autoresponse queued, stop), everything committed to PostgreSQL with
 * synchronous_commit and fsync on, against a bare BullMQ chain of three jobs on the same Redis in the same run.
 */
export async function run(): Promise<{ ours: number; peer: number; ratio: number; unit: string; detail: object }> {
  const redis = await startTestRedis();
  try {
    const peer = await bareChains(redis.url);
    const ours = await ourChains(redis.url);
    return { ours, peer, ratio: ours / peer, unit: 'chains/s', detail: { chains } };
  } finally {
    await redis.stop();
  }
}

async function ourChains(redisUrl: string): Promise<number> {
  const engine = await startEngine({ redisUrl, durable: true });
  const { pool } = engine.database;
  try {
    await pool.query(`insert into standard_responses (tenant_id, name, document) values ('default', 'Thanks', $1)`, [
      JSON.stringify({ name: 'Thanks', text: 'Dear <$Contact.FirstName$>, thank you for your message.' }),
    ]);
    await pool.query(`insert into screening_rules (tenant_id, name, document) values ('default', 'Order', $1)`, [
      JSON.stringify({ name: 'Order', pattern: 'Find("order")', fields: { subject: true, body: true } }),
    ]);
    await engine.activate(process);
    engine.listen();
    await through(engine, warmUp);
    const start = performance.now();
    await through(engine, chains);
    return chains / ((performance.now() - start) / 1000);
  } finally {
    await engine.stop();
  }
}

/** Submits so many interactions at once; resolves when each has gone through the process. */
async function through({ submissions, database }: Engine, count: number): Promise<void> {
  const submitted = Array.from({ length: count }, (_, n) =>
    submissions.submit(anInteraction({ from: `customer${n}@example.com` })),
  );
  await Promise.all(submitted);
  for (;;) {
    const { rows } = await database.pool.query<{ open: boolean }>(
      `select exists (select from interactions where type = 'Inbound' and state <> 'stopped') as open`,
    );
    if (rows[0]?.open === false) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function bareChains(url: string): Promise<number> {
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  const queue = new Queue<{ hop: number }>('bare', { connection, defaultJobOptions: { removeOnComplete: true } });
  let left = 0;
  let finished = Promise.withResolvers<void>();
  const worker = new Worker<{ hop: number }>(
    'bare',
    async (job) => {
      if (job.data.hop < 3) await queue.add('hop', { hop: job.data.hop + 1 });
      else if (--left === 0) finished.resolve();
    },
    { connection: connection.duplicate(), concurrency: 100 },
  );
  const chain = async (count: number): Promise<void> => {
    left = count;
    finished = Promise.withResolvers<void>();
    await queue.addBulk(Array.from({ length: count }, () => ({ name: 'hop', data: { hop: 1 } })));
    await finished.promise;
  };
  await chain(warmUp);
  const start = performance.now();
  await chain(chains);
  const seconds = (performance.now() - start) / 1000;
  await worker.close();
  await queue.close();
  connection.disconnect();
  return chains / seconds;
}
