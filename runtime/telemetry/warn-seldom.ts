import type { Logger } from 'pino';

/** While something is away, a line in this time says so; the next one says how often it was noticed. */
const everyMs = 10_000;

/** A warning for what fails many times a second while its cause lasts: the first is logged at once, then one in ten seconds. */
export function warnSeldom(log: Pick<Logger, 'warn'>, message: string): (error: unknown) => void {
  let quietUntil = 0;
  let unsaid = 0;
  return (error) => {
    const now = Date.now();
    if (now < quietUntil) {
      unsaid += 1;
      return;
    }
    log.warn(unsaid === 0 ? { err: error } : { err: error, alsoNoticed: unsaid }, message);
    quietUntil = now + everyMs;
    unsaid = 0;
  };
}
