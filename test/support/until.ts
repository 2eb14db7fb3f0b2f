import { setTimeout as pause } from 'node:timers/promises';

/** How long a test waits for something that happens in another process or connection, unless it says otherwise. */
const usualLimitMs = 15_000;

/** Asks again and again until there is an answer, for what has no event to await. Throws when the time is over. */
export async function until<Value>(ask: () => Promise<Value | undefined>, limitMs = usualLimitMs): Promise<Value> {
  const end = Date.now() + limitMs;
  for (;;) {
    const value = await ask();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`nothing after ${limitMs} ms: ${ask.toString()}`);
    await pause(20);
  }
}
