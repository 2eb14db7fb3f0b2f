import type { Logger } from 'pino';
import { warnSeldom } from '../../telemetry/warn-seldom.ts';
import type { WakeHandlers, WakeUps } from '../wake-ups.ts';
import {
  type BullQueue,
  type WakeBackendSettings,
  type WakeJob,
  type WakeQueueName,
  openWakeBackend,
} from './backend.ts';

/** Takers that may work on one interaction queue at once. Each takes its own batch (SKIP LOCKED), so they never meet. */
const lanes = 3;

/** Opens the sending side of wake-ups. Wake-ups for the same thing while one is on its way are sent once more, not each. */
export function openWakeUps(settings: WakeBackendSettings, log: Logger): WakeUps {
  const backend = openWakeBackend(settings);
  const queues = new Map<WakeQueueName, BullQueue>();
  const sending = new Map<string, { again: boolean }>();
  const onLost = warnSeldom(log, 'wake-ups cannot be sent; the sweep takes over');
  let turn = 0;

  const queueOf = (name: WakeQueueName): BullQueue => {
    const known = queues.get(name);
    if (known !== undefined) return known;
    const queue = backend.openQueue(name);
    queue.on('error', onLost);
    queues.set(name, queue);
    return queue;
  };
  const add = async (name: WakeQueueName, key: string, data: WakeJob): Promise<void> => {
    const under = sending.get(key);
    if (under !== undefined) {
      under.again = true;
      return;
    }
    const mark = { again: false };
    sending.set(key, mark);
    try {
      do {
        mark.again = false;
        turn = (turn + 1) % lanes;
        await queueOf(name).add(name, data, { deduplication: { id: `${key}#${turn}`, keepLastIfActive: true } });
      } while (mark.again);
    } catch (error) {
      onLost(error);
    } finally {
      sending.delete(key);
    }
  };

  return {
    queue: (tenantId, queue) => add('wake-queue', `${tenantId}/${queue}`, { tenantId, queue }),
    async run(_runId, delayMs = 0) {
      if (delayMs <= 0) return add('wake-run', 'run', {});
      try {
        await queueOf('wake-run').add('wake-run', {}, { delay: delayMs });
      } catch (error) {
        onLost(error);
      }
    },
    send: () => add('wake-send', 'send', {}),
    async close() {
      await Promise.allSettled([...queues.values()].map((queue) => queue.close()));
      await backend.close();
    },
  };
}

/** Listens for wake-ups and calls the handlers until there is no more work. */
export function listenForWakeUps(
  settings: WakeBackendSettings,
  handlers: WakeHandlers,
  log: Logger,
): { close(): Promise<void> } {
  const backend = openWakeBackend(settings);
  let closing = false;
  const onFailed = warnSeldom(log, 'what a wake-up asked for failed; the sweep tries again');
  const onDeaf = warnSeldom(log, 'wake-ups cannot be received; the sweep takes over');
  const untilDone = async (work: () => Promise<boolean>): Promise<void> => {
    try {
      while (!closing && (await work()));
    } catch (error) {
      // The database is away, most likely. A retry by BullMQ would only compete with the sweep.
      if (!closing) onFailed(error);
    }
  };
  const { queue, runs, send } = handlers;
  const workers = [
    queue && backend.openWorker('wake-queue', (job) => untilDone(() => queue(job.tenantId ?? '', job.queue ?? ''))),
    runs && backend.openWorker('wake-run', () => untilDone(runs)),
    send && backend.openWorker('wake-send', () => untilDone(send)),
  ].filter((worker) => worker !== undefined);
  for (const worker of workers) {
    worker.on('error', (error) => {
      if (!closing) onDeaf(error);
    });
  }
  return {
    async close() {
      closing = true;
      await Promise.allSettled(workers.map((worker) => worker.close()));
      await backend.close();
    },
  };
}
