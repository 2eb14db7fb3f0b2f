import { CodedError } from '#dsl/errors/coded-error.ts';
import type { Settings } from '#runtime/config/read-settings.ts';

/** Why a process could not start, as whoever started it can act on it: a port that is taken becomes a wrong setting. */
export function startFailure(error: unknown, settings: Settings): unknown {
  const { code, port } = error as { code?: unknown; port?: unknown };
  if (code !== 'EADDRINUSE' && code !== 'EACCES') return error;
  const option = port === settings.port ? '--port' : port === settings.smtpPort ? '--smtp-port' : undefined;
  if (option === undefined) return error;
  const expected =
    code === 'EADDRINUSE' ? 'a port that no other program listens on' : 'a port that this user may listen on';
  return new CodedError('settings/invalid', { option, value: String(port), expected }, { cause: error });
}
