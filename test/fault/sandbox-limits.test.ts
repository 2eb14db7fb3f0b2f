import { afterEach, describe, expect, test } from 'vitest';
import { errorTable } from '#dsl/errors/codes.ts';
import type { CallAnswer, Turn } from '#dsl/compile/run-contract.ts';
import type { SandboxOptions } from '#runtime/strategy/sandbox/sandbox-options.ts';
import { createSandbox, type Sandbox } from '#runtime/strategy/sandbox/sandbox.ts';
import { anInput } from '#test/support/one-block-source.ts';

/** A strategy that misbehaves when its attached data say so, before or after its host call. */
function sourceOf(misdeed: string): string {
  return `({ "S": async (run) => {
    const { data, calls } = run;
    const misbehave = async () => { ${misdeed} };
    await run.block("before", {}, async () => { if (data.when === "before") await misbehave(); return "next"; });
    await run.block("ask", {}, async () => { data.answer = await run.call("screen", {}); return "next"; });
    await run.block("after", {}, async () => { if (data.when === "after") await misbehave(); return "next"; });
  } })`;
}

const opened: Sandbox[] = [];
const answers: CallAnswer[] = [{ seq: 0, at: 1, result: 'yes' }];

async function open(source: string, options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const sandbox = await createSandbox({ source, strategy: 'S', memoryMb: 16, ...options });
  opened.push(sandbox);
  return sandbox;
}

afterEach(() => {
  for (const sandbox of opened.splice(0)) sandbox.dispose();
});

/** Runs an innocent run that was there before, a batch with the guilty one amid innocents, and an innocent one afterwards. */
async function amidOthers(sandbox: Sandbox, when: 'before' | 'after'): Promise<{ guilty: Turn; others: Turn[] }> {
  const names = ['one', 'guilty', 'two'];
  await sandbox.start(anInput('earlier'), []);
  const started = await sandbox.startMany(
    names.map((name) => ({ input: anInput(name, name === 'guilty' ? { when } : {}), journal: [] })),
  );
  const going = names.filter((_, index) => started[index]?.state === 'calling');
  const answered = await sandbox.answerMany(going.map((runId) => ({ runId, answers })));
  const last = new Map(going.map((name, index) => [name, answered[index]]));
  const guilty = last.get('guilty') ?? started[1];
  if (guilty === undefined) throw new Error('the guilty run had no turn');
  const others = ['one', 'two'].flatMap((name) => last.get(name) ?? []);
  others.push(await sandbox.answer('earlier', answers));
  await sandbox.start(anInput('later'), []);
  others.push(await sandbox.answer('later', answers));
  return { guilty, others };
}

const ended: Turn = {
  state: 'ended',
  calls: [],
  path: ['ask', 'after'].map((block) => ({ block, port: 'next' })),
  data: { answer: 'yes' },
};

const limits = [
  ['an endless loop', 'for (;;);', 'sandbox/time-limit'],
  ['an endless chain of promises', 'for (;;) await null;', 'sandbox/time-limit'],
  [
    'an endless chain beside an endless loop',
    'void (async () => { for (;;) await null; })(); for (;;);',
    'sandbox/time-limit',
  ],
  ['an endless getter of attached data', 'data.loop = { get a() { for (;;); } };', 'sandbox/time-limit'],
  ['an endless toString of what is thrown', 'throw { get message() { for (;;); } };', 'sandbox/time-limit'],
  ['a pattern that backtracks for ever', '/^(a+)+$/.test("a".repeat(60) + "b");', 'sandbox/time-limit'],
  ['a bomb of lists', 'const all = []; for (;;) all.push(new Array(100000).fill("x"));', 'sandbox/memory-limit'],
  [
    'a bomb of text',
    'const all = []; for (let i = 0; ; i += 1) all.push(("x" + i).repeat(100000).toUpperCase());',
    'sandbox/memory-limit',
  ],
  ['a bomb of promises', 'const all = []; for (;;) all.push(new Promise(() => {}));', 'sandbox/memory-limit'],
  ['huge attached data', 'data.huge = Array(3).fill("x".repeat(2 ** 19));', 'sandbox/result-too-large'],
  [
    'huge parameters',
    'await run.call("screen", { text: Array(3).fill("x".repeat(2 ** 19)) });',
    'sandbox/result-too-large',
  ],
  [
    'huge parameters of many bytes a letter',
    'await run.call("screen", { text: "€".repeat(400000) });',
    'sandbox/result-too-large',
  ],
  [
    'calls without number',
    'for (let i = 0; i < 5000; i += 1) void run.call("screen", { text: "x".repeat(1000) });',
    'sandbox/result-too-large',
  ],
  ['blocks without number', 'for (;;) await run.block("again", {}, async () => "next");', 'run/budget-steps'],
  [
    'a loop that ignores all errors',
    'for (;;) { try { await run.block("again", {}, async () => { throw 1; }); } catch {} }',
    'run/budget-steps',
  ],
  ['attached data with a cycle', 'data.self = data;', 'run/not-json'],
  ['attached data with a big integer', 'data.big = 1n;', 'run/not-json'],
  ['attached data that become no object', 'data.toJSON = () => 5;', 'run/not-json'],
  ['attached data that throw', 'data.bad = { get a() { throw null; } };', 'run/not-json'],
  ['a wait for nothing', 'await new Promise(() => {});', 'run/stalled'],
] as const;

describe.each(limits)('%s', (_, misdeed, code) => {
  test.each(['before', 'after'] as const)('ends its run alone, %s its host call', async (when) => {
    const sandbox = await open(sourceOf(misdeed), {
      asideLimitMs: 150,
      ...(code === 'sandbox/memory-limit' ? { asideLimitMs: 5000 } : {}),
    });

    const { guilty, others } = await amidOthers(sandbox, when);

    expect({ state: guilty.state, code: guilty.error?.code }).toEqual({ state: 'failed', code });
    expect(errorTable[code].class).toBe('author');
    expect(others.map((turn) => ({ ...turn, path: turn.path.slice(-2) }))).toEqual(Array(4).fill(ended));
    expect(sandbox.liveRuns).toBe(0);
    expect(sandbox.broken).toBe(false);
  });
});

const thrown = [
  ['undefined', 'undefined'],
  ['null', 'null'],
  ['a number', '42'],
  ['a symbol', 'Symbol("s")'],
  ['an object without prototype', 'Object.create(null)'],
  ['an error whose getters throw', 'Object.defineProperty(new Error(), "message", { get() { throw this; } })'],
  [
    'a proxy that refuses everything',
    'new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; }, ownKeys() { throw 3; } })',
  ],
  ['a proxy of a function', 'new Proxy(() => {}, {})'],
  ['a revoked proxy', '(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; })()'],
  ['a promise', 'Promise.reject(new Error("inner"))'],
  ['a thenable', '({ then(resolve) { resolve(1); } })'],
  ['the engine’s own words', 'new Error("Script execution timed out.")'],
  ['a huge text', '"x".repeat(2 ** 19)'],
  ['an overflow of the stack', '(function deep() { return deep(); })()'],
] as const;

test.each(thrown)('%s thrown ends the run alone, with a reason', async (_, value) => {
  const sandbox = await open(sourceOf(`throw ${value};`));

  const { guilty, others } = await amidOthers(sandbox, 'after');

  expect(guilty.error).toMatchObject({ code: 'run/unhandled', block: 'after' });
  expect(guilty.error?.message.length).toBeLessThan(1200);
  expect(others).toEqual(Array(4).fill(ended));
});

test.each([
  ['a promise nobody handles', 'Promise.reject(new Error("Script execution timed out."));'],
  ['a promise handled later', 'const late = Promise.reject(1); await null; await null; late.catch(() => {});'],
  ['calls nobody waits for', 'const p = run.call("screen", {}); p.then(() => { throw 1; });'],
  ['parameters with a cycle, when that is caught', 'const a = {}; a.a = a; try { await run.call("x", a); } catch {}'],
])('%s disturbs no run', async (_, quirk) => {
  const sandbox = await open(sourceOf(quirk));

  const { others } = await amidOthers(sandbox, 'after');

  expect(others).toEqual(Array(4).fill(ended));
});

test('a run that was too slow once goes on in a thread, and its strategy comes back to the event loop', async () => {
  const busy = 'let x = 0; for (let i = 0; i < data.rounds; i += 1) x += i % 7; if (data.rounds > 0) data.x = x > 0;';
  const source = `({ "S": async (run) => { const { data } = run; ${busy} } })`;
  const sandbox = await open(source, { entryLimitMs: 10, asideLimitMs: 60_000 });

  const slow = await sandbox.start(anInput('slow', { rounds: 1e8 }), []);
  const quick = await sandbox.startMany(
    Array.from({ length: 600 }, (_, index) => ({ input: anInput(`quick-${index}`, { rounds: 10 }), journal: [] })),
  );

  expect(slow).toMatchObject({ state: 'ended', data: { x: true } });
  expect(new Set(quick.map(({ state }) => state))).toEqual(new Set(['ended']));
});

test('a run past its budget of time ends with it', async () => {
  const source = `({ "S": async (run) => { for (;;) { await run.call("wait", {}); for (let i = 0; i < 1e6; i += 1); } } })`;
  const sandbox = await open(source, { totalLimitMs: 5 });

  let turn = await sandbox.start(anInput('r'), []);
  for (let seq = 0; turn.state === 'calling' && seq < 10_000; seq += 1)
    turn = await sandbox.answer('r', [{ seq, at: seq }]);

  expect(turn).toMatchObject({ state: 'failed', error: { code: 'run/budget-time' } });
  expect(sandbox.liveRuns).toBe(0);
});
