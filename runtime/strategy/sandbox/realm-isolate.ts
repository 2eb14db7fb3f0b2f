import ivm from 'isolated-vm';
import type { RealmLimits } from '#dsl/compile/realm/create-run.ts';
import { realmProgram } from '#dsl/compile/prelude.ts';
import { CodedError, textOf } from '#dsl/errors/coded-error.ts';

/** What a realm is made from. */
export interface RealmIsolateOptions {
  /** For the text of errors only. */
  readonly strategy: string;
  readonly source: string;
  readonly memoryMb: number;
  readonly limits: RealmLimits;
}

/** A door of the realm that the runtime uses; each takes a JSON list. */
export type RealmDoor = 'startMany' | 'answerMany' | 'advanceMany' | 'collectMany' | 'dropMany';

/** What became of an entry: `text` is what the door gave, `lost` means the isolate is gone with all its runs. */
export type Entry =
  | { readonly kind: 'done'; readonly text: string; readonly tookMs: number }
  | { readonly kind: 'timeout'; readonly tookMs: number }
  | { readonly kind: 'lost' };

/** How an entry is made: beside the event loop in a thread, or at once; and how long it may take, 0 for trusted doors. */
interface EntryOptions {
  readonly limitMs: number;
  readonly aside: boolean;
}

/** A compiled strategy in an isolate of its own, with nothing but text passing its doors. */
export interface RealmIsolate {
  /** One entry; all microtasks it causes have run when it is over. Entries must not overlap. */
  enter(door: RealmDoor, json: string, options: EntryOptions): Entry | Promise<Entry>;
  dispose(): void;
}

const doors: readonly RealmDoor[] = ['startMany', 'answerMany', 'advanceMany', 'collectMany', 'dropMany'];

/** Opens an isolate. Throws `sandbox/source-invalid` for a source that is no JavaScript expression. */
export function openRealmIsolate(options: RealmIsolateOptions): RealmIsolate {
  const isolate = new ivm.Isolate({ memoryLimit: options.memoryMb });
  try {
    // compiled alone first: a source that closes the program's brackets would escape from its function
    isolate.compileScriptSync(`"use strict";(\n${options.source}\n)`).release();
    const context = isolate.createContextSync();
    const realm = context.evalSync(realmProgram(options.source, options.limits), { reference: true });
    const references = doors.map((door) => [door, realm.getSync(door, { reference: true })] as const);
    return new OpenRealmIsolate(isolate, new Map(references));
  } catch (cause) {
    if (!isolate.isDisposed) isolate.dispose();
    throw new CodedError('sandbox/source-invalid', { strategy: options.strategy, reason: textOf(cause) }, { cause });
  }
}

class OpenRealmIsolate implements RealmIsolate {
  readonly #isolate: ivm.Isolate;
  readonly #doors: ReadonlyMap<RealmDoor, ivm.Reference>;

  constructor(isolate: ivm.Isolate, references: ReadonlyMap<RealmDoor, ivm.Reference>) {
    this.#isolate = isolate;
    this.#doors = references;
  }

  enter(door: RealmDoor, json: string, { limitMs, aside }: EntryOptions): Entry | Promise<Entry> {
    const reference = this.#doors.get(door);
    if (reference === undefined || this.#isolate.isDisposed) return { kind: 'lost' };
    const options = limitMs === 0 ? {} : { timeout: limitMs };
    const startedAt = performance.now();
    if (aside) return this.#enterAside(reference, json, options);
    try {
      const text: unknown = reference.applySync(undefined, [json], options);
      return { kind: 'done', text: String(text), tookMs: performance.now() - startedAt };
    } catch (thrown) {
      return this.#failed(thrown, performance.now() - startedAt, limitMs);
    }
  }

  async #enterAside(reference: ivm.Reference, json: string, options: { timeout?: number }): Promise<Entry> {
    const startedAt = performance.now();
    try {
      const text: unknown = await reference.apply(undefined, [json], options);
      return { kind: 'done', text: String(text), tookMs: performance.now() - startedAt };
    } catch (thrown) {
      return this.#failed(thrown, performance.now() - startedAt, options.timeout ?? 0);
    }
  }

  /**
   * The engine throws for a timeout, for memory, and for a promise nobody handles; the last comes after everything has
   * run, so the entry counts. Strategies can throw the same words, but not after the time they name.
   */
  #failed(thrown: unknown, tookMs: number, limitMs: number): Entry {
    if (this.#isolate.isDisposed) return { kind: 'lost' };
    const isTimeout = textOf(thrown) === 'Script execution timed out.' && tookMs >= limitMs - 2;
    return isTimeout && limitMs > 0 ? { kind: 'timeout', tookMs } : { kind: 'done', text: '', tookMs };
  }

  dispose(): void {
    for (const reference of this.#doors.values()) reference.release();
    if (!this.#isolate.isDisposed) this.#isolate.dispose();
  }
}
