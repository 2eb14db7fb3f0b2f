/** Work that is done again and again, never twice at the same time. */
export interface Repetition {
  /** Does it now as well, or right after the turn under way. */
  now(): void;
  /** Ends after the turn under way. */
  stop(): Promise<void>;
}

/** Does the work now and then every `everyMs` after it has ended. A failure is told and does not end it. */
export function repeat(everyMs: number, work: () => Promise<unknown>, onError: (error: unknown) => void): Repetition {
  let stopped = false;
  let wake: (() => void) | undefined;
  let again = false;
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const loop = async (): Promise<void> => {
    while (!stopped) {
      again = false;
      await work().catch(onError);
      if (!stopped && !again) await pause();
    }
  };
  const running = loop();
  return {
    now() {
      again = true;
      wake?.();
    },
    async stop() {
      stopped = true;
      wake?.();
      await running;
    },
  };
}
