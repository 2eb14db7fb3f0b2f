import { LRUCache } from 'lru-cache';
import { compileStrategy } from '#dsl/compile/compile-strategy.ts';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { ActiveProcess } from '../interaction/active-processes.ts';

/** Compiled strategies a worker keeps; beyond it the least used are compiled again. */
const maxCompiled = 500;

/** Compiles each strategy of a version once. A version never changes, so nothing is ever stale. */
export class CompiledStrategies {
  readonly #sources = new LRUCache<string, string>({ max: maxCompiled });

  /** The JavaScript of a strategy. Throws `run/not-compilable` for a document that activation should not have let through. */
  sourceOf(process: ActiveProcess, strategy: string): string {
    const key = `${process.versionId}/${strategy}`;
    const known = this.#sources.get(key);
    if (known !== undefined) return known;
    const compiled = compileStrategy(process.document, strategy);
    if ('diagnostics' in compiled) {
      const reason = compiled.diagnostics.map(({ message }) => message).join(' ');
      throw new CodedError('run/not-compilable', { strategy, reason });
    }
    this.#sources.set(key, compiled.source);
    return compiled.source;
  }
}
