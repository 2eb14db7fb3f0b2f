import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chown, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CodedError, textOf } from '#dsl/errors/coded-error.ts';
import type { Home } from './prepare-home.ts';

const run = promisify(execFile);

/** Name of the superuser and of the database of an embedded server. */
export const databaseName = 'signalbox';

/** Environment of PostgreSQL's programs: none of ours, whose PG* and LC_* variables would change what they do. */
function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

/** What a process of this home is spawned with. The directory is one its account may enter, which ours need not be. */
export function spawnOptions(home: Home): { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number } {
  return { cwd: home.directory, env: serverEnvironment(), ...home.ids };
}

/** A program of PostgreSQL with its arguments, as it is started in the home's account. */
export function commandOf(home: Home, program: string, args: string[]): { program: string; args: string[] } {
  return home.inNamespace ? { program: 'unshare', args: ['--user', program, ...args] } : { program, args };
}

/** Data of one server. */
export interface Cluster {
  readonly cluster: string;
  /** The superuser's. */
  readonly password: string;
  /** Whether it was made just now. */
  readonly isNew: boolean;
}

/**
 * Path and password of the home's cluster, both made at the first start. Text is UTF-8 and ordered by code point, so that
 * an order never changes with the machine. Throws `store/postgres-failed`.
 */
export async function createCluster(home: Home): Promise<Cluster> {
  const cluster = join(home.directory, 'cluster');
  const passwordFile = join(home.directory, 'password');
  const password = await readOrMakePassword(passwordFile, home);
  if (
    await access(join(cluster, 'PG_VERSION')).then(
      () => true,
      () => false,
    )
  )
    return { cluster, password, isNew: false };
  // Made beside and renamed: a first start cut short begins anew instead of finding half a cluster.
  const partial = join(home.directory, 'cluster.partial');
  await rm(partial, { recursive: true, force: true });
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const account = ['--auth=scram-sha-256', `--username=${databaseName}`, `--pwfile=${passwordFile}`];
  const { program, args } = commandOf(home, home.binaries.initdb, ['-D', partial, '--no-sync', ...locale, ...account]);
  try {
    await run(program, args, spawnOptions(home));
  } catch (cause) {
    const reason = (cause as { stderr?: string }).stderr?.trim() || textOf(cause);
    throw new CodedError('store/postgres-failed', { step: 'create its data directory', reason }, { cause });
  }
  await rename(partial, cluster);
  return { cluster, password, isNew: true };
}

/**
 * Brings a new cluster's files to the disk while the server already works: `initdb` left them to the operating system, which
 * spares the first start some seconds on a slow disk.
 */
export function syncCluster(home: Home, cluster: string): void {
  const { program, args } = commandOf(home, home.binaries.initdb, ['-D', cluster, '--sync-only']);
  const child = spawn(program, args, { ...spawnOptions(home), stdio: 'ignore' });
  // A file that went away meanwhile ends it early, and there is nothing to do about it: PostgreSQL syncs what it writes itself.
  child.on('error', () => undefined);
  child.unref();
}

async function readOrMakePassword(path: string, home: Home): Promise<string> {
  const kept = (await readFile(path, 'utf8').catch(() => '')).trim();
  if (kept !== '') return kept;
  const password = randomBytes(24).toString('hex');
  await writeFile(path, `${password}\n`, { mode: 0o600 });
  if (home.ids !== undefined) await chown(path, home.ids.uid, home.ids.gid);
  return password;
}
