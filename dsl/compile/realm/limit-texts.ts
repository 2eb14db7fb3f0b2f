/** Bounds of `limitTexts`, see text-limits.ts. */
export interface TextLimits {
  readonly longestText: number;
  readonly longestPattern: number;
  readonly mostGroups: number;
}

/**
 * The engine's own loops over texts cannot be interrupted, and some (a text's characters as keys, a pattern nested without
 * end) end the whole process. So no native gives or takes what is longer than a strategy has use for; what `+` and templates
 * make is bounded by `guardSource`. Runs inside the realm as text, before it is frozen.
 */
export function limitTexts({ longestText, longestPattern, mostGroups }: TextLimits): void {
  type Native = (this: unknown, ...args: never[]) => unknown;
  // searching compares each place of the one with each of the other
  const mostCompared = 2 ** 28;
  // marks in a row are put in order one by one
  const manyMarks = /\p{M}{50}/u;
  const { test } = RegExp.prototype;

  function bounded<Value>(value: Value): Value {
    if (typeof value !== 'string' || value.length <= longestText) return value;
    throw new RangeError(`A text of more than ${longestText} characters is too long.`);
  }

  function refuseLonger(characters: number): void {
    if (characters > longestText) throw new RangeError(`A text of more than ${longestText} characters is too long.`);
  }

  function refusePattern(pattern: unknown): void {
    if (typeof pattern !== 'string') return;
    if (pattern.length > longestPattern || pattern.split('(').length > mostGroups)
      throw new RangeError('The regular expression is too long.');
  }

  function refuseComparison(text: string, wanted: unknown): void {
    if (typeof wanted === 'string' && text.length * wanted.length > mostCompared)
      throw new RangeError('The text is too long to be searched for so long a text.');
  }

  function refuseMarks(text: unknown): void {
    if (typeof text === 'string' && Reflect.apply(test, manyMarks, [text]))
      throw new RangeError('Too many marks follow one another.');
  }

  const before: Record<string, (text: string, first: never, second: never) => void> = {
    repeat: (text, times) => refuseLonger(text.length * Number(times)),
    padStart: (_, characters) => refuseLonger(Number(characters)),
    padEnd: (_, characters) => refuseLonger(Number(characters)),
    normalize: refuseMarks,
    localeCompare: (text, other) => {
      refuseMarks(text);
      refuseMarks(other);
    },
    indexOf: refuseComparison,
    lastIndexOf: refuseComparison,
    includes: refuseComparison,
    split: refuseComparison,
    replace: refuseComparison,
    replaceAll: (text, wanted, replacement) => {
      refuseComparison(text, wanted);
      const given: unknown = replacement;
      if (typeof given === 'string') refuseLonger((text.length * given.length) / 64);
    },
    match: (_, pattern) => refusePattern(pattern),
    matchAll: (_, pattern) => refusePattern(pattern),
    search: (_, pattern) => refusePattern(pattern),
  };

  function replace(target: object, key: string | symbol, value: unknown): void {
    Object.defineProperty(target, key, { value, writable: true, enumerable: false, configurable: true });
  }

  function guarded(native: Native, check?: (text: string, first: never, second: never) => void): Native {
    return {
      method(this: unknown, ...args: never[]): unknown {
        if (check === undefined) return bounded(Reflect.apply(native, this, args));
        // read once: what is checked is what is used
        const text = this === undefined || this === null ? this : bounded(`${this as string}`);
        const plain = args.map((arg: unknown, at) => textOf(arg, at)) as never[];
        if (text !== undefined && text !== null) check(text, plain[0] as never, plain[1] as never);
        return bounded(Reflect.apply(native, text, plain));
      },
    }.method;
  }

  /** An object that is no pattern and no function as its text or number, so that it cannot say something else when it is asked again. */
  function textOf(arg: unknown, at: number): unknown {
    if (typeof arg !== 'object' || arg === null || arg instanceof RegExp) return arg;
    const isPattern = [Symbol.split, Symbol.replace, Symbol.match, Symbol.matchAll, Symbol.search].some(
      (key) => (arg as Record<symbol, unknown>)[key] !== undefined,
    );
    return at === 0 && isPattern ? arg : bounded(`${arg as unknown as string}`);
  }

  function guardAll(owner: object, keys: readonly (string | symbol)[]): void {
    for (const key of keys) {
      const native = (owner as Record<string | symbol, unknown>)[key];
      const check = owner === String.prototype && typeof key === 'string' ? before[key] : undefined;
      if (typeof native === 'function') replace(owner, key, guarded(native as Native, check));
    }
  }

  function guardCollators(): void {
    const compare = Object.getOwnPropertyDescriptor(Intl.Collator.prototype, 'compare')?.get;
    Object.defineProperty(Intl.Collator.prototype, 'compare', {
      get(): unknown {
        const bound = Reflect.apply(compare as () => (left: string, right: string) => number, this, []);
        return (left: unknown, right: unknown) => {
          const [one, other] = [`${left as string}`, `${right as string}`];
          refuseMarks(one);
          refuseMarks(other);
          return bound(one, other);
        };
      },
    });
  }

  function guardPatterns(): void {
    const Native = RegExp;
    const Guarded = function RegExp(pattern?: unknown, flags?: unknown): unknown {
      const given = pattern instanceof Native || pattern === undefined ? pattern : `${pattern as string}`;
      refusePattern(given);
      if (new.target === undefined) return Native(given as string, flags as string);
      return Reflect.construct(Native, [given, flags], new.target);
    };
    for (const key of Reflect.ownKeys(Native)) {
      const descriptor = Object.getOwnPropertyDescriptor(Native, key);
      if (descriptor !== undefined && !['length', 'name'].includes(key as string))
        Object.defineProperty(Guarded, key, descriptor);
    }
    replace(Native.prototype, 'constructor', Guarded);
    Reflect.deleteProperty(Native.prototype, 'compile');
    replace(globalThis, 'RegExp', Guarded);
  }

  const unbounded = ['constructor', 'length', 'at', 'charAt', 'charCodeAt', 'codePointAt', 'toString', 'valueOf'];
  guardAll(
    String.prototype,
    Object.getOwnPropertyNames(String.prototype).filter((name) => !unbounded.includes(name)),
  );
  guardAll(String, ['raw', 'fromCharCode', 'fromCodePoint']);
  guardAll(RegExp.prototype, [Symbol.replace]);
  guardAll(Error.prototype, ['toString']);
  guardAll(JSON, ['stringify']);
  Reflect.deleteProperty(Intl, 'ListFormat');
  guardAll(globalThis, ['encodeURI', 'encodeURIComponent', 'escape', 'decodeURI', 'decodeURIComponent', 'unescape']);
  guardCollators();
  guardPatterns();
  // a stack holds name and message once more, and nobody asks a strategy for it
  Reflect.deleteProperty(Error, 'stackTraceLimit');
  Reflect.deleteProperty(Error, 'captureStackTrace');
}
