/**
 * Loops of the engine's own over lists of billions of (missing) members cannot be interrupted, nor can comparisons of long
 * texts within them, so they would outlast any time limit; and a table of members that does not fit when it doubles ends the
 * process. 4 Mi members are an eighth of what the memory limit holds. Runs inside the realm as text, before it is frozen.
 */
export function limitLists(longestText: number, mostKeys: number): void {
  const longest = 2 ** 22;
  // a text of this many characters is compared with itself within a second
  const mostCompared = 2 ** 30;
  const mostMembers = 2 ** 20;
  const methods: Record<string, unknown> = Array.prototype as never;
  const free = new Set(['constructor', 'length', 'at', 'entries', 'keys', 'values', 'pop', 'push', 'toString']);
  const searching = new Set(['indexOf', 'lastIndexOf', 'includes']);

  function check(list: { readonly length?: unknown } | undefined | null): void {
    const most = typeof list === 'string' ? longestText : longest;
    if (Number(list?.length) > most) throw new RangeError(`A list of more than ${most} members is too long.`);
  }

  function checkSearch(list: { readonly length?: unknown }, wanted: unknown): void {
    if (typeof wanted !== 'string' || wanted.length * Number(list.length) <= mostCompared) return;
    throw new RangeError('The list is too long to be searched for so long a text.');
  }

  /** What is joined is not longer than a text may be, as far as its texts tell. */
  function checkJoin(list: ArrayLike<unknown>): void {
    let characters = 0;
    for (let at = 0; at < list.length; at += 1) {
      const member = list[at];
      characters += typeof member === 'string' ? member.length : 0;
      if (characters > longestText) throw new RangeError(`A text of more than ${longestText} characters is too long.`);
    }
  }

  /** As the engine compares when it is not told how, but where it can be interrupted. */
  function inOrderOfText(left: unknown, right: unknown): number {
    const [one, other] = [`${left as string}`, `${right as string}`];
    return one === other ? 0 : one < other ? -1 : 1;
  }

  function guard(name: string, native: (...args: never[]) => unknown): unknown {
    const isSearch = searching.has(name);
    const isSort = name === 'sort' || name === 'toSorted';
    return {
      [name](this: never, ...args: never[]): unknown {
        check(this);
        if (isSearch) checkSearch(this, args[0]);
        if (name === 'join' || name === 'toLocaleString') checkJoin(this);
        const given = isSort && args[0] === undefined ? [inOrderOfText as never] : args;
        const result: unknown = Reflect.apply(native, this, given);
        if (typeof result === 'string') check(result);
        return result;
      },
    }[name];
  }

  function replace(target: object, key: string, value: unknown): void {
    Object.defineProperty(target, key, { value, writable: true, enumerable: false, configurable: true });
  }

  for (const name of Object.getOwnPropertyNames(methods)) {
    const native = methods[name];
    if (free.has(name) || typeof native !== 'function') continue;
    replace(methods, name, guard(name, native as () => unknown));
  }
  /** Listing keys makes a text, and sometimes a list, of each member. */
  function guardKeys(owner: object, names: readonly string[]): void {
    for (const name of names) {
      const native = (owner as Record<string, unknown>)[name] as (...given: unknown[]) => unknown;
      replace(owner, name, (...given: unknown[]): unknown => {
        for (const one of given) {
          if ((typeof one === 'string' || Array.isArray(one)) && one.length > mostKeys)
            throw new RangeError(`The keys of more than ${mostKeys} members are too many.`);
        }
        return native(...given);
      });
    }
  }

  guardKeys(Object, ['keys', 'values', 'entries', 'getOwnPropertyNames', 'getOwnPropertyDescriptors', 'assign']);
  guardKeys(Reflect, ['ownKeys']);
  /** A collection grows by doubling: the engine ends the process when that does not fit. */
  function guardGrowth(owner: object, name: string): void {
    const native = (owner as Record<string, unknown>)[name] as (...given: unknown[]) => unknown;
    const size = Object.getOwnPropertyDescriptor(owner, 'size')?.get as (this: unknown) => number;
    replace(
      owner,
      name,
      {
        [name](this: unknown, ...given: unknown[]): unknown {
          if (Reflect.apply(size, this, []) >= mostMembers)
            throw new RangeError(`A collection of more than ${mostMembers} members is too large.`);
          return Reflect.apply(native, this, given);
        },
      }[name],
    );
  }

  guardGrowth(Map.prototype, 'set');
  guardGrowth(Set.prototype, 'add');
  const from = Array.from;
  replace(Array, 'from', function (this: unknown, list: never, ...rest: never[]): unknown {
    check(list);
    return Reflect.apply(from, this, [list, ...rest]);
  });
}
