import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError, textOf } from '#dsl/errors/coded-error.ts';
import { options } from './options.ts';

/**
 * The secret of this installation, made at its first start and kept in `<dataDir>/secret`, which only its owner may read.
 * Throws `settings/invalid` when the directory cannot be made or written to, or the file has been damaged.
 */
export function keepSecret(dataDir: string): string {
  const path = join(dataDir, 'secret');
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw unusable(dataDir, cause);
  }
  let kept: string;
  try {
    kept = readFileSync(path, 'utf8').trim();
  } catch (cause) {
    throw unusable(dataDir, cause);
  }
  const { parse, expected } = options.secret;
  if (parse(kept) !== undefined) return kept;
  throw new CodedError('settings/invalid', { option: path, value: `(${kept.length} characters)`, expected });
}

function unusable(dataDir: string, cause: unknown): CodedError {
  const expected = `${options.dataDir.expected} (${textOf(cause)})`;
  return new CodedError('settings/invalid', { option: options.dataDir.flag, value: dataDir, expected }, { cause });
}
