import { Queue, Worker, createPostgresBackend, withBackend } from 'bullmq';
import { Redis } from 'ioredis';

/** Where wake-ups travel: Redis when its address is given, the PostgreSQL that holds the truth otherwise. */
export interface WakeBackendSettings {
  readonly redisUrl?: string | undefined;
  readonly databaseUrl: string;
}

/** Names of the BullMQ queues. */
export type WakeQueueName = 'wake-queue' | 'wake-run' | 'wake-send';

/** Data of a wake-up job: which interaction queue, for `wake-queue`. */
export interface WakeJob {
  readonly tenantId?: string;
  readonly queue?: string;
}

/** What we use of a BullMQ queue. */
export interface BullQueue {
  add(name: string, data: WakeJob, options: WakeJobOptions): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

/** Delay and deduplication of a wake-up: at most one waits and one is worked on for each id. */
export interface WakeJobOptions {
  readonly delay?: number;
  readonly deduplication?: { readonly id: string; readonly keepLastIfActive: true };
}

/** What we use of a BullMQ worker. */
export interface BullWorker {
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

/** Opens queues and workers of the chosen backend; both stay behind this one place. */
export interface WakeBackend {
  openQueue(name: WakeQueueName): BullQueue;
  openWorker(name: WakeQueueName, process: (job: WakeJob) => Promise<void>): BullWorker;
  close(): Promise<void>;
}

/** One hash tag, so that Redis Cluster keeps a wake-up queue in one slot. */
const prefix = '{signalbox}';
const defaultJobOptions = { removeOnComplete: true, removeOnFail: true } as const;
const workerOptions = {
  // Wake-ups of several queues at once; the work is mostly waiting for the database.
  concurrency: 4,
  // A wake-up of a killed worker is given out again soon; the sweep finds its work even sooner.
  lockDuration: 5000,
  stalledInterval: 3000,
  maxStalledCount: 1000,
} as const;

/** Chooses Redis or PostgreSQL for BullMQ: the same queues and workers on both. */
export function openWakeBackend(settings: WakeBackendSettings): WakeBackend {
  return settings.redisUrl === undefined ? onPostgres(settings.databaseUrl) : onRedis(settings.redisUrl);
}

function onRedis(url: string): WakeBackend {
  const connections: Redis[] = [];
  const retryStrategy = (times: number): number => Math.min(times * 50, 1000);
  const open = (options: { maxRetriesPerRequest: number | null }): Redis => {
    const connection = new Redis(url, { ...options, retryStrategy });
    connections.push(connection);
    return connection;
  };
  // Producers fail at once while Redis is away: the work is committed already and the sweep finds it.
  const producer = open({ maxRetriesPerRequest: 0 });
  return {
    openQueue: (name) =>
      new Queue<WakeJob>(name, { connection: producer, prefix, defaultJobOptions, skipWaitingForReady: true }),
    openWorker: (name, process) =>
      new Worker<WakeJob>(name, (job) => process(job.data), {
        connection: open({ maxRetriesPerRequest: null }),
        prefix,
        ...workerOptions,
      }),
    async close() {
      await Promise.all(connections.map(async (connection) => connection.disconnect()));
    },
  };
}

function onPostgres(connectionString: string): WakeBackend {
  const bull = withBackend(createPostgresBackend);
  const connection = { connectionString, migrate: true, schema: 'bullmq', max: 3 };
  return {
    openQueue: (name) => new bull.Queue<WakeJob>(name, { connection, defaultJobOptions }),
    openWorker: (name, process) =>
      new bull.Worker<WakeJob>(name, (job) => process(job.data), { connection, ...workerOptions }),
    close: () => Promise.resolve(),
  };
}
