import { type RoleName, roleNames } from './role-names.ts';

/** One setting: how it is given, what it may be, and what it is for. */
export interface Option<Value> {
  readonly flag: `--${string}`;
  /** Environment variable that sets it where the flag does not. */
  readonly variable: string;
  /** Stands for the value in the help. */
  readonly placeholder: string;
  /** Text taken when neither flag nor variable is given; without it the setting stays undefined. */
  readonly preset?: string;
  readonly help: string;
  /** What would be right, as the end of "expected …". */
  readonly expected: string;
  /** The value a text means; undefined when it means none. */
  parse(text: string): Value | undefined;
  /** A text that `parse` takes for this value. */
  format(value: Value): string;
  /** What an error may show of a wrong text; the text itself unless it may hold a secret. */
  show?(text: string): string;
}

/** Levels of the log, from everything to nothing. */
const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const bytesPerMb = 1024 * 1024;

/** All settings, in the order of the help. */
export const options = {
  port: option<number>({
    flag: '--port',
    variable: 'PORT',
    placeholder: 'NUMBER',
    preset: '8400',
    help: 'Port of the web app and the API.',
    expected: 'a port from 0 to 65535 (0: any free one)',
    parse: (text) => integer(text, 0, 65_535),
    format: String,
  }),
  host: option<string>({
    flag: '--host',
    variable: 'HOST',
    placeholder: 'ADDRESS',
    preset: '127.0.0.1',
    help: 'Address that web app and SMTP server listen on. 0.0.0.0 opens them to other machines.',
    expected: 'an IP address or a host name',
    parse: (text) => (/^[A-Za-z0-9.:_-]+$/.test(text) ? text : undefined),
    format: String,
  }),
  smtpPort: option<number>({
    flag: '--smtp-port',
    variable: 'SMTP_PORT',
    placeholder: 'NUMBER',
    preset: '2525',
    help: 'Port that takes mail by SMTP.',
    expected: 'a port from 0 to 65535 (0: any free one)',
    parse: (text) => integer(text, 0, 65_535),
    format: String,
  }),
  smtpCertificate: option<string>({
    flag: '--smtp-certificate',
    variable: 'SMTP_CERTIFICATE',
    placeholder: 'FILE',
    help: 'Certificate with its chain (PEM) that the SMTP port shows; with --smtp-key it offers STARTTLS.',
    expected: 'a file with a certificate in PEM',
    parse: path,
    format: String,
  }),
  smtpKey: option<string>({
    flag: '--smtp-key',
    variable: 'SMTP_KEY',
    placeholder: 'FILE',
    help: 'Private key (PEM, without a passphrase) of --smtp-certificate.',
    expected: 'a file with the private key of that certificate in PEM',
    parse: path,
    format: String,
  }),
  dataDir: option<string>({
    flag: '--data',
    variable: 'DATA_DIR',
    placeholder: 'DIRECTORY',
    preset: './data',
    help: 'Where everything is kept: the embedded database and the secret.',
    expected: 'a directory that can be made or written to',
    parse: path,
    format: String,
  }),
  roles: option<readonly RoleName[]>({
    flag: '--roles',
    variable: 'ROLES',
    placeholder: 'LIST',
    preset: roleNames.join(','),
    help: 'What this process does, separated by commas. Other machines may do the rest.',
    expected: `one or more of ${roleNames.join(', ')}, separated by commas`,
    parse: roles,
    format: (value) => value.join(','),
  }),
  redisUrl: option<string>({
    flag: '--redis-url',
    variable: 'REDIS_URL',
    placeholder: 'URL',
    help: 'Redis for wake-ups between processes, for high load. Without it the database does that too.',
    expected: 'an address like redis://host:6379',
    parse: (text) => addressWith(text, ['redis:', 'rediss:']),
    format: String,
    show: withoutPassword,
  }),
  databaseUrl: option<string>({
    flag: '--database-url',
    variable: 'DATABASE_URL',
    placeholder: 'URL',
    help: 'PostgreSQL server. Without it one is started that keeps its data under --data.',
    expected: 'an address like postgresql://user:password@host:5432/database',
    parse: (text) => addressWith(text, ['postgres:', 'postgresql:']),
    format: String,
    show: withoutPassword,
  }),
  workers: option<number>({
    flag: '--workers',
    variable: 'WORKERS',
    placeholder: 'NUMBER',
    preset: '1',
    help: 'Processes that run strategies, when the roles have "worker".',
    expected: 'a number from 1 to 64',
    parse: (text) => integer(text, 1, 64),
    format: String,
  }),
  logLevel: option<(typeof logLevels)[number]>({
    flag: '--log-level',
    variable: 'LOG_LEVEL',
    placeholder: 'LEVEL',
    preset: 'info',
    help: `How much is logged: ${logLevels.join(', ')}.`,
    expected: `one of ${logLevels.join(', ')}`,
    parse: (text) => logLevels.find((level) => level === text.toLowerCase()),
    format: String,
  }),
  secret: option<string>({
    flag: '--secret',
    variable: 'SIGNALBOX_SECRET',
    placeholder: 'TEXT',
    help: 'Signs log-ins and seals passwords, the same on all machines. Without it one is made under --data.',
    expected: 'at least 32 characters',
    parse: (text) => (text.length >= 32 ? text : undefined),
    format: String,
    show: (text) => `(${text.length} characters)`,
  }),
  maxMessageBytes: option<number>({
    flag: '--max-message-mb',
    variable: 'MAX_MESSAGE_MB',
    placeholder: 'NUMBER',
    preset: '40',
    help: 'Largest message taken, with its attachments, in MB.',
    expected: 'a number of MB from 1 to 1024',
    parse: (text) => scaled(integer(text, 1, 1024), bytesPerMb),
    format: (value) => String(value / bytesPerMb),
  }),
  serviceHosts: option<readonly string[]>({
    flag: '--service-hosts',
    variable: 'SERVICE_HOSTS',
    placeholder: 'LIST',
    help: 'Hosts at private addresses that strategies may ask by HTTP, separated by commas.',
    expected: 'host names or addresses, each with or without a port, separated by commas',
    parse: hosts,
    format: (value) => value.join(','),
  }),
  publicUrl: option<string>({
    flag: '--public-url',
    variable: 'PUBLIC_URL',
    placeholder: 'URL',
    help: 'Address of the web app for people, when a proxy stands before it. Without it http://HOST:PORT.',
    expected: 'an address like https://signalbox.example.com',
    parse: (text) => addressWith(text, ['http:', 'https:'])?.replace(/\/+$/, ''),
    format: String,
  }),
};

/** Gives an entry of the table its type. */
function option<Value>(given: Option<Value>): Option<Value> {
  return given;
}

function path(text: string): string | undefined {
  return text.includes('\0') ? undefined : text;
}

function integer(text: string, least: number, most: number): number | undefined {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : undefined;
  return value !== undefined && value >= least && value <= most ? value : undefined;
}

function scaled(value: number | undefined, factor: number): number | undefined {
  return value === undefined ? undefined : value * factor;
}

function roles(text: string): readonly RoleName[] | undefined {
  const named = text.split(',').map((name) => name.trim());
  const known = roleNames.filter((role) => named.includes(role));
  return named.every((name) => known.some((role) => role === name)) ? known : undefined;
}

function hosts(text: string): readonly string[] | undefined {
  const named = text
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean);
  return named.every((name) => /^(?:[a-z0-9._-]+|\[[0-9a-f:]+\])(?::\d{1,5})?$/.test(name)) ? named : undefined;
}

function addressWith(text: string, protocols: readonly string[]): string | undefined {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol) ? text : undefined;
}

function withoutPassword(text: string): string {
  return text.replace(/\/\/[^@/]*@/, '//***@');
}
