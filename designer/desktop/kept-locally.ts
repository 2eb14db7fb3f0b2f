import type { z } from 'zod';

/** Keeps a value in this browser under a key; false when its storage is full or off. */
export function keepLocally(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch (error) {
    // a full or forbidden storage is no fault of ours; anything else is
    if (error instanceof DOMException) return false;
    throw error;
  }
}

/** What was kept under a key, read by its schema; undefined when nothing usable is there. */
export function readLocally<Schema extends z.ZodType>(key: string, schema: Schema): z.output<Schema> | undefined {
  const text = stored(() => localStorage.getItem(key));
  if (text === null || text === undefined) return undefined;
  const parsed = schema.safeParse(stored(() => JSON.parse(text) as unknown));
  return parsed.success ? parsed.data : undefined;
}

/** Forgets what was kept under a key. */
export function forgetLocally(key: string): void {
  stored(() => localStorage.removeItem(key));
}

/** Keys that begin with this. */
export function keysLocally(prefix: string): string[] {
  return stored(() => Object.keys(localStorage).filter((key) => key.startsWith(prefix))) ?? [];
}

// storage may be off, and what is in it may have been written by anybody
function stored<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof DOMException || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
