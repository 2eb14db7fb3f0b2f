/** Work by key: never twice at once for a key, and asked for meanwhile, once more after. */
export interface Turns {
  /** Asks for the work. Returns at once. */
  ask(key: string): void;
  /** Takes nothing new; resolves when what is under way is done. */
  stop(): Promise<void>;
}

/** Keys worked on at once: the work mostly waits for the database. */
const atOnce = 3;

/** Runs the work for keys that are asked for, first come, first served. The work must not throw. */
export function takeTurns(work: (key: string) => Promise<void>): Turns {
  const asked = new Set<string>();
  const busy = new Map<string, Promise<void>>();
  let isStopped = false;

  const startNext = (): void => {
    for (const key of asked) {
      if (busy.size >= atOnce) return;
      if (busy.has(key)) continue;
      asked.delete(key);
      const turn = work(key).finally(() => {
        busy.delete(key);
        startNext();
      });
      busy.set(key, turn);
    }
  };

  return {
    ask(key) {
      if (isStopped) return;
      asked.add(key);
      startNext();
    },
    async stop() {
      isStopped = true;
      asked.clear();
      await Promise.all(busy.values());
    },
  };
}
