import { type ChildProcess, fork } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** A process that is started again whenever it ends. */
export interface KeptProcess {
  /** Process number now; undefined between two lives. */
  readonly pid: number | undefined;
  /** Settles when it first is at work; rejects when it ends before that. */
  readonly ready: Promise<void>;
  /** False when it cannot be told anything now. */
  tell(message: ToWorker): boolean;
  /** Asks it to end, waits, and kills it when it does not within the limit. */
  stop(): Promise<void>;
}

/** How a process is kept. */
export interface KeepOptions {
  readonly script: URL;
  readonly env: Readonly<Record<string, string>>;
  /** Options of Node for the process. */
  readonly execArgv: readonly string[];
  /** Told of each message but those about its start. */
  onMessage(message: FromWorker): void;
  /** Told each time the process is at work. */
  onReady(pid: number | undefined): void;
  /** Told of each end that nobody asked for, and how long it waits to start again. */
  onDeath(death: { code: number | null; signal: string | null; pid: number | undefined; againInMs: number }): void;
}

/** First wait before a new life; it doubles with each death, up to the longest, and starts anew after a long life. */
const shortestWaitMs = 50;
const longestWaitMs = 1000;
const longLifeMs = 10_000;

/** What cannot be interrupted (arithmetic with huge integers) holds a process up; beyond this it is taken down and started again. */
const longestSilenceMs = 5000;

/** Less than the ten seconds the whole stop may take. */
const stopLimitMs = 8000;

/** Starts a process and keeps it running until `stop`. It learns of our end by its channel's. */
export function keepProcess(options: KeepOptions): KeptProcess {
  const isReady = Promise.withResolvers<void>();
  // Whoever waits for it handles it; nobody has to.
  isReady.promise.catch(() => undefined);
  const stopping = new AbortController();
  let child: ChildProcess | undefined;
  let reason = '';

  const live = async (): Promise<{ code: number | null; signal: string | null }> => {
    const born = fork(options.script, [], {
      execArgv: [...options.execArgv],
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child = born;
    const watch = watchSilence(born);
    born.on('message', (message: FromWorker) => {
      if (message.kind === 'alive') watch.heard();
      else if (message.kind === 'ready') {
        isReady.resolve();
        options.onReady(born.pid);
      } else if (message.kind === 'failed') reason = message.reason;
      else options.onMessage(message);
    });
    return new Promise((resolve) => {
      born.once('error', (error) => {
        reason = error.message;
        if (born.pid === undefined) resolve({ code: null, signal: null });
      });
      born.once('exit', (code, signal) => {
        watch.end();
        resolve({ code, signal });
      });
    });
  };

  const keep = async (): Promise<void> => {
    let waitMs = shortestWaitMs;
    while (!stopping.signal.aborted) {
      const bornAt = Date.now();
      const { code, signal } = await live();
      const pid = child?.pid;
      child = undefined;
      const how = reason === '' ? `it ended with ${signal ?? code}` : reason;
      isReady.reject(new Error(`a worker process could not start: ${how}`));
      if (stopping.signal.aborted) return;
      if (Date.now() - bornAt > longLifeMs) waitMs = shortestWaitMs;
      options.onDeath({ code, signal, pid, againInMs: waitMs });
      await wait(waitMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      waitMs = Math.min(waitMs * 2, longestWaitMs);
    }
  };
  const ended = keep();

  const tell = (message: ToWorker): boolean => {
    if (child?.connected !== true) return false;
    // A channel that breaks while we write says so by the process's end.
    child.send(message, () => undefined);
    return true;
  };
  return {
    get pid() {
      return child?.pid;
    },
    ready: isReady.promise,
    tell,
    async stop() {
      stopping.abort();
      tell({ kind: 'stop' });
      const late = setTimeout(() => child?.kill('SIGKILL'), stopLimitMs);
      await ended;
      clearTimeout(late);
    },
  };
}

/** Kills a process that has told that it is alive and then tells nothing for too long. */
function watchSilence(child: ChildProcess): { heard(): void; end(): void } {
  let timer: NodeJS.Timeout | undefined;
  return {
    heard() {
      clearTimeout(timer);
      timer = setTimeout(() => child.kill('SIGKILL'), longestSilenceMs);
    },
    end: () => clearTimeout(timer),
  };
}
