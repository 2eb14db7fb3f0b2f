/** What stays of the realm's own parts for the prelude's use, taken before they are replaced. */
export interface RealmParts {
  /** The clock's constructor, which compiled strategies never see. */
  readonly Date: DateConstructor;
}

/**
 * Makes a fresh realm one in which no run can leave anything for another, and in which equal input gives equal output:
 * takes away clock, chance, code from text, threads, memory beyond the engine's own (buffers), numbers without end (BigInt)
 * and all globals beyond ECMAScript, lets `limits` put guards on what is left, then freezes whatever code can reach. Runs
 * inside the realm as text, so it may use nothing from outside itself.
 */
export function hardenRealm(limits: readonly (() => void)[]): RealmParts {
  type Key = string | symbol;
  const realm: Record<Key, unknown> = globalThis as never;
  const RealDate = Date;
  const kept = new Set<Key>(
    (
      'Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp ' +
      'Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError globalThis ' +
      'JSON Math Intl Map Set Iterator WeakMap WeakSet Proxy Reflect decodeURI decodeURIComponent encodeURI ' +
      'encodeURIComponent escape unescape isFinite isNaN'
    ).split(' '),
  );

  function replace(target: object, key: Key, value: unknown): void {
    Object.defineProperty(target, key, { value, writable: true, enumerable: false, configurable: true });
  }

  /** A worker has its own globals on the object and on its prototypes, an isolate has eval, WebAssembly and the like. */
  function removeGlobals(): void {
    for (const key of Reflect.ownKeys(realm)) {
      if (!kept.has(key) && !Reflect.deleteProperty(realm, key)) Reflect.set(realm, key, undefined);
    }
    let ancestor = Object.getPrototypeOf(realm) as object | null;
    while (ancestor !== null && ancestor !== Object.prototype) {
      for (const key of Reflect.ownKeys(ancestor)) Reflect.deleteProperty(ancestor, key);
      ancestor = Object.getPrototypeOf(ancestor) as object | null;
    }
  }

  function forbidCodeFromText(): void {
    const refuse = function Function(): never {
      throw new TypeError('Code cannot be made from text in a strategy.');
    };
    refuse.prototype = Function.prototype;
    const kinds = [function () {}, async function () {}, function* () {}, async function* () {}];
    for (const kind of kinds) replace(Object.getPrototypeOf(kind) as object, 'constructor', refuse);
    realm['Function'] = refuse;
  }

  /** Each run gets a clock and a chance of its own by name; what is reachable in other ways has neither. */
  function removeClockAndChance(): void {
    const inert = function Date(...args: unknown[]): object {
      if (new.target === undefined || args.length === 0)
        throw new TypeError('Only the name Date reads the clock of the run.');
      return Reflect.construct(RealDate, args, new.target) as object;
    };
    inert.prototype = RealDate.prototype;
    replace(inert, 'parse', RealDate.parse);
    replace(inert, 'UTC', RealDate.UTC);
    replace(RealDate.prototype, 'constructor', inert);
    realm['Date'] = inert;
    Reflect.deleteProperty(Math, 'random');
    const formats = Intl.DateTimeFormat.prototype;
    const format = Object.getOwnPropertyDescriptor(formats, 'format')?.get;
    const formatToParts = formats.formatToParts;
    const given = (date: unknown): unknown => {
      if (date === undefined) throw new TypeError('A date to format is missing; the clock of the run is new Date().');
      return date;
    };
    Object.defineProperty(formats, 'format', {
      get(): unknown {
        const bound = Reflect.apply(format as () => (date: unknown) => string, this, []);
        return (date: unknown) => bound(given(date));
      },
    });
    replace(formats, 'formatToParts', function parts(this: Intl.DateTimeFormat, date: unknown) {
      return Reflect.apply(formatToParts, this, [given(date) as Date]);
    });
  }

  /** RegExp.$1, RegExp.input and so on keep the last text matched: another customer's. */
  function removeLastMatch(): void {
    for (const key of Reflect.ownKeys(RegExp)) {
      const descriptor = Object.getOwnPropertyDescriptor(RegExp, key);
      if (descriptor?.get !== undefined && key !== Symbol.species) Reflect.deleteProperty(RegExp, key);
    }
  }

  /** A frozen prototype forbids its heirs to assign a property of the same name, such as an error's message; a setter allows it. */
  function allowOverrides(prototype: object): void {
    for (const key of Object.getOwnPropertyNames(prototype)) {
      const descriptor = Object.getOwnPropertyDescriptor(prototype, key);
      if (descriptor === undefined || !('value' in descriptor)) continue;
      const { value } = descriptor as { value: unknown };
      Object.defineProperty(prototype, key, {
        configurable: true,
        enumerable: false,
        get: () => value,
        set(this: object, own: unknown) {
          if (this === prototype) throw new TypeError(`${key} of a built-in cannot be changed.`);
          Object.defineProperty(this, key, { value: own, writable: true, enumerable: true, configurable: true });
        },
      });
    }
  }

  /** Built-ins that no global names, reached only through what syntax and methods make. */
  function unnamed(): unknown[] {
    const list = [1];
    const iterators = [list.values(), new Map().keys(), new Set().keys(), 'a'[Symbol.iterator](), 'a'.matchAll(/a/g)];
    const wrapped = Iterator.from({ next: () => ({ done: true, value: undefined }) });
    const segments = new Intl.Segmenter().segment('a');
    const kinds = [function () {}, async function () {}, function* () {}, async function* () {}];
    const parts = [
      ...iterators,
      wrapped,
      list.values().map(Number),
      segments,
      segments[Symbol.iterator](),
      ...kinds,
      Object(BigInt(1)),
    ];
    const stack = Object.getOwnPropertyDescriptor(new Error(), 'stack');
    const strict = (function () {
      return Object.getOwnPropertyDescriptor(arguments, 'callee');
    })();
    return [...parts.map((part) => Object.getPrototypeOf(part)), stack?.get, stack?.set, strict?.get];
  }

  function freezeAll(roots: unknown[]): void {
    const seen = new Set<unknown>();
    const open = [...roots];
    while (open.length > 0) {
      const one = open.pop();
      if ((typeof one !== 'object' && typeof one !== 'function') || one === null || seen.has(one)) continue;
      seen.add(one);
      open.push(Object.getPrototypeOf(one));
      for (const key of Reflect.ownKeys(one)) {
        const descriptor = Object.getOwnPropertyDescriptor(one, key);
        open.push(descriptor?.value, descriptor?.get, descriptor?.set);
      }
      if (one === realm) freezeRealm();
      else Object.freeze(one);
    }
  }

  /** Node's vm contexts and windows refuse to be frozen as a whole; isolates and workers do not. */
  function freezeRealm(): void {
    try {
      Object.freeze(realm);
    } catch {
      for (const key of Reflect.ownKeys(realm)) {
        Reflect.defineProperty(realm, key, { value: realm[key], writable: false, configurable: false });
      }
    }
  }

  const hidden = unnamed();
  removeGlobals();
  forbidCodeFromText();
  removeClockAndChance();
  removeLastMatch();
  for (const limit of limits) limit();
  allowOverrides(Object.prototype);
  const errors = Object.values(Object.getOwnPropertyDescriptors(realm)).map(
    ({ value }) => value as { prototype?: unknown },
  );
  for (const { prototype } of [Error, ...errors.filter((one) => Object.getPrototypeOf(one ?? 0) === Error)]) {
    allowOverrides(prototype as object);
  }
  freezeAll([realm, RealDate, ...hidden]);
  return { Date: RealDate };
}
