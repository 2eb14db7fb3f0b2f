/** The clock and the chance of one run, by the names strategies know. */
export interface RunGlobals {
  readonly Date: DateConstructor;
  readonly Math: Math;
}

/**
 * Makes the globals a run must not share: `Date` reads the run's clock, `Math.random` follows from the run's id, so that
 * a replay sees the same. Runs inside the realm as text.
 */
export function createRunGlobals(RealDate: DateConstructor, seed: string, now: () => number): RunGlobals {
  const RunDate = function Date(...args: unknown[]): unknown {
    if (new.target === undefined) return new RealDate(now()).toString();
    return Reflect.construct(RealDate, args.length === 0 ? [now()] : args, new.target);
  } as unknown as DateConstructor;
  Object.defineProperties(RunDate, {
    prototype: { value: RealDate.prototype, writable: false },
    now: { value: () => now() },
    parse: { value: RealDate.parse },
    UTC: { value: RealDate.UTC },
  });

  let state: number | undefined;
  /** FNV-1a of the run's id, then a 32-bit mixing counter: good enough to split traffic, never for secrets. */
  function random(): number {
    if (state === undefined) {
      state = 0x811c9dc5;
      for (let index = 0; index < seed.length; index += 1)
        state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193);
    }
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  }
  const RunMath = Object.create(Math, { random: { value: random } }) as Math;
  return { Date: Object.freeze(RunDate), Math: Object.freeze(RunMath) };
}
