import { LRUCache } from 'lru-cache';
import { compileStrategy } from '#dsl/compile/compile-strategy.ts';
import type { ActiveProcess } from '../interaction/active-processes.ts';

/** Compiled strategies a worker keeps; beyond it the least used are compiled again. */
const maxCompiled = 500;

/** Compiles each strategy of a version once. A version never changes, so nothing is ever stale. */
export class CompiledStrategies {
  readonly #sources = new LRUCache<string, string>({ max: maxCompiled });

  /** The JavaScript of a strategy. Throws with the problems of a document that cannot be compiled; activation does not let one through. */
  sourceOf(process: ActiveProcess, strategy: string): string {
    const key = `${process.versionId}/${strategy}`;
    const known = this.#sources.get(key);
    if (known !== undefined) return known;
    const compiled = compileStrategy(process.document, strategy);
    if ('diagnostics' in compiled) throw new Error(compiled.diagnostics.map(({ message }) => message).join('; '));
    this.#sources.set(key, compiled.source);
    return compiled.source;
  }
}
