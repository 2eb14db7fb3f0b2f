import { afterAll, beforeAll, expect, test } from 'vitest';
import { anInput, oneBlockSource } from '#test/support/one-block-source.ts';
import { createSandbox } from './sandbox.ts';

/** What a body logs when it runs alone in a sandbox of its own. */
async function logOf(body: string): Promise<readonly string[]> {
  const sandbox = await createSandbox({ source: oneBlockSource(body), strategy: 'S', asideLimitMs: 5000 });
  const turn = await sandbox.start(anInput('r'), []);
  sandbox.dispose();
  if (turn.error !== undefined) throw new Error(turn.error.message);
  return turn.log ?? [];
}

/** Text of what an expression throws, or its value. */
function tried(expression: string): string {
  return `try { log(String(${expression})); } catch (error) { log('threw ' + error.name); }`;
}

const zone = process.env['TZ'];
beforeAll(() => {
  process.env['TZ'] = 'UTC';
});
afterAll(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

test('everything that two runs can both reach is frozen', async () => {
  // what a second making of the same things reaches again is not the first one's own: it belongs to the realm
  const lines = await logOf(`
    const make = () => [
      globalThis, (() => {}), (async () => {}), (function* () {}), (async function* () {}), [].values(), new Map().keys(), new Set().keys(),
      'a'[Symbol.iterator](), 'a'.matchAll(/a/g), Iterator.from({ next() {} }), [].values().map((x) => x), Object(1n),
      Object(Symbol()), /a/, new globalThis.Date(0), new Error('x'), new AggregateError([]), Promise.resolve(), new Proxy({}, {}),
      new Intl.Segmenter().segment('a'), new Intl.Segmenter().segment('a')[Symbol.iterator](), new Intl.NumberFormat(),
      (function () { return arguments; })(), new WeakMap(), new WeakSet(), Object(1), Object('a'),
      Object(true), (async function* () {})(), (function* () {})(), Promise.withResolvers(), Proxy.revocable({}, {}),
      new (class extends Array {})(), Array.fromAsync([]), JSON.parse('{}'), (async () => {})(), Object.getOwnPropertyDescriptor(new Error(), 'stack'),
    ];
    const reach = (roots) => {
      const paths = new Map();
      const open = roots.map((root, index) => [String(index), root]);
      while (open.length > 0) {
        const [path, one] = open.pop();
        if ((typeof one !== 'object' && typeof one !== 'function') || one === null || paths.has(one)) continue;
        paths.set(one, path);
        open.push([path + '.[prototype]', Object.getPrototypeOf(one)]);
        for (const key of Reflect.ownKeys(one)) {
          const { value, get, set } = Object.getOwnPropertyDescriptor(one, key);
          const name = path + '.' + String(key);
          open.push([name, value], [name + '.get', get], [name + '.set', set]);
        }
      }
      return paths;
    };
    const first = reach(make());
    const shared = [...reach(make())].filter(([one]) => first.has(one));
    for (const [one, path] of shared) if (!Object.isFrozen(one)) log('not frozen: ' + path);
    log(shared.length > 500);
    log(Object.isFrozen(globalThis));`);

  expect(lines).toEqual(['true', 'true']);
});

test('has neither clock nor chance, neither threads nor code from text, beyond what belongs to the run', async () => {
  const names = [
    'eval',
    'WebAssembly',
    'SharedArrayBuffer',
    'ArrayBuffer',
    'Uint8Array',
    'BigInt',
    'Atomics',
    'WeakRef',
    'FinalizationRegistry',
    'console',
    'setTimeout',
    'Temporal',
    'process',
    'require',
    'fetch',
    'globalThis.Math.random',
    'globalThis.Date.now',
  ]; // prettier-ignore

  const lines = await logOf(names.map((name) => tried(`typeof ${name}`)).join('\n'));

  expect(lines).toEqual(names.map(() => 'undefined'));
});

test.each([
  ['Function', 'Function("return 1")()'],
  ['a function’s constructor', '(() => {}).constructor("return 1")()'],
  ['an async function’s constructor', '(async () => {}).constructor("return 1")()'],
  ['a generator’s constructor', '(function* () {}).constructor("return 1")()'],
  ['an async generator’s constructor', 'new ((async function* () {}).constructor)("return 1")'],
  ['a subclass of Function', 'new (class extends Function { constructor() { super("return 1"); } })()'],
  ['the shared clock', 'new globalThis.Date()'],
  ['the clock behind a date', 'new (new Date(0).constructor)()'],
  ['the clock of a format', 'new Intl.DateTimeFormat("en").format()'],
  ['the clock of a format’s parts', 'new Intl.DateTimeFormat("en").formatToParts()'],
  ['a global', '(() => { globalThis.leak = 1; })()'],
  ['an undeclared variable', '(() => { leak = 1; })()'],
  ['a prototype', '(() => { Array.prototype.leak = 1; })()'],
  ['an overridable property of a prototype', '(() => { Error.prototype.message = 1; })()'],
  ['the stack’s formatter', '(() => { Error.prepareStackTrace = () => 1; })()'],
  ['the stack’s length', '(() => { Error.stackTraceLimit = 5; })()'],
  ['the species of arrays', '(() => { Object.defineProperty(Array, Symbol.species, { value: Object }); })()'],
  ['the caller', '(function leak() { return leak.caller; })()'],
])('refuses %s', async (_, expression) => {
  expect(await logOf(tried(expression))).toEqual([expect.stringMatching(/^threw (TypeError|ReferenceError)$/)]);
});

test('keeps no last match of a regular expression', async () => {
  const lines = await logOf(
    `/(s.*t)/.exec('secret'); ${tried('[RegExp.$1, RegExp.input, RegExp.lastMatch, RegExp["$_"]].join()')}`,
  );

  expect(lines).toEqual([',,,']);
});

test('imports nothing', async () => {
  expect(await logOf(`await import('node:fs').then(() => log('came'), () => log('refused'));`)).toEqual(['refused']);
});

test('lets authors write as they are used to', async () => {
  const lines = await logOf(`
    class Refusal extends Error { constructor(text) { super(); this.name = 'Refusal'; this.message = text; } }
    const refusal = new Refusal('no');
    log(String(refusal) + (refusal instanceof Error));
    const own = { toString() { return 'own'; } }; own.valueOf = () => 5; own.constructor = 1;
    log(own + 1 + String(own));
    function Old() {} Old.prototype.toString = () => 'old'; log(String(new Old()));
    log([3, 1, 2].toSorted().map((x) => x * 2).concat(1).join() + Array.from('ab').includes('b'));
    log(new Date('2026-01-02T03:04:05Z').getUTCDate() + (new Date(0) instanceof Date ? ' date' : ''));
    class Day extends Date { next() { return new Day(this.getTime() + 86400000); } }
    log(new Day(0).next().toISOString());
    log(new Intl.DateTimeFormat('en', { timeZone: 'UTC' }).format(new Date(0)) + Math.hypot(3, 4));
    log(Object.hasOwn({ a: 1 }, 'a') + ' ' + ({ a: 1 }).hasOwnProperty('a'));`);

  expect(lines).toEqual([
    'Refusal: notrue',
    '6own',
    'old',
    '2,4,6,1true',
    '2 date',
    '1970-01-02T00:00:00.000Z',
    '1/1/19705',
    'true true',
  ]);
});

test('refuses lists so long that the engine could not be interrupted in them', async () => {
  const lines = await logOf(`
    const long = []; long.length = 2 ** 32 - 1;
    ${['long.indexOf(1)', 'long.map(String)', 'long.join()', 'new Array(2 ** 27).fill(1)', 'Array.from({ length: 2 ** 31 })', 'Array.prototype.includes.call({ length: 2 ** 50 }, 1)'].map(tried).join('\n')}`);

  expect(lines).toEqual(Array(6).fill('threw RangeError'));
});
