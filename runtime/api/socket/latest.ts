/**
 * Runs `work` for a key, never twice at once: asked again while it runs, it runs once more afterwards, since what it read may
 * have changed. So any number of hints costs at most two runs, and the last run always sees the last change.
 */
export class Latest<Key> {
  readonly #work: (key: Key) => Promise<void>;
  readonly #onError: (error: unknown) => void;
  readonly #states = new Map<Key, 'running' | 'again'>();

  constructor(work: (key: Key) => Promise<void>, onError: (error: unknown) => void) {
    this.#work = work;
    this.#onError = onError;
  }

  /** Something about the key changed. */
  ask(key: Key): void {
    if (this.#states.has(key)) {
      this.#states.set(key, 'again');
      return;
    }
    this.#states.set(key, 'running');
    void this.#run(key);
  }

  async #run(key: Key): Promise<void> {
    try {
      await this.#work(key);
    } catch (error) {
      this.#onError(error);
    }
    const isAgain = this.#states.get(key) === 'again';
    this.#states.delete(key);
    if (isAgain) this.ask(key);
  }
}
