import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, chown, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../free-port.ts';
import { type Certificate, localCertificate } from './certificate.ts';

/** A mail server with one user, reached over IMAP and POP3 on loopback, with TLS of a certificate of its own. */
export interface Dovecot {
  readonly user: string;
  readonly password: string;
  readonly certificate: Certificate;
  /** TLS from the start. */
  readonly imapsPort: number;
  readonly pop3sPort: number;
  /** STARTTLS; log-in only after it. */
  readonly imapPort: number;
  readonly pop3Port: number;
  /** Puts a mail into a folder, as a delivery agent does. */
  deliver(raw: string | Buffer, folder?: string): Promise<void>;
  /** The mails of a folder, with the letters of their flags (S seen, T deleted). */
  mails(folder?: string): Promise<{ flags: string; raw: string }[]>;
  /** Ends the server at once, as a loss of power does; `start` brings it back with its mail. */
  halt(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const program = '/usr/sbin/dovecot';
const needs = 'These tests need Dovecot: apt-get install dovecot-imapd dovecot-pop3d';

type Owner = ReturnType<typeof processOwner>;

/** Starts a real Dovecot as an ordinary process on free ports. */
export async function startDovecot(): Promise<Dovecot> {
  await access(program).catch((cause: unknown) => {
    throw new Error(needs, { cause });
  });
  const owner = processOwner();
  const folder = await mkdtemp(join(tmpdir(), 'dovecot-'));
  const ports = {
    imapsPort: await freePort(),
    pop3sPort: await freePort(),
    imapPort: await freePort(),
    pop3Port: await freePort(),
  };
  const certificate = localCertificate();
  const [user, password] = ['ada', 'pass word'];
  await writeFiles(folder, owner, {
    'key.pem': certificate.key,
    'cert.pem': certificate.cert,
    users: `${user}:${password}::::::\n`,
    'dovecot.conf': configuration(folder, owner, ports),
  });
  const maildir = join(folder, 'mail', user);
  for (const path of [join(folder, 'run'), join(folder, 'mail'), maildir]) await makeFolder(path, owner);
  const { start, halt } = serverProcess(folder, owner, [ports.imapsPort, ports.pop3sPort]);
  await start();
  return {
    user,
    password,
    certificate,
    ...ports,
    deliver: (raw, name) => deliver(raw, folderPath(maildir, name), owner),
    mails: (name) => readMails(folderPath(maildir, name)),
    start,
    halt,
    stop: async () => {
      await halt();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function writeFiles(folder: string, owner: Owner, files: Readonly<Record<string, string>>): Promise<void> {
  await own(folder, owner);
  await chmod(folder, 0o755);
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(folder, name), text);
    await own(join(folder, name), owner);
  }
}

async function makeFolder(path: string, owner: Owner): Promise<void> {
  await mkdir(path, { recursive: true });
  await own(path, owner);
}

async function own(path: string, { changes, uid, gid }: Owner): Promise<void> {
  if (changes) await chown(path, uid, gid);
}

function serverProcess(folder: string, owner: Owner, ports: readonly number[]) {
  let server: ChildProcess | undefined;
  const start = async () => {
    server = spawn(program, ['-F', '-c', join(folder, 'dovecot.conf')], {
      stdio: 'ignore',
      // a group of its own, so that its processes are ended together
      detached: true,
      ...(owner.changes && { uid: owner.uid, gid: owner.gid }),
    });
    for (const port of ports) await listening(server, port, join(folder, 'log'));
  };
  const halt = async () => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    if (server.pid !== undefined) process.kill(-server.pid, 'SIGKILL');
    await ended;
  };
  return { start, halt };
}

let delivered = 0;

/** As a delivery agent does: written beside, then moved in whole. */
async function deliver(raw: string | Buffer, target: string, owner: Owner): Promise<void> {
  delivered += 1;
  const file = `${Date.now()}.${process.pid}_${delivered}.test`;
  for (const part of ['', 'tmp', 'new', 'cur']) await makeFolder(join(target, part), owner);
  await writeFile(join(target, 'tmp', file), raw);
  await own(join(target, 'tmp', file), owner);
  await rename(join(target, 'tmp', file), join(target, 'new', file));
}

/** Maildir++: folders are siblings that begin with a dot, the inbox is the directory itself. */
function folderPath(maildir: string, name = 'INBOX'): string {
  return name === 'INBOX' ? maildir : join(maildir, `.${name}`);
}

/** Reads again when a file was renamed meanwhile: that is how flags are kept. */
async function readMails(path: string): Promise<{ flags: string; raw: string }[]> {
  const files: string[] = [];
  for (const part of ['new', 'cur']) {
    const names = await readdir(join(path, part)).catch(() => []);
    files.push(...names.map((name) => join(path, part, name)));
  }
  try {
    return await Promise.all(
      files.map(async (file) => ({ flags: file.split(':2,')[1] ?? '', raw: await readFile(file, 'utf8') })),
    );
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return readMails(path);
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

/** Dovecot refuses mail of root's, so root runs it as nobody. */
function processOwner() {
  const me = userInfo();
  if (me.uid !== 0) {
    const group = execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim();
    return { changes: false, user: me.username, group, uid: me.uid, gid: me.gid };
  }
  const idOf = (option: string) => Number(execFileSync('id', [option, 'nobody'], { encoding: 'utf8' }));
  return { changes: true, user: 'nobody', group: 'nogroup', uid: idOf('-u'), gid: idOf('-g') };
}

async function listening(server: ChildProcess, port: number, log: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (server.exitCode !== null) break;
    const socket = connect(port, '127.0.0.1');
    const answered = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (answered) return;
    await delay(50);
  }
  throw new Error(`Dovecot does not start: ${await readFile(log, 'utf8').catch(() => 'no log')}`);
}

function configuration(folder: string, owner: Owner, ports: Record<string, number>): string {
  // chroot wants root; the four services below have one by default
  return `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap pop3
listen = 127.0.0.1
ssl = yes
ssl_min_protocol = TLSv1.2
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
default_internal_user = ${owner.user}
default_internal_group = ${owner.group}
default_login_user = ${owner.user}
disable_plaintext_auth = yes
auth_failure_delay = 0
mail_location = maildir:${folder}/mail/%u
mail_max_userip_connections = 100
maildir_very_dirty_syncs = no
mailbox_list_index = no
first_valid_uid = 1
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${folder}/users
}
userdb {
  driver = static
  args = uid=${owner.uid} gid=${owner.gid} home=${folder}/mail/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${ports['imapPort']}
  }
  inet_listener imaps {
    port = ${ports['imapsPort']}
    ssl = yes
  }
}
service pop3-login {
  chroot =
  inet_listener pop3 {
    port = ${ports['pop3Port']}
  }
  inet_listener pop3s {
    port = ${ports['pop3sPort']}
    ssl = yes
  }
}
service anvil {
  chroot =
  # no longer and longer waits after a wrong password
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
`;
}
