import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Turn } from '#dsl/compile/run-contract.ts';
import { createSandbox } from '#runtime/strategy/sandbox/sandbox.ts';
import { anInput, oneBlockSource } from '#test/support/one-block-source.ts';

/** Ways a script may try to leave `secret` where another run finds it; each is tried with whatever it throws ignored. */
const leaks = [
  'globalThis.leak = secret',
  'leak = secret',
  'Object.prototype.leak = secret',
  'Array.prototype[0] = secret',
  'Array.prototype.push = function () { return secret; }',
  'Object.defineProperty(Object.prototype, "leak", { get: () => secret })',
  '({}).__proto__.leak = secret',
  'Object.setPrototypeOf(Object.prototype, { leak: secret })',
  'run.block.leak = secret; run.calls.leak = secret; run.leak = secret',
  'Function.prototype.leak = secret; (async () => {}).__proto__.leak = secret; (function* () {}).prototype.__proto__.leak = secret',
  'Error.prepareStackTrace = () => secret; Error.stackTraceLimit = secret',
  'Error.captureStackTrace.leak = secret',
  'Object.getOwnPropertyDescriptor(new Error(), "stack").get.leak = secret',
  'Promise.prototype.then = function () { return secret; }',
  'Promise.resolve().__proto__.leak = secret',
  'Math.leak = secret; globalThis.Math.leak = secret; Math.random.leak = secret',
  'Date.leak = secret; Date.prototype.leak = secret; Date.now.leak = secret; new Date(0).constructor.leak = secret',
  'JSON.leak = secret; JSON.stringify = () => secret',
  'Symbol.for("leak").description; Symbol.prototype.leak = secret; Object.prototype[Symbol.for("leak")] = secret',
  '/(.*)/.exec(secret); secret.replace(/./g, "$&")',
  '((strings) => { strings.leak = secret; strings.raw.leak = secret; })`template`',
  'class Stamp extends (function (o) { return o; }) { #leak = secret; constructor(o) { super(o); } }; new Stamp(Object.prototype)',
  'Reflect.set(globalThis, "leak", secret); Reflect.defineProperty(globalThis, "leak", { value: secret })',
  'new Intl.NumberFormat().constructor.leak = secret',
  'lastError?.leak; interaction.leak = secret; Object.getPrototypeOf(interaction).leak = secret',
  'data.toJSON = () => ({ leak: secret })',
  'data.__proto__.leak = secret; vars.constructor.leak = secret',
  'Array[Symbol.species] = class { constructor() { return [secret]; } }',
  'Iterator.prototype.leak = secret; [].values().__proto__.next = () => ({ value: secret })',
  'Promise.reject(new Error(secret))',
  'throw new Error(secret)',
  'void (async () => { for (let i = 0; i < 50; i += 1) { await null; try { globalThis.leak = secret; } catch {} } })()',
];

const attempt = `
  const secret = data.secret;
  for (const leak of [${leaks.map((leak) => `() => { ${leak} }`).join(',\n')}].filter((_, index) => data.leaks.includes(index))) {
    try { leak(); } catch {}
  }
  if (data.pauses) await run.call('pause', {});
  const found = [globalThis.leak, ({}).leak, [].leak, (() => {}).leak, [][0], RegExp.$1, RegExp.input, RegExp.lastMatch, Math.leak, globalThis.Math.leak,
    Date.leak, globalThis.Date.leak, JSON.leak, RegExp.leak,
    run.leak, run.block.leak, ((strings) => strings.leak)\`template\`, Symbol.prototype.leak, Object.prototype[Symbol.for('leak')], Error.stackTraceLimit,
    new Error('x').stack, JSON.stringify(run), ...[].values(), [].concat([1])];
  log(JSON.stringify(found));
  log(Object.getOwnPropertyNames(globalThis).join());`;

const visit = fc.record({
  leaks: fc.uniqueArray(fc.nat(leaks.length - 1), { maxLength: leaks.length }),
  pauses: fc.boolean(),
});

test("one customer's data never shows in another's run", async () => {
  const sandbox = await createSandbox({ source: oneBlockSource(attempt), strategy: 'S' });
  let visits = 0;

  await fc.assert(
    fc.asyncProperty(fc.array(visit, { minLength: 2, maxLength: 8 }), async (group) => {
      const runs = group.map((one, index) => ({
        ...one,
        runId: `run-${visits + index}`,
        secret: `secret-of-${visits + index}-`,
      }));
      visits += runs.length;

      const started = await sandbox.startMany(
        runs.map(({ runId, ...data }) => ({ input: anInput(runId, data), journal: [] })),
      );
      const waiting = runs.filter((_, index) => started[index]?.state === 'calling');
      const answers = [{ seq: 0, at: 0, result: true }];
      const ended = await sandbox.answerMany(waiting.map(({ runId }) => ({ runId, answers })));

      const turns: (readonly [string, Turn | undefined])[] = [
        ...runs.map(({ secret }, index) => [secret, started[index]] as const),
        ...waiting.map(({ secret }, index) => [secret, ended[index]] as const),
      ];
      for (const [secret, turn] of turns) {
        expect(turn?.error).toBeUndefined();
        expect(JSON.stringify(turn).replaceAll(secret, '')).not.toContain('secret-of-');
      }
      expect(turns.filter(([, turn]) => turn?.state === 'ended')).toHaveLength(runs.length);
    }),
    { numRuns: 60 },
  );
  sandbox.dispose();

  expect(visits).toBeGreaterThan(100);
});
