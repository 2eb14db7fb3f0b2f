import { resolve } from 'node:path';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { nearest } from '#dsl/errors/nearest.ts';
import { keepSecret } from './keep-secret.ts';
import { type Option, options } from './options.ts';
import type { RoleName } from './role-names.ts';

/** Settings of this process, checked. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly smtpPort: number;
  /** Files of the certificate and its key, both or neither. */
  readonly smtpCertificate: string | undefined;
  readonly smtpKey: string | undefined;
  /** Absolute. */
  readonly dataDir: string;
  readonly roles: readonly RoleName[];
  /** Undefined: wake-ups go through the database. */
  readonly redisUrl: string | undefined;
  /** Undefined: an embedded server is started. */
  readonly databaseUrl: string | undefined;
  /** Number of worker processes. */
  readonly workers: number;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  /** At least 32 characters. */
  readonly secret: string;
  readonly maxMessageBytes: number;
  /** Hosts, in lower case, that strategies may ask by HTTP although their address is private. */
  readonly serviceHosts: readonly string[];
  /** Without a slash at its end. Undefined: http://host:port. */
  readonly publicUrl: string | undefined;
}

/**
 * Reads the settings from command line and environment, the command line first; `help` when that is what was asked for.
 * Makes and keeps the secret where none is given. Throws `settings/invalid`, which names the option and what would be right.
 */
export function readSettings(argv: readonly string[], env: NodeJS.ProcessEnv): Settings | 'help' {
  if (argv.includes('--help') || argv.includes('-h')) return 'help';
  const flags = readFlags(argv);
  const read = <Value>(option: Option<Value>): Value | undefined => valueOf(option, flags, env);
  const required = <Value>(option: Option<Value>): Value => read(option) ?? missing(option);
  const dataDir = resolve(required(options.dataDir));
  const given = {
    port: required(options.port),
    host: required(options.host),
    smtpPort: required(options.smtpPort),
    smtpCertificate: read(options.smtpCertificate),
    smtpKey: read(options.smtpKey),
    dataDir,
    roles: required(options.roles),
    redisUrl: read(options.redisUrl),
    databaseUrl: read(options.databaseUrl),
    workers: required(options.workers),
    logLevel: required(options.logLevel),
    maxMessageBytes: required(options.maxMessageBytes),
    serviceHosts: read(options.serviceHosts) ?? [],
    publicUrl: read(options.publicUrl),
  };
  const { port, smtpPort } = given;
  if (port !== 0 && port === smtpPort) {
    throw new CodedError('settings/invalid', {
      option: options.smtpPort.flag,
      value: String(smtpPort),
      expected: `a port other than that of the web app (${options.port.flag})`,
    });
  }
  return { ...given, secret: read(options.secret) ?? keepSecret(dataDir) };
}

/** Environment in which `readSettings([], env)` answers these settings: how a process tells those it starts. */
export function settingsEnvironment(settings: Settings): Record<string, string> {
  const texts = Object.entries(options).map(([key, option]) => {
    const value = settings[key as keyof Settings];
    return [option.variable, value === undefined ? '' : (option as Option<unknown>).format(value)];
  });
  return Object.fromEntries(texts) as Record<string, string>;
}

/** Values by flag; the last of several counts. */
function readFlags(argv: readonly string[]): ReadonlyMap<string, string> {
  const flags = new Map<string, string>();
  for (let at = 0; at < argv.length; at += 1) {
    const [flag = '', ...rest] = (argv[at] ?? '').split('=');
    const option = Object.values(options).find((candidate) => candidate.flag === flag);
    if (option === undefined) throw unknownFlag(flag);
    const value = rest.length > 0 ? rest.join('=') : argv[(at += 1)];
    if (value === undefined) {
      throw new CodedError('settings/invalid', { option: flag, value: '', expected: option.expected });
    }
    flags.set(flag, value);
  }
  return flags;
}

function unknownFlag(flag: string): CodedError {
  const near = nearest(flag, [...Object.values(options).map((option) => option.flag), '--help']);
  const expected = near === undefined ? 'an option that --help lists' : `${near} (--help lists all options)`;
  return new CodedError('settings/invalid', { option: flag, value: '', expected });
}

function valueOf<Value>(option: Option<Value>, flags: ReadonlyMap<string, string>, env: NodeJS.ProcessEnv) {
  const fromFlag = flags.get(option.flag);
  // An empty variable is how many tools say "not set".
  const fromVariable = env[option.variable] === '' ? undefined : env[option.variable];
  const text = fromFlag ?? fromVariable ?? option.preset;
  if (text === undefined) return undefined;
  const value = option.parse(text);
  if (value !== undefined) return value;
  throw new CodedError('settings/invalid', {
    option: fromFlag === undefined ? option.variable : option.flag,
    value: option.show?.(text) ?? text,
    expected: option.expected,
  });
}

function missing(option: Option<unknown>): never {
  throw new CodedError('settings/invalid', { option: option.flag, value: '', expected: option.expected });
}
