import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { processIdentity } from './process-identity.ts';

/**
 * Makes this process the only one that runs a server on `home`; answers the function that gives it back. A claim ends
 * with its process, however that ends. Throws `store/in-use` while another process that still runs holds it.
 */
export async function claimHome(home: string): Promise<() => Promise<void>> {
  const path = join(home, 'owner');
  const mine = await processIdentity(process.pid);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      await writeFile(path, `${mine}\n`, { flag: 'wx', mode: 0o600 });
      return () => rm(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const theirs = (await readFile(path, 'utf8').catch(() => '')).trim();
    const pid = Number.parseInt(theirs, 10);
    if (pid > 0 && (await processIdentity(pid)) === theirs) {
      throw new CodedError('store/in-use', { directory: home, pid });
    }
    await rm(path, { force: true });
  }
  throw new CodedError('store/in-use', { directory: home, pid: 0 });
}
