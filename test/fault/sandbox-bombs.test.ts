import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseBusinessProcess } from '#dsl/check/parse-business-process.ts';
import { checkProcess } from '#dsl/check/check-process.ts';
import { compileStrategy } from '#dsl/compile/compile-strategy.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { type WatchedLoop, watchLoop } from '#test/support/watched-loop.ts';
import { arena, type Fate, fight, innocent, processOf } from './attacks/arena.ts';
import type { Bomb } from './attacks/attack.ts';
import { endless, memory, natives, uncompilable } from './attacks/bombs.ts';

/** What ends a run that would not end: each is the author's to mend, and none costs the worker anything. */
const limits = [
  'sandbox/time-limit',
  'sandbox/memory-limit',
  'sandbox/result-too-large',
  'run/budget-steps',
  'run/budget-time',
];
/** The bombs of a family that are also tried alone. */
const aloneEvery = 16;

let engine: Engine;
let loop: WatchedLoop;
beforeAll(async () => {
  // shorter than usual, for the suite's sake; long enough for an innocent run on a busy machine
  engine = await startEngine({ sandboxes: { asideLimitMs: 200 } });
  loop = watchLoop();
});
afterAll(async () => {
  await loop?.stop();
  await engine?.stop();
});

describe.each([
  ['work without end', endless, limits],
  ['memory without end', memory, limits],
  // most are refused where they stand and leave by the error port
  [
    'loops of the engine’s own',
    natives,
    [...limits, undefined, 'run/not-json', 'run/not-storable', 'run/stalled', 'run/unhandled'],
  ],
] as const)('%s', (_, bombs, codes) => {
  it('ends alone amid runs that are not harmed', async () => {
    await engine.activate(arena(bombs.map(({ code }) => code)));
    loop.during(bombs.map(({ name }) => name).join('\n'));

    const fates = await fight(engine, subjectsAmidOthers(bombs));

    expectOthersUnharmed(fates);
    expect(
      unlike(
        codes,
        bombs,
        fates.filter((_fate, at) => at % 2 === 1),
      ),
    ).toEqual([]);
  });

  it('ends as well when it is taken alone, and whoever comes next is not harmed', async () => {
    for (const [at, { name, code }] of bombs.entries()) {
      if (at % aloneEvery !== 0) continue;
      await engine.activate(arena([code]));
      loop.during(name);

      const [fate] = await fight(engine, ['0']);
      const [next] = await fight(engine, [innocent]);

      expect(unlike(codes, [{ name, code }], fate === undefined ? [] : [fate])).toEqual([]);
      expect(next).toMatchObject({ state: 'stopped', data: { Answer: 42 } });
    }
  });
});

describe('what no limit could stop', () => {
  it.each(uncompilable)('$name is refused when it is checked', ({ code }) => {
    const document = processOf({
      attack: { type: 'script', config: { code }, ports: { next: 'done', error: 'refused' } },
    });
    const parsed = parseBusinessProcess(document);
    if (parsed.process === undefined) throw new Error(JSON.stringify(parsed));

    const found = compileStrategy(parsed.process, 'Main');

    expect('diagnostics' in found && found.diagnostics.map((one) => one.code)).toEqual(['check/script-syntax']);
    expect(checkProcess(parsed.process).some(({ severity }) => severity === 'error')).toBe(true);
  });
});

/** An innocent interaction before each bomb and one at the end. */
function subjectsAmidOthers(bombs: readonly Bomb[]): string[] {
  return [...bombs.flatMap((_bomb, at) => [innocent, String(at)]), innocent];
}

function expectOthersUnharmed(fates: readonly Fate[]): void {
  const others = fates.filter((_fate, at) => at % 2 === 0);
  expect(new Set(others.map(({ state, data }) => `${state} ${String(data['Answer'])}`))).toEqual(
    new Set(['stopped 42']),
  );
  expect(new Set(others.map(({ data }) => data['World'])).size).toBe(1);
}

/** Bombs that ended otherwise than they ought to, with the code they ended with. */
function unlike(codes: readonly (string | undefined)[], bombs: readonly Bomb[], fates: readonly Fate[]): unknown[] {
  return bombs.flatMap(({ name }, at) => {
    const code = fates[at]?.problem?.code;
    return codes.includes(code) ? [] : [[name, code, fates[at]?.state]];
  });
}
