import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A whole Signalbox in a process of its own, as `npm start` runs it. */
export interface StartedSignalbox {
  readonly process: ChildProcess;
  /** What it printed for people, up to now. */
  printed(): string;
  /** What it logged, up to now. */
  logged(): string;
  /** Sends a signal and answers its exit code once it has ended; null when the signal killed it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

const mainScript = fileURLToPath(new URL('../../runtime/main.ts', import.meta.url));

/** Runs `main.ts` on free ports and waits for its banner. Throws with what it said when it ends before. */
export async function startSignalbox(argv: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<StartedSignalbox> {
  const args = ['--port=0', '--smtp-port=0', ...argv];
  const child = spawn(process.execPath, [mainScript, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { printed: '', logged: '' };
  child.stderr.on('data', (chunk: Buffer) => (texts.logged += chunk.toString()));
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`ended with ${code}: ${texts.printed}${texts.logged}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      texts.printed += chunk.toString();
      if (texts.printed.includes('Signalbox is ready')) resolve();
    });
  });
  return {
    process: child,
    printed: () => texts.printed,
    logged: () => texts.logged,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
      return child.exitCode;
    },
  };
}
