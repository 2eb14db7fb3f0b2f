import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { processArguments, processIdentity } from './process-identity.ts';

/**
 * How an orphan is asked to leave, and for how long each time. SIGINT closes sessions and writes a checkpoint, which with
 * 32 MB of buffers is quick; SIGQUIT leaves at once and costs a recovery at the next start.
 */
const requests = [
  { signal: 'SIGINT', waitMs: 1500 },
  { signal: 'SIGQUIT', waitMs: 2000 },
  { signal: 'SIGKILL', waitMs: 2000 },
] as const;

/** A process number no system gives out. */
const nobody = 2 ** 31 - 1;

/**
 * Stops a server that an earlier, killed process left running on `cluster`, and makes a postmaster.pid that would keep the next
 * one from starting harmless. The caller holds the claim on the cluster, so whatever still runs there is nobody's.
 */
export async function stopOrphan(cluster: string): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  const text = await readFile(pidFile, 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  if (!(pid > 0)) return;
  const identity = await processIdentity(pid);
  if (identity !== undefined && (await processArguments(pid)).includes(cluster)) {
    await stopProcess(pid, identity);
  }
  // PostgreSQL refuses to start while any process has this number: a stranger, or a dead one nobody has collected. The rest
  // of the file stays, since by it PostgreSQL finds sessions that outlived their server.
  const harmless = text.replace(/^\d+/, String(nobody));
  await writeFile(pidFile, harmless, { flag: 'r+' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

async function stopProcess(pid: number, identity: string): Promise<void> {
  for (const { signal, waitMs } of requests) {
    if (!send(pid, signal)) return;
    const until = Date.now() + waitMs;
    while (Date.now() < until) {
      if ((await processIdentity(pid)) !== identity) return;
      await wait(10);
    }
  }
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}
