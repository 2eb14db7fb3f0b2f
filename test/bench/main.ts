import { fork } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bench, BenchResult } from './bench-result.ts';

const folder = import.meta.dirname;
const suffix = '.bench.ts';
/** First argument of the process that measures. */
const inProcess = '--in-process';

type Line = BenchResult & { readonly name: string };

/** `npm run bench` runs all benchmarks, `npm run bench -- NAME --json` one; each ends with a line of JSON. */
async function main(args: readonly string[]): Promise<number> {
  const known = readdirSync(folder)
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length));
  const asked = args.filter((one) => !one.startsWith('--'));
  const unknown = asked.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    console.error(`There is no benchmark "${unknown}"; there are ${known.join(', ')}.`);
    return 2;
  }
  let failures = 0;
  for (const name of asked.length > 0 ? asked : known) {
    const line = await run(name);
    if (line === undefined) failures += 1;
    else print(line, args.includes('--json'));
  }
  return failures === 0 ? 0 : 1;
}

/** Each in a process of its own: one that fails or fills its memory does not touch the figures of the next. */
function run(name: string): Promise<Line | undefined> {
  return new Promise((resolve) => {
    let line: Line | undefined;
    const child = fork(import.meta.filename, [inProcess, name], {
      execArgv: ['--no-node-snapshot', '--expose-gc'],
    });
    child.on('message', (message) => {
      line = message as Line;
    });
    child.on('exit', (code) => {
      if (line === undefined) console.error(`${name} ended with ${code ?? 'a signal'} and without a result.`);
      resolve(line);
    });
  });
}

function print(line: Line, isBare: boolean): void {
  if (!isBare) {
    const versus = line.peer === null ? '' : `, peer ${line.peer}, ratio ${line.ratio}`;
    console.log(`${line.name}: ${line.ours} ${line.unit}${versus} ${JSON.stringify(line.detail)}`);
  }
  console.log(JSON.stringify(line));
}

/** Runs a benchmark in this process and hands its result to the one that started it. */
async function measure(name: string): Promise<void> {
  const bench = (await import(pathToFileURL(join(folder, name + suffix)).href)) as Bench;
  const { ours, peer, ratio, unit, detail } = await bench.run();
  process.send?.({ name: bench.name, ours, peer: peer ?? null, ratio: ratio ?? null, unit, detail });
  // it may have left servers and sockets open: what it measured is handed over
  process.disconnect?.();
  process.exit();
}

const [first, second] = process.argv.slice(2);
if (first === inProcess && second !== undefined) await measure(second);
else process.exitCode = await main(process.argv.slice(2));
