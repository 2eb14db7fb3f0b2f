import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** Longer than a busy machine holds an event loop for honest work, longer than a worker process of the product is given. */
const longestSilenceMs = 20_000;

/** Watches the event loop of a test from a thread of its own. */
export interface WatchedLoop {
  /** What a standstill from now on is blamed on. */
  during(what: string): void;
  stop(): Promise<void>;
}

const program = `
  const { parentPort, workerData } = require('node:worker_threads');
  let what = 'the beginning';
  let heardAt = Date.now();
  parentPort.on('message', (message) => { heardAt = Date.now(); if (message !== '') what = message; });
  setInterval(() => {
    if (Date.now() - heardAt < workerData.limitMs) return;
    require('node:fs').writeSync(2, 'The event loop stood still during: ' + what + '\\n');
    process.kill(process.pid, 'SIGKILL');
  }, 500);
`;

/** Kills the process of the test when its loop stands still, and says during what: a time limit of a test could not strike. */
export function watchLoop(): WatchedLoop {
  const thread = new Worker(program, { eval: true, workerData: { limitMs: longestSilenceMs } });
  const beat = setInterval(() => thread.postMessage(''), 500);
  thread.on('error', (error) => writeSync(2, `${error.message}\n`));
  return {
    during: (what) => thread.postMessage(what),
    async stop() {
      clearInterval(beat);
      await thread.terminate();
    },
  };
}
