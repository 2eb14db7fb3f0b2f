import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { helpText } from './help-text.ts';
import { options } from './options.ts';
import { readSettings, type Settings, settingsEnvironment } from './read-settings.ts';
import { roleNames } from './role-names.ts';

describe('readSettings', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'signalbox-test-'));
  });
  afterEach(() => {
    rmSync(dataDir, { recursive: true, force: true });
  });

  function read(argv: readonly string[], env: NodeJS.ProcessEnv = {}): Settings {
    const settings = readSettings(argv, { DATA_DIR: dataDir, ...env });
    if (settings === 'help') throw new Error('nobody asked for help');
    return settings;
  }

  function problemOf(argv: readonly string[], env: NodeJS.ProcessEnv = {}): string {
    try {
      read(argv, env);
    } catch (error) {
      expect(error).toMatchObject({ code: 'settings/invalid' });
      return (error as Error).message;
    }
    throw new Error('these settings are right');
  }

  it('needs nothing given', () => {
    expect(read([])).toEqual({
      port: 8400,
      host: '127.0.0.1',
      smtpPort: 2525,
      smtpCertificate: undefined,
      smtpKey: undefined,
      dataDir,
      roles: ['api', 'media', 'router', 'worker', 'sender'],
      redisUrl: undefined,
      databaseUrl: undefined,
      workers: 1,
      logLevel: 'info',
      secret: readFileSync(join(dataDir, 'secret'), 'utf8').trim(),
      maxMessageBytes: 40 * 1024 * 1024,
      serviceHosts: [],
      publicUrl: undefined,
    });
  });

  it('takes the command line before the environment, and an empty variable for none', () => {
    const settings = read(['--port', '9000', '--roles=worker,api'], { PORT: '9001', SMTP_PORT: '2600', WORKERS: '' });

    expect(settings).toMatchObject({ port: 9000, smtpPort: 2600, workers: 1, roles: ['api', 'worker'] });
  });

  it('answers "help" when asked, whatever else is given', () => {
    expect(readSettings(['--nonsense', '--help'], {})).toBe('help');
  });

  it.each([
    [['--port', '70000'], {}, '--port is "70000"; expected a port from 0 to 65535'],
    [['--port', '80a'], {}, '--port is "80a"; expected a port'],
    [['--port'], {}, '--port: expected a port'],
    [[], { SMTP_PORT: 'mail' }, 'SMTP_PORT is "mail"; expected a port'],
    [['--smtp-port', '8400'], {}, '--smtp-port is "8400"; expected a port other than that of the web app (--port)'],
    [
      ['--roles', 'api,wroker'],
      {},
      '--roles is "api,wroker"; expected one or more of api, media, router, worker, sender',
    ],
    [['--roles', ''], {}, '--roles: expected one or more of api'],
    [[], { WORKERS: '0' }, 'WORKERS is "0"; expected a number from 1 to 64'],
    [['--log-level', 'loud'], {}, '--log-level is "loud"; expected one of trace, debug'],
    [['--max-message-mb', '-1'], {}, '--max-message-mb is "-1"; expected a number of MB'],
    [
      [],
      { PUBLIC_URL: 'signalbox.example.com' },
      'PUBLIC_URL is "signalbox.example.com"; expected an address like https://',
    ],
    [['--prot', '9000'], {}, '--prot: expected --port (--help lists all options)'],
    [['--database_url=x'], {}, '--database_url: expected --database-url'],
    [['start'], {}, 'start: expected an option that --help lists'],
  ])('says of %j and %j what is wrong and what would be right', (argv, env, text) => {
    expect(problemOf(argv, env)).toContain(text);
  });

  it('shows no secret and no password in an error', () => {
    expect(problemOf(['--secret', 'too-short'])).toBe('--secret is "(9 characters)"; expected at least 32 characters.');
    expect(problemOf([], { REDIS_URL: 'http://user:hidden@host' })).toContain('"http://***@host"');
  });

  it('makes a secret once, for its owner only', () => {
    const first = read([]).secret;

    expect(read([]).secret).toBe(first);
    expect(first.length).toBeGreaterThanOrEqual(32);
    expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
  });

  it('names a data directory that cannot be made', () => {
    writeFileSync(join(dataDir, 'file'), '');

    expect(problemOf(['--data', join(dataDir, 'file', 'data')])).toContain('--data is');
  });

  it('names a kept secret that was cut short', () => {
    writeFileSync(join(dataDir, 'secret'), 'short');

    expect(problemOf([])).toContain(`${join(dataDir, 'secret')} is "(5 characters)"`);
  });

  it('reads back any settings from the environment made of them', () => {
    const settings = fc.record({
      port: fc.integer({ min: 0, max: 30_000 }),
      host: fc.constantFrom('127.0.0.1', '0.0.0.0', '::1', 'mail.example.com'),
      smtpPort: fc.integer({ min: 30_001, max: 65_535 }),
      smtpCertificate: fc.constantFrom(undefined, '/etc/mail/chain.pem'),
      smtpKey: fc.constantFrom(undefined, '/etc/mail/key.pem'),
      dataDir: fc.constant(dataDir),
      roles: fc.subarray([...roleNames], { minLength: 1 }),
      redisUrl: fc.constantFrom(undefined, 'redis://127.0.0.1:6379', 'rediss://a:b@host/1'),
      databaseUrl: fc.constantFrom(undefined, 'postgresql://a:b@localhost/c?host=%2Ftmp%2Fx&port=5432'),
      workers: fc.integer({ min: 1, max: 64 }),
      logLevel: fc.constantFrom('trace' as const, 'info' as const, 'silent' as const),
      secret: fc.string({ minLength: 32 }),
      maxMessageBytes: fc.integer({ min: 1, max: 1024 }).map((mb) => mb * 1024 * 1024),
      serviceHosts: fc.subarray(['crm.internal', '10.0.0.7:8080', '[::1]:80']),
      publicUrl: fc.constantFrom(undefined, 'https://signalbox.example.com'),
    });

    fc.assert(
      fc.property(settings, (given) => {
        expect(readSettings([], settingsEnvironment(given))).toEqual(given);
      }),
    );
  });
});

describe('helpText', () => {
  it('names every option with its variable', () => {
    const text = helpText();

    for (const { flag, variable } of Object.values(options)) {
      expect(text).toContain(`  ${flag} `);
      expect(text).toContain(`(${variable}`);
    }
  });

  it('fits a terminal of 130 columns', () => {
    expect(
      Math.max(
        ...helpText()
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(130);
  });
});
