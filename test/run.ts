import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What tests drive for real, and the Debian packages that bring it. */
const needed = [
  { program: 'redis-server', packages: ['redis-server'] },
  { program: 'dovecot', packages: ['dovecot-imapd', 'dovecot-pop3d'] },
  { program: 'chromium', packages: ['chromium', 'fonts-dejavu'] },
] as const;

const directories = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];

function isInstalled(program: string): boolean {
  return directories.some((directory) => existsSync(join(directory, program)));
}

/** Runs a command with its output shown; ends this process when it fails. */
function run(command: string, ...args: string[]): void {
  process.stdout.write(`\n> ${[command, ...args].join(' ')}\n`);
  const { status, signal } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) {
    process.stderr.write(`${command} ${args[0] ?? ''} failed (${signal ?? status})\n`);
    process.exit(status ?? 1);
  }
}

/** Installs what tests need on Debian as root; elsewhere says what to install and stops: no test skips itself. */
function provide(): void {
  const packages = needed.filter(({ program }) => !isInstalled(program)).flatMap((one) => one.packages);
  if (packages.length === 0) return;
  const isDebian = existsSync('/etc/debian_version') && isInstalled('apt-get');
  if (!isDebian || process.getuid?.() !== 0) {
    const command = isDebian
      ? `sudo apt-get install ${packages.join(' ')}`
      : `install the programs of Debian's packages ${packages.join(', ')}`;
    process.stderr.write(`The tests need programs that this machine lacks. Please: ${command}\n`);
    process.exit(1);
  }
  run('apt-get', 'update', '-qq');
  run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages);
}

provide();
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
for (const step of ['lint', 'types', 'deps', 'build'] as const)
  if (scripts[step] !== undefined) run('npm', 'run', '--silent', step);
run('vitest', 'run', ...process.argv.slice(2));
