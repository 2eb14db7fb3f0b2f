import type { SandboxOptions } from './sandbox-options.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';

/** Which sandbox is wanted: versions never change, so version and strategy name one source. */
export interface SandboxKey {
  readonly version: string;
  readonly strategy: string;
  readonly source: string;
}

/** Limits of every sandbox of a pool, and how many isolates it keeps open. */
export interface SandboxPoolOptions extends Omit<SandboxOptions, 'source' | 'strategy'> {
  // an idle isolate takes 1 to 2 MB
  readonly maxOpen?: number;
}

/** The sandboxes of a worker, one for each strategy of each version, opened when first wanted. Beyond `maxOpen` the least recently wanted sleeps. */
export class SandboxPool {
  readonly #options: Omit<SandboxOptions, 'source' | 'strategy'>;
  readonly #maxOpen: number;
  /** In the order of use, least recent first. */
  readonly #sandboxes = new Map<string, Promise<Sandbox>>();

  constructor({ maxOpen = 64, ...options }: SandboxPoolOptions = {}) {
    this.#options = options;
    this.#maxOpen = maxOpen;
  }

  /** Sandboxes kept open. */
  get size(): number {
    return this.#sandboxes.size;
  }

  /** The sandbox of a strategy. It stays usable when the pool lets go of it: it opens again for the runs it holds. */
  async get({ version, strategy, source }: SandboxKey): Promise<Sandbox> {
    const key = JSON.stringify([version, strategy]);
    const sandbox = this.#sandboxes.get(key) ?? createSandbox({ ...this.#options, source, strategy });
    this.#sandboxes.delete(key);
    this.#sandboxes.set(key, sandbox);
    this.#letGo();
    try {
      return await sandbox;
    } catch (error) {
      // the next one who wants it tries again
      if (this.#sandboxes.get(key) === sandbox) this.#sandboxes.delete(key);
      throw error;
    }
  }

  /** Ends all sandboxes; runs they hold go on from their journals elsewhere. */
  dispose(): void {
    for (const sandbox of this.#sandboxes.values()) sandbox.then(disposeOf, ignoreUnopened);
    this.#sandboxes.clear();
  }

  #letGo(): void {
    for (const [key, sandbox] of this.#sandboxes) {
      if (this.#sandboxes.size <= this.#maxOpen) return;
      this.#sandboxes.delete(key);
      sandbox.then((open) => open.sleep(), ignoreUnopened);
    }
  }
}

function disposeOf(sandbox: Sandbox): void {
  sandbox.dispose();
}

/** One that could not be opened has nothing to give back; who asked for it got the error. */
function ignoreUnopened(): void {}
