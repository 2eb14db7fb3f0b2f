import { type DestinationStream, type Logger, pino } from 'pino';
import type { Settings } from '#runtime/config/read-settings.ts';

/** What no log may hold, by the name it is logged under. */
const secretKeys = [
  'apiKey',
  'authorization',
  'cookie',
  'databaseUrl',
  'password',
  'redisUrl',
  'secret',
  'set-cookie',
  'token',
] as const;

/** How deep secrets are looked for: a value by itself, in an object, in an object's part (`req.headers.cookie`). */
const prefixes = ['', '*.', '*.*.'];

/** Where and how much is logged. */
export interface LoggerOptions {
  readonly level: Settings['logLevel'];
  /** Name of the process, on each line: `main`, `worker 1`. */
  readonly name: string;
  /** Stands in for standard error. */
  readonly destination?: DestinationStream;
}

/**
 * A log of one line of JSON per event on standard error, or of coloured text where a person reads it at a terminal. Passwords,
 * tokens, cookies and addresses with passwords are blanked. Standard output stays free for what is meant for people.
 */
export async function createLogger(options: LoggerOptions): Promise<Logger> {
  const paths = prefixes.flatMap((prefix) => secretKeys.map((key) => pathOf(prefix, key)));
  const settings = {
    level: options.level,
    name: options.name,
    base: {},
    redact: { paths, censor: '[hidden]' },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
    formatters: { level: (label: string) => ({ level: label }) },
  };
  if (options.destination !== undefined) return pino(settings, options.destination);
  if (!process.stderr.isTTY) return pino(settings, pino.destination({ fd: 2, sync: true }));
  const { default: pretty } = await import('pino-pretty');
  return pino(settings, pretty({ destination: 2, sync: true, colorize: true, translateTime: 'SYS:HH:MM:ss.l' }));
}

/** An error as a log shows it. Drivers hang whole connections on theirs, which no reader wants and which hold settings. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code, facts } = error as { code?: unknown; facts?: unknown };
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) };
  return { type: error.name, message: error.message, code, facts, stack: error.stack, ...cause };
}

function pathOf(prefix: string, key: string): string {
  return key.includes('-') ? `${prefix.replace(/\.$/, '')}["${key}"]` : `${prefix}${key}`;
}
