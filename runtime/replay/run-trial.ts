import { fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { TrialAnswer } from './trial-process.ts';
import type { TrialResult, TrialWork } from './trial-work.ts';

/** Longest time a trial may take. A test takes about a millisecond; what takes longer does not come to an end. */
const usualLimitSeconds = 60;

/** Trials at once: each takes a processor, and interactions go first. */
const atOnce = 2;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Tries something out in a process of its own, with isolates, as `--no-node-snapshot` and their memory ask for. Trials
 * beyond two wait for their turn. Throws `trial/no-result` when it takes too long or its process falls.
 */
export async function runTrial<Work extends TrialWork>(
  work: Work,
  limitSeconds = usualLimitSeconds,
): Promise<TrialResult<Work>> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return (await inProcess(work, limitSeconds)) as TrialResult<Work>;
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

function inProcess(work: TrialWork, limitSeconds: number): Promise<unknown> {
  const child = fork(new URL('./trial-process.ts', import.meta.url), {
    execArgv: ['--no-node-snapshot'],
    // One time zone everywhere, as in workers, and nothing of our settings: what is tried needs none.
    env: { PATH: process.env['PATH'], TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // Nobody waits for a comparison: whatever else the machine does goes first.
  if (work.kind === 'comparison' && child.pid !== undefined)
    setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  return new Promise((resolve, reject) => {
    const fail = (reason: string): void => reject(new CodedError('trial/no-result', { reason }));
    const late = setTimeout(() => {
      fail(`it took longer than ${limitSeconds} s`);
      child.kill('SIGKILL');
    }, limitSeconds * 1000);
    child.once('message', (answer: TrialAnswer) => {
      clearTimeout(late);
      if ('result' in answer) resolve(answer.result);
      else fail(answer.failure);
    });
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code, signal) => {
      clearTimeout(late);
      fail(`its process ended with ${signal ?? String(code)}`);
    });
    child.send(work);
  });
}
