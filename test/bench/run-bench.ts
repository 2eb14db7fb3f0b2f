import { pathToFileURL } from 'node:url';
import type { Bench } from './bench-result.ts';

/** Runs the benchmark of one file and hands its result to the process that started this one. */
async function runBench(file: string): Promise<void> {
  const bench = (await import(pathToFileURL(file).href)) as Bench;
  const { ours, peer, ratio, unit, detail } = await bench.run();
  process.send?.({ name: bench.name, ours, peer: peer ?? null, ratio: ratio ?? null, unit, detail });
}

await runBench(process.argv[2] ?? '');
// a benchmark may leave servers and sockets open: what it measured has been handed over
process.disconnect?.();
process.exit();
