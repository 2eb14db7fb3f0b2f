import type { RunFailure } from '../run-contract.ts';

/** What the realm needs to write and compare text. */
export interface RealmText {
  /** JSON with sorted keys, for telling whether two values say the same whatever kept them. */
  canonical(value: unknown): string;
  /** JSON of anything; what JSON leaves out becomes null. Throws what the value's own code throws. */
  toJson(value: unknown): string;
  /** Texts with commas between them, of any length. */
  joined(texts: readonly string[]): string;
  /** Bytes in UTF-8; any number above `atMost` once it is certain to be above. */
  bytesOf(text: string, atMost: number): number;
  /** Code and message of anything thrown, whatever its own code does when it is asked. */
  failureOf(thrown: unknown, block: string): RunFailure;
  /** An Error that `failureOf` gives back unchanged but for the block. */
  errorOf(failure: RunFailure): Error;
}

/** Makes the realm's text functions, which keep the natives as they are before limits are put on them. Runs inside the realm as text. */
export function createRealmText(): RealmText {
  const { stringify } = JSON;
  const { join } = Array.prototype;
  const { apply } = Reflect;
  const failures = new WeakMap<object, RunFailure>();
  const longestMessage = 1000;

  function sorted(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(sorted);
    const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
    return Object.fromEntries(members.map(([key, member]) => [key, sorted(member)]));
  }

  function canonical(value: unknown): string {
    return stringify(sorted(value));
  }

  function toJson(value: unknown): string {
    return (stringify(value) as string | undefined) ?? 'null';
  }

  function joined(texts: readonly string[]): string {
    return apply(join, texts, []);
  }

  function bytesOf(text: string, atMost: number): number {
    // UTF-16 units take one to three bytes, so most texts need no count
    if (text.length > atMost || text.length * 3 <= atMost) return text.length;
    let bytes = 0;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      // each half of a surrogate pair counts two of the four bytes
      if (unit < 0x80) bytes += 1;
      else bytes += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
    }
    return bytes;
  }

  function failureOf(thrown: unknown, block: string): RunFailure {
    const whatever = thrown;
    try {
      if ((typeof thrown !== 'object' || thrown === null) && typeof thrown !== 'function') {
        return { code: 'run/thrown', message: String(thrown).slice(0, longestMessage), block };
      }
      const known = failures.get(thrown);
      if (known !== undefined) return { code: known.code, message: known.message, block };
      const { code, message } = thrown as { code?: unknown; message?: unknown };
      const named = typeof code === 'string' && code.length > 0 && code.length <= 64;
      const text = typeof message === 'string' && message !== '' ? message : String(whatever);
      return { code: named ? code : 'run/thrown', message: text.slice(0, longestMessage), block };
    } catch {
      // its getters, its proxy or its toString threw: there is nothing more to learn from it
      return { code: 'run/thrown', message: 'Something was thrown that has no text.', block };
    }
  }

  function errorOf(failure: RunFailure): Error {
    const error = new Error(failure.message);
    Object.defineProperty(error, 'code', { value: failure.code, enumerable: true });
    failures.set(error, failure);
    return error;
  }

  return { canonical, toJson, joined, bytesOf, failureOf, errorOf };
}
