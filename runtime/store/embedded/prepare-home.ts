import { execFile } from 'node:child_process';
import { mkdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chooseAccount, type Ids } from './choose-account.ts';
import { type Binaries, locateBinaries } from './locate-binaries.ts';
import { copyBinaries, ensureSystemUser, moveHome } from './system-user.ts';

const run = promisify(execFile);

/** Where and as whom a server runs. */
export interface Home {
  /** Holds the cluster, its password, its log and its socket; links resolved. */
  readonly directory: string;
  readonly binaries: Binaries;
  /** Whether PostgreSQL's programs run in a user namespace of their own. */
  readonly inNamespace: boolean;
  /** Numbers to run under and to give new files to, where they are not our own. */
  readonly ids?: Ids;
}

/** Whether root may open a user namespace here; many containers forbid it. */
async function mayUnshare(): Promise<boolean> {
  return run('unshare', ['--user', 'true']).then(
    () => true,
    () => false,
  );
}

/** Makes `<dataDir>/postgres` ready for a server and chooses the account it runs under. `probe` stands in for `mayUnshare`. */
export async function prepareHome(dataDir: string, probe: () => Promise<boolean> = mayUnshare): Promise<Home> {
  await mkdir(dataDir, { recursive: true });
  const link = join(await realpath(dataDir), 'postgres');
  const binaries = await locateBinaries();
  const uid = process.getuid?.();
  const account = chooseAccount({ uid, dataOwner: await ownerOf(link), mayUnshare: uid === 0 && (await probe()) });
  switch (account.way) {
    case 'self':
    case 'namespace': {
      await mkdir(link, { recursive: true, mode: 0o700 });
      return { directory: await realpath(link), binaries, inNamespace: account.way === 'namespace' };
    }
    case 'owner':
      return {
        directory: await realpath(link),
        binaries: await copyBinaries(binaries),
        inNamespace: false,
        ids: account.ids,
      };
    case 'system-user': {
      const ids = await ensureSystemUser();
      await moveHome(link, ids);
      return { directory: await realpath(link), binaries: await copyBinaries(binaries), inNamespace: false, ids };
    }
  }
}

async function ownerOf(path: string): Promise<Ids | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found === undefined ? undefined : { uid: found.uid, gid: found.gid };
}
