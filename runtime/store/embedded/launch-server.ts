import { spawn } from 'node:child_process';
import { chown, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandOf, spawnOptions } from './create-cluster.ts';
import type { Home } from './prepare-home.ts';
import { asArguments, type ServerSettings } from './server-settings.ts';

/** A running server process, ready or not. */
export interface ServerProcess {
  /** Exit code once it has ended, for whatever reason. */
  readonly exited: Promise<number | null>;
  /** Asks it to close sessions, write a checkpoint and end. */
  end(): void;
}

/**
 * Runs the server as a child that cannot outlive us: two shells, one waiting for the server, one reading our end of a pipe.
 * When the pipe closes, by `end()` or because this process was killed, the server is asked to stop (SIGINT, "fast").
 */
const keeper = `
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
(read -r _; kill -INT "$server") <&3 3<&- >/dev/null 2>&1 &
reader=$!
exec 3<&-
wait "$server"
code=$?
kill "$reader" 2>/dev/null
exit "$code"
`;

/** How a server is launched: where its data is, where it listens, and how it differs from our defaults. */
export interface Launch {
  readonly cluster: string;
  readonly socketDirectory: string;
  /** Names the socket file too. */
  readonly port: number;
  readonly onLoopback: boolean;
  readonly settings: ServerSettings;
}

/** Starts the server; it is ready later. Its own news go to `postgres.log` in its home. */
export async function launchServer(home: Home, launch: Launch): Promise<ServerProcess> {
  // A new file: sessions that outlived a killed server still write their last words into the old one, and what is read here to
  // find out why a start failed must be this server's own.
  await rm(logPath(home), { force: true });
  const log = await open(logPath(home), 'w', 0o600);
  try {
    if (home.ids !== undefined) await log.chown(home.ids.uid, home.ids.gid);
    const settings = asArguments({
      ...launch.settings,
      listen_addresses: launch.onLoopback ? '127.0.0.1' : '',
      unix_socket_directories: `"${launch.socketDirectory.replaceAll('"', '""')}"`,
      unix_socket_permissions: '0700',
    });
    const server = commandOf(home, home.binaries.postgres, [
      '-D',
      launch.cluster,
      '-p',
      String(launch.port),
      ...settings,
    ]);
    const child = spawn('/bin/sh', ['-c', keeper, 'signalbox-postgres', server.program, ...server.args], {
      ...spawnOptions(home),
      stdio: ['pipe', log.fd, log.fd],
      // A group of its own: Ctrl-C at the terminal is for us, who stop the server last.
      detached: true,
    });
    const exited = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', resolve);
    });
    child.stdin?.on('error', () => undefined);
    return { exited, end: () => child.stdin?.end() };
  } finally {
    await log.close();
  }
}

/** The last lines the server logged, for an error's text. */
export async function logTail(home: Home): Promise<string> {
  const text = await readFile(logPath(home), 'utf8').catch(() => '');
  return text.trim().split('\n').slice(-6).join('\n');
}

function logPath(home: Home): string {
  return join(home.directory, 'postgres.log');
}

/** Longest path of a Unix socket: sun_path holds 108 bytes on Linux, 104 on macOS, one of them a zero. */
const maxSocketPathBytes = process.platform === 'linux' ? 107 : 103;

/** Directory for the server's socket: its home, or a short one of its own where the path would be too long for a socket. */
export async function chooseSocketDirectory(
  home: Home,
  port: number,
): Promise<{ path: string; dispose(): Promise<void> }> {
  const inHome = join(home.directory, `.s.PGSQL.${port}`);
  if (Buffer.byteLength(inHome) <= maxSocketPathBytes) {
    // Left by a server that was killed; its pid may be a stranger's by now, which would stop the next one.
    await rm(`${inHome}.lock`, { force: true });
    return { path: home.directory, dispose: async () => undefined };
  }
  const base = Buffer.byteLength(tmpdir()) < 60 ? tmpdir() : '/tmp';
  const path = await mkdtemp(join(base, 'signalbox-'));
  if (home.ids !== undefined) await chown(path, home.ids.uid, home.ids.gid);
  return { path, dispose: () => rm(path, { recursive: true, force: true }) };
}
