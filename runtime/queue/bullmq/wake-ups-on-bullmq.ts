import type { Logger } from 'pino';
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
  let turn = 0;

  const queueOf = (name: WakeQueueName): BullQueue => {
    const known = queues.get(name);
    if (known !== undefined) return known;
    const queue = backend.openQueue(name);
    queue.on('error', (error) =>
      log.warn({ err: error, queue: name }, 'wake-ups cannot be sent; the sweep takes over'),
    );
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
      log.warn({ err: error, key }, 'a wake-up was lost; the sweep takes over');
    } finally {
      sending.delete(key);
    }
  };

  return {
    queue: (tenantId, queue) => add('wake-queue', `${tenantId}/${queue}`, { tenantId, queue }),
    async run(runId, delayMs = 0) {
      if (delayMs <= 0) return add('wake-run', 'run', {});
      try {
        await queueOf('wake-run').add('wake-run', {}, { delay: delayMs });
      } catch (error) {
        log.warn({ err: error, runId }, 'a timer was lost; the sweep takes over');
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
  const untilDone = async (work: () => Promise<boolean>): Promise<void> => {
    while (!closing && (await work()));
  };
  const { queue, runs, send } = handlers;
  const workers = [
    queue && backend.openWorker('wake-queue', (job) => untilDone(() => queue(job.tenantId ?? '', job.queue ?? ''))),
    runs && backend.openWorker('wake-run', () => untilDone(runs)),
    send && backend.openWorker('wake-send', () => untilDone(send)),
  ].filter((worker) => worker !== undefined);
  for (const worker of workers) {
    worker.on('error', (error) => log.warn({ err: error }, 'wake-ups cannot be received; the sweep takes over'));
  }
  return {
    async close() {
      closing = true;
      await Promise.allSettled(workers.map((worker) => worker.close()));
      await backend.close();
    },
  };
}
