import { settingsEnvironment } from '#runtime/config/read-settings.ts';
import { addMetricsSource, type MetricsReport } from '#runtime/telemetry/metrics.ts';
import { keepProcess, type KeptProcess } from './kept-process.ts';
import type { Role } from './role.ts';
import type { Services } from './services.ts';
import { type FromWorker, workerNumberVariable } from './worker-messages.ts';

/** A worker that does not answer in this time is left out of a page of metrics; it may be computing. */
const metricsLimitMs = 1000;

/**
 * The worker role as the main process has it: worker processes of their own, as many as the settings say, started with
 * `--no-node-snapshot` as isolated-vm asks, and again within a second when one falls.
 */
export const workerSupervisor: Role = {
  name: 'worker',
  async start(services) {
    const metrics = new MetricsQuestions();
    const workers = Array.from({ length: services.settings.workers }, (_none, at) =>
      keepWorker(services, at + 1, (message) => metrics.answer(message)),
    );
    const removeSource = addMetricsSource(() => metrics.ask(workers));
    const stop = async (): Promise<void> => {
      removeSource();
      await Promise.all(workers.map((worker) => worker.stop()));
    };
    try {
      await Promise.all(workers.map((worker) => worker.ready));
    } catch (error) {
      await stop();
      throw error;
    }
    return { stop };
  },
};

function keepWorker(services: Services, number: number, onMessage: (message: FromWorker) => void): KeptProcess {
  const { settings, databaseUrl, log } = services;
  return keepProcess({
    script: new URL('./worker-process.ts', import.meta.url),
    // One time zone everywhere, so that a replay on another machine reads the same local times.
    env: { ...settingsEnvironment({ ...settings, databaseUrl }), [workerNumberVariable]: String(number), TZ: 'UTC' },
    // A worker holds little outside its isolates, whose memory is limited each by itself.
    execArgv: ['--no-node-snapshot', '--max-semi-space-size=4'],
    onMessage,
    onReady: (pid) => log.info({ worker: number, pid }, 'a worker process is at work'),
    onDeath: (death) =>
      log.error({ worker: number, ...death }, 'a worker process ended by itself; it is started again'),
  });
}

/** Questions to workers for their metrics that are still open. */
class MetricsQuestions {
  readonly #open = new Map<number, (report: MetricsReport | undefined) => void>();
  #last = 0;

  answer(message: FromWorker): void {
    if (message.kind === 'metrics') this.#open.get(message.request)?.(message.report);
  }

  async ask(workers: readonly KeptProcess[]): Promise<MetricsReport[]> {
    const reports = await Promise.all(workers.map((worker) => this.#askOne(worker)));
    return reports.filter((report) => report !== undefined);
  }

  async #askOne(worker: KeptProcess): Promise<MetricsReport | undefined> {
    const request = (this.#last += 1);
    const { promise, resolve } = Promise.withResolvers<MetricsReport | undefined>();
    this.#open.set(request, resolve);
    const late = setTimeout(() => resolve(undefined), metricsLimitMs);
    if (!worker.tell({ kind: 'report-metrics', request })) resolve(undefined);
    const report = await promise;
    clearTimeout(late);
    this.#open.delete(request);
    return report;
  }
}
