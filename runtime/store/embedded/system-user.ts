import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chown, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CodedError, textOf } from '#dsl/errors/coded-error.ts';
import type { Ids } from './choose-account.ts';
import { type Binaries, binariesUnder } from './locate-binaries.ts';

const run = promisify(execFile);

/** Account that runs PostgreSQL for a root that may not open a user namespace. */
const systemUser = 'signalbox-postgres';

/** Where its data and its copy of PostgreSQL lie: a made-up user cannot enter a checkout under root's home. */
const systemDirectory = '/var/lib/signalbox';

/** Numbers of the system user, which is created when missing. Needs root; throws `store/postgres-failed`. */
export async function ensureSystemUser(): Promise<Ids> {
  const known = await idsOf(systemUser);
  if (known !== undefined) return known;
  const flags = [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    systemDirectory,
    '--shell',
    '/usr/sbin/nologin',
  ];
  try {
    await run('/usr/sbin/useradd', [...flags, systemUser]);
  } catch (cause) {
    const reason = `the system user ${systemUser} could not be created (${textOf(cause)}). Start as an ordinary user, or set DATABASE_URL.`;
    throw new CodedError('store/postgres-failed', { step: 'find an account', reason }, { cause });
  }
  const made = await idsOf(systemUser);
  if (made !== undefined) return made;
  const reason = `useradd made ${systemUser}, and /etc/passwd does not have it.`;
  throw new CodedError('store/postgres-failed', { step: 'find an account', reason });
}

async function idsOf(name: string): Promise<Ids | undefined> {
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

/** A copy of PostgreSQL that any user may run, made once for each version. */
export async function copyBinaries(from: Binaries): Promise<Binaries> {
  const root = join(systemDirectory, `postgres-${from.version}`);
  const copy = binariesUnder(root, from.version);
  if (
    await access(copy.postgres).then(
      () => true,
      () => false,
    )
  )
    return copy;
  await mkdir(systemDirectory, { recursive: true, mode: 0o755 });
  // Copied beside and renamed, so that a copy cut short is never taken for a whole one.
  const partial = `${root}.${randomBytes(4).toString('hex')}`;
  await run('cp', ['-R', '-P', from.root, partial]);
  await run('chmod', ['-R', 'a+rX', partial]);
  await rename(partial, root).catch(() => rm(partial, { recursive: true, force: true }));
  return copy;
}

/**
 * Moves the server's home to a directory the system user may enter and leaves a symbolic link at `link`, so that the data
 * is found where everything else is. What lay at `link` moves along.
 */
export async function moveHome(link: string, ids: Ids): Promise<void> {
  const home = join(systemDirectory, randomBytes(6).toString('hex'));
  await mkdir(systemDirectory, { recursive: true, mode: 0o755 });
  if (
    await access(link).then(
      () => true,
      () => false,
    )
  ) {
    await run('cp', ['-R', '-p', link, home]);
    await run('chown', ['-R', `${ids.uid}:${ids.gid}`, home]);
    await rename(link, `${link}.before-move`);
  } else {
    await mkdir(home, { mode: 0o700 });
    await chown(home, ids.uid, ids.gid);
  }
  await symlink(home, link);
  await rm(`${link}.before-move`, { recursive: true, force: true });
}
