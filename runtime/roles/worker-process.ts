import { flushCompileCache } from 'node:module';
import { textOf } from '#dsl/errors/coded-error.ts';
import { readSettings } from '#runtime/config/read-settings.ts';
import { createLogger } from '#runtime/telemetry/create-logger.ts';
import { metrics, nameProcess } from '#runtime/telemetry/metrics.ts';
import { openServices } from './open-services.ts';
import { aliveEveryMs, type FromWorker, type ToWorker, workerNumberVariable } from './worker-messages.ts';

/** Connections of a worker at most: it waits for the database most of its time, and shares it with others. */
const connections = 8;

/**
 * A worker process. Its settings come by the environment; it ends when the channel to the process that started it does, which
 * is also how that one's being killed shows.
 */
async function runWorker(): Promise<void> {
  const settings = readSettings([], process.env);
  if (settings === 'help' || settings.databaseUrl === undefined) throw new Error('a worker is started by main.ts');
  const number = process.env[workerNumberVariable] ?? '1';
  const name = `worker ${number}`;
  nameProcess(name);
  const log = await createLogger({ level: settings.logLevel, name });
  const services = openServices({ settings, databaseUrl: settings.databaseUrl, log, name, connections });
  const { workerRole } = await import('./worker.ts');
  const running = await workerRole.start(services);
  stop = async () => {
    await running.stop();
    await services.close();
  };
  tell({ kind: 'ready' });
  setInterval(() => tell({ kind: 'alive' }), aliveEveryMs);
  flushCompileCache();
}

function tell(message: FromWorker): void {
  if (process.connected) process.send?.(message);
}

/** What there is to stop; nothing until the role works. */
let stop: () => Promise<void> = () => Promise.resolve();
let isStopping = false;

function stopAndExit(): void {
  if (isStopping) return;
  isStopping = true;
  stop().then(
    () => process.exit(0),
    (error: unknown) => {
      tell({ kind: 'failed', reason: textOf(error) });
      process.exit(1);
    },
  );
}

// Ctrl-C reaches every process of the terminal; the main process decides what becomes of it and tells us.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', stopAndExit);
process.on('disconnect', () => process.exit(1));
process.on('message', (message: ToWorker) => {
  if (message.kind === 'stop') stopAndExit();
  else void metrics.getMetricsAsJSON().then((report) => tell({ kind: 'metrics', request: message.request, report }));
});
runWorker().catch((error: unknown) => {
  process.send?.({ kind: 'failed', reason: textOf(error) } satisfies FromWorker, () => process.exit(1));
});
