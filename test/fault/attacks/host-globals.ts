import { type Escape, escapes, escapesOf } from './attack.ts';

/** What engines, Node, browsers and sandboxes offer beyond the language. */
const names = (
  'process require module exports __dirname __filename global Buffer setTimeout setInterval setImmediate clearTimeout queueMicrotask ' +
  'console fetch XMLHttpRequest WebSocket EventSource Worker SharedWorker importScripts postMessage self window document location ' +
  'navigator localStorage indexedDB crypto performance structuredClone MessageChannel MessagePort BroadcastChannel EventTarget Event ' +
  'AbortController TextEncoder TextDecoder Blob File URL URLSearchParams ReadableStream WebAssembly SharedArrayBuffer Atomics WeakRef ' +
  'FinalizationRegistry ShadowRealm eval Temporal ArrayBuffer Uint8Array Float64Array DataView BigInt BigInt64Array ivm isolated_vm _ivm ' +
  'Reference ExternalCopy Callback Isolate Context Module Deno Bun gc print load read d8 quit v8 internalBinding primordials ' +
  'AsyncFunction GeneratorFunction DisposableStack AsyncDisposableStack realm parts text openRealm createRun hardenRealm installed ' +
  'library make sums withLibrary limitTexts limitLists preludeSource'
).split(' ');

/** Ways to the global object, each of which finds the hardened one or nothing. */
const globals = [
  'globalThis',
  '(function () { return this; })()',
  '(() => this)()',
  '(function () { return this; }).call(null)',
  '(function () { return this; }).apply(undefined)',
  'Reflect.apply(function () { return this; }, undefined, [])',
  '[1].map(function () { return this; }, undefined)[0]',
  '({ m() { return (0, this); } }).m.call(undefined)',
  '(class { static m() { return this; } }).m.call(undefined)',
  'Array.from([1], function () { return this; })[0]',
  '"a".replace(/a/, function () { return typeof this; }) === "object" && globalThis',
  'JSON.parse("[1]", function () { return this; })[0]',
  'Object.getOwnPropertyDescriptor(globalThis, "globalThis").value',
  'new Proxy(globalThis, {})',
  'Object.create(globalThis)',
  '(function* () { yield this; })().next().value',
];

/** Escapes by names that are there, or by a `this` that is more than it ought to be. */
export const hostGlobals: readonly Escape[] = [
  ...escapes(
    'a global',
    names.map((name) => [name, `typeof ${name} !== "undefined"`] as const),
  ),
  ...escapes(
    'the global object by',
    globals.map(
      (way) =>
        [
          way,
          `(["process", "require", "eval", "WebAssembly", "console", "SharedArrayBuffer"].some((key) => { const it = ${way}; return Object(it) === it && it[key] !== undefined; }))`,
        ] as const,
    ),
  ),
  ...escapesOf(
    'a leak through arguments',
    [
      '[...arguments].some((one) => typeof one === "object" && one !== null && !Object.isFrozen(one))',
      'arguments.callee !== undefined',
      '(() => { arguments[0].leak = 1; return arguments[0].leak === 1; })()',
      '(() => { arguments[3].leak = 1; return arguments[3].leak === 1; })()',
      'arguments.length > 7',
      '(function leak() { return leak.caller !== null && leak.caller !== undefined; })()',
      '(function leak() { return leak.arguments !== null && leak.arguments !== undefined; })()',
      '(function () { return arguments.callee; })() !== undefined',
      'new.target !== undefined',
      'typeof super.x !== "undefined"',
    ].filter((one) => !one.includes('super') && !one.includes('new.target')),
  ),
];
