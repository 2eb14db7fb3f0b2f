import { readFile } from 'node:fs/promises';

/** A process of a tree, with what it has used. */
export interface TreeProcess {
  readonly pid: number;
  /** What it does for us: `main`, `worker`, `postgres` or the program's name. */
  readonly part: string;
  /** Proportional set size: memory of its own and its share of what it has in common with others, in bytes. */
  readonly pssBytes: number;
  /** Processor time so far, in milliseconds. */
  readonly cpuMs: number;
}

/** Ticks of /proc/PID/stat a second; 100 on every Linux of the last twenty years. */
const ticksPerSecond = 100;

/** A process and everything that descends from it, as Linux has them now; those that end meanwhile are left out. */
export async function processTree(pid: number): Promise<TreeProcess[]> {
  const children = await readText(`/proc/${pid}/task/${pid}/children`);
  const below = children.trim().split(' ').filter(Boolean).map(Number);
  const [own, ...others] = await Promise.all([lookAt(pid), ...below.map(processTree)]);
  return [...(own === undefined ? [] : [own]), ...others.flat()];
}

async function lookAt(pid: number): Promise<TreeProcess | undefined> {
  const [rollup, stat, commandLine] = await Promise.all(
    ['smaps_rollup', 'stat', 'cmdline'].map((file) => readText(`/proc/${pid}/${file}`)),
  );
  const pss = /^Pss:\s+(\d+) kB/m.exec(rollup ?? '')?.[1];
  // Fields 14 and 15; the second, the program's name, may hold blanks and ends with the last parenthesis.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  if (pss === undefined) return undefined;
  const ticks = Number(fields[11]) + Number(fields[12]);
  return { pid, part: partOf(commandLine ?? ''), pssBytes: Number(pss) * 1024, cpuMs: (ticks * 1000) / ticksPerSecond };
}

function partOf(commandLine: string): string {
  if (commandLine.includes('worker-process.ts')) return 'worker';
  if (commandLine.includes('main.ts')) return 'main';
  return commandLine.includes('postgres') ? 'postgres' : (commandLine.split('\0')[0] ?? '');
}

/** Empty when the process is gone. */
function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}
