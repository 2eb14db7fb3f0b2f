import { flushCompileCache } from 'node:module';
import type { Logger } from 'pino';
import { classOf, textOf } from '#dsl/errors/coded-error.ts';
import { helpText } from './config/help-text.ts';
import { readSettings } from './config/read-settings.ts';
import { banner } from './roles/banner.ts';
import { startFailure } from './roles/start-failure.ts';
import { Started, startProcess } from './roles/start-process.ts';
import { createLogger } from './telemetry/create-logger.ts';
import { nameProcess } from './telemetry/metrics.ts';

/** Time a stop may take, all in all; systemd and Docker wait longer, people do not. */
const stopLimitMs = 10_000;

/** Starts what the settings say and runs until a signal. */
async function main(): Promise<void> {
  const settings = readSettings(process.argv.slice(2), process.env);
  if (settings === 'help') {
    process.stdout.write(`${helpText()}\n`);
    return;
  }
  nameProcess('main');
  const log = await createLogger({ level: settings.logLevel, name: 'main' });
  const started = new Started();
  const stop = stopper(started, log);
  process.on('SIGTERM', () => stop(0));
  process.on('SIGINT', () => stop(0));
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'a defect: this process ends');
    stop(1);
  });
  try {
    const announcements = await startProcess(settings, log, started, (error) => {
      log.fatal({ err: error }, 'the database is lost: this process ends');
      stop(1);
    });
    const all = [...announcements, { label: 'Data', text: settings.dataDir }];
    process.stdout.write(`${banner(all, performance.now())}\n`);
    // Written now rather than at the end, which a kill would skip: the next start is faster and smaller by it.
    flushCompileCache();
  } catch (error) {
    await started.stopAll();
    throw startFailure(error, settings);
  }
}

/** The function that stops everything in order and ends the process; called once more, it ends it at once. */
function stopper(started: Started, log: Logger): (code: number) => void {
  let isStopping = false;
  return (code) => {
    if (isStopping) process.exit(code || 130);
    isStopping = true;
    setTimeout(() => {
      log.error('the stop took too long: what was under way is left to the next start');
      process.exit(1);
    }, stopLimitMs).unref();
    void started.stopAll().then((failures) => {
      for (const error of failures) log.error({ err: error }, 'a part could not stop in order');
      process.exit(failures.length > 0 ? 1 : code);
    });
  };
}

function explain(error: unknown): string {
  // Whoever started us can mend what an author got wrong; of anything else the place in the code says more.
  if (classOf(error) === 'author') return `${textOf(error)}\nnpm start -- --help explains every option.`;
  return error instanceof Error ? (error.stack ?? error.message) : textOf(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
