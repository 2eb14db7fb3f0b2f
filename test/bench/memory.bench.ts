import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startBusyAgents } from '#test/support/load/busy-agents.ts';
import { startMailLoad } from '#test/support/load/mail-load.ts';
import { processTree } from '#test/support/process-tree.ts';
import { startSignalbox } from '#test/support/started-signalbox.ts';
import { temporaryDirectory } from '#test/support/temporary-directory.ts';
import { startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';
import type { BenchResult } from './bench-result.ts';

/** Name on the command line. */
export const name = 'memory';

const idleMs = 10_000;
const loadMs = Number(process.env['SECONDS'] ?? 30) * 1000;
const sampleMs = 500;
const perSecond = 20;

/**
 * Memory of everything the default start runs, PostgreSQL included, when nothing happens and at its peak under 20 mails a second
 * that agents answer; and the time from start to ready on an empty directory and again.
 */
export async function run(): Promise<BenchResult> {
  const cache = await temporaryDirectory();
  try {
    const env = await environmentOfStart(cache.path);
    const start = await startTimes(env);
    const product = await startWholeProduct({ env });
    try {
      await pause(idleMs);
      const idle = await memoryOf(product);
      const peak = await peakUnderLoad(product);
      const detail = {
        idleMiB: idle,
        peakMiB: peak,
        aimsMiB: { idle: 300, peak: 500 },
        perSecond,
        startSeconds: start,
      };
      return { ours: peak.all ?? Number.NaN, unit: 'MiB (peak)', detail };
    } finally {
      await product.stop();
    }
  } finally {
    await cache.remove();
  }
}

/** What `npm start` gives to Node, with a compile cache of its own. */
async function environmentOfStart(cachePath: string): Promise<NodeJS.ProcessEnv> {
  const manifest = JSON.parse(await readFile(join(import.meta.dirname, '../../package.json'), 'utf8'));
  const options = [...String(manifest.scripts.start).matchAll(/ (--[a-z-]+=\d+)/g)].map(([, option]) => option);
  return { NODE_OPTIONS: options.join(' '), NODE_COMPILE_CACHE: cachePath };
}

async function startTimes(env: NodeJS.ProcessEnv): Promise<Record<string, number>> {
  const directory = await temporaryDirectory();
  const secondsToReady = async (): Promise<number> => {
    const startedAt = performance.now();
    const signalbox = await startSignalbox([`--data=${directory.path}`, '--log-level=warn'], env);
    const seconds = (performance.now() - startedAt) / 1000;
    await signalbox.end('SIGTERM');
    return Number(seconds.toFixed(2));
  };
  const [first, again] = [await secondsToReady(), await secondsToReady()];
  await directory.remove();
  return { first, again };
}

/** Proportional set sizes by part, in MiB, and their sum. */
async function memoryOf({ signalbox }: WholeProduct): Promise<Record<string, number>> {
  const sums: Record<string, number> = { all: 0 };
  for (const { part, pssBytes } of await processTree(signalbox.process.pid ?? 0)) {
    for (const key of [part, 'all']) sums[key] = (sums[key] ?? 0) + pssBytes / 1024 / 1024;
  }
  return Object.fromEntries(Object.entries(sums).map(([key, value]) => [key, Math.round(value)]));
}

async function peakUnderLoad(product: WholeProduct): Promise<Record<string, number>> {
  const agents = await startBusyAgents(product, ['kim', 'lee', 'max', 'nia']);
  const load = startMailLoad(product, perSecond);
  const until = performance.now() + loadMs;
  let peak: Record<string, number> = { all: 0 };
  while (performance.now() < until) {
    await pause(sampleMs);
    const now = await memoryOf(product);
    if ((now.all ?? 0) > (peak.all ?? 0)) peak = now;
  }
  await load.stop();
  await agents.stop();
  return peak;
}
