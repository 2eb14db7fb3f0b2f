import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { processIdentity } from '#runtime/store/embedded/process-identity.ts';
import { localCertificate } from '#test/support/mail/certificate.ts';
import { sendSmtp } from '#test/support/mail/send-smtp.ts';
import { startSignalbox, type StartedSignalbox } from '#test/support/started-signalbox.ts';
import { temporaryDirectory } from '#test/support/temporary-directory.ts';

describe('npm start', () => {
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  const running: StartedSignalbox[] = [];
  const runs: ChildProcess[] = [];

  beforeEach(async () => {
    directory = await temporaryDirectory();
  });

  afterEach(async () => {
    for (const signalbox of running.splice(0)) await signalbox.end('SIGKILL');
    for (const child of runs.splice(0)) child.kill('SIGKILL');
    await directory.remove();
  });

  async function start(...argv: string[]): Promise<StartedSignalbox> {
    const signalbox = await startSignalbox([`--data=${directory.path}`, ...argv]);
    running.push(signalbox);
    return signalbox;
  }

  async function run(...argv: string[]): Promise<{ code: number | null; output: string; errors: string }> {
    const script = fileURLToPath(new URL('../../runtime/main.ts', import.meta.url));
    const child = spawn(process.execPath, [script, `--data=${directory.path}`, ...argv]);
    runs.push(child);
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    await once(child, 'close');
    return { code: child.exitCode, output, errors };
  }

  it('starts on an empty directory, stops in order and starts on the same data again', async () => {
    const first = await start();
    expect(await first.end('SIGTERM')).toBe(0);

    const second = await start();

    expect(second.printed()).toContain(directory.path);
    expect(await second.end('SIGINT')).toBe(0);
  });

  it('starts again at once after being killed', async () => {
    const first = await start();
    await first.end('SIGKILL');

    const second = await start();

    expect(await second.end('SIGTERM')).toBe(0);
  });

  it('takes its worker along when it is killed', async () => {
    const signalbox = await start('--roles=worker');
    const worker = await workerOf(signalbox);
    await signalbox.end('SIGKILL');

    await expect.poll(() => processIdentity(worker), { timeout: 5000 }).toBeUndefined();
  });

  it('starts a killed worker again and says so in its log', async () => {
    const signalbox = await start('--roles=worker');
    const worker = await workerOf(signalbox);
    process.kill(worker, 'SIGKILL');

    await expect.poll(() => workerOf(signalbox), { timeout: 5000 }).not.toBe(worker);
    expect(signalbox.logged()).toContain('a worker process ended by itself');
  });

  it('offers STARTTLS with the certificate it is given', async () => {
    const { cert, key } = localCertificate();
    const files = { cert: join(directory.path, 'cert.pem'), key: join(directory.path, 'key.pem') };
    await writeFile(files.cert, cert);
    await writeFile(files.key, key);
    const signalbox = await start('--roles=media', `--smtp-certificate=${files.cert}`, `--smtp-key=${files.key}`);
    const port = Number(/SMTP\D+127\.0\.0\.1:(\d+)/.exec(signalbox.printed())?.[1]);
    const mail = { from: 'a@b.example', to: 'nobody@here.example', text: 'Hello' };

    // encrypted and verified, it comes as far as the recipient, whom nobody has set up
    await expect(sendSmtp(port, mail, { ca: cert })).rejects.toMatchObject({ responseCode: 550 });
  });

  it('ends with what is wrong with a certificate', async () => {
    const file = join(directory.path, 'cert.pem');
    await writeFile(file, localCertificate().cert);
    const roles = ['--port=0', '--smtp-port=0', '--roles=media'];

    const alone = await run(...roles, `--smtp-certificate=${file}`);
    const twice = await run(...roles, `--smtp-certificate=${file}`, `--smtp-key=${file}`);

    expect(alone.errors).toContain('--smtp-key: expected a file with the private key');
    expect(twice.errors).toContain(`--smtp-key is "${file} (`);
    expect([alone.code, twice.code]).toEqual([1, 1]);
  });

  it('refuses to run twice on the same data', async () => {
    const signalbox = await start();

    const second = await run('--port=0', '--smtp-port=0');

    expect(second.code).toBe(1);
    expect(second.errors).toContain(`is in use by process ${signalbox.process.pid}`);
  });

  it('explains every option and ends', async () => {
    const { code, output } = await run('--help');

    expect(code).toBe(0);
    expect(output).toContain('--smtp-port NUMBER');
    expect(output).toContain('SMTP_PORT');
  });

  it('ends with the name of a wrong option and what would be right', async () => {
    const { code, errors } = await run('--prot=9000');

    expect(code).toBe(1);
    expect(errors).toContain('--prot: expected --port');
    expect(errors).not.toContain('    at ');
  });

  it.each([
    ['--port', '--smtp-port'],
    ['--smtp-port', '--port'],
  ])('names %s when its port is taken', async (taken, other) => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const { port } = blocker.address() as { port: number };

    const { code, errors } = await run(`${taken}=${port}`, `${other}=0`);

    blocker.close();
    expect(code).toBe(1);
    expect(errors).toContain(`${taken} is "${port}"; expected a port that no other program listens on`);
  });
});

/** Process number of the worker that started last, as the log tells; 0 while there is none. */
async function workerOf(signalbox: StartedSignalbox): Promise<number> {
  const started = [...signalbox.logged().matchAll(/"pid":(\d+),"msg":"a worker process is at work"/g)];
  return Number(started.at(-1)?.[1] ?? 0);
}
