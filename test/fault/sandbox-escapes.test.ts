import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { arena, type Fate, fight, innocent, processOf } from './attacks/arena.ts';
import type { Escape } from './attacks/attack.ts';
import { codeFromText, lateCode } from './attacks/code-from-text.ts';
import { hostGlobals } from './attacks/host-globals.ts';
import { prototypes } from './attacks/prototypes.ts';
import { lateReflection, reflection } from './attacks/reflection.ts';

const families: readonly (readonly [string, readonly Escape[]])[] = [
  ['the host’s globals', hostGlobals],
  ['code from text', codeFromText],
  ['shared prototypes', prototypes.slice(0, 150)],
  ['shared prototypes and methods', prototypes.slice(150)],
  ['reflection', reflection],
];
/** An interaction in between looks around after so many attacks. */
const attacksPerLook = 8;

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine?.stop());

it('knows several hundred escapes, each once', () => {
  const names = [...families.flatMap(([, family]) => family), ...lateCode, ...lateReflection].map(({ name }) => name);

  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(600);
});

describe.each([...families, ['late answers', [...lateCode, ...lateReflection]] as const])('%s', (_, family) => {
  it('are no way out of scripts that run side by side, and leave nothing for one another', async () => {
    await engine.activate(arena(family.map(({ expression }) => `return (${expression});`)));
    const subjects = family.flatMap((_escape, at) =>
      at % attacksPerLook === 0 ? [innocent, String(at)] : [String(at)],
    );

    const fates = await fight(engine, [...subjects, innocent]);
    const [afterwards] = await fight(engine, [innocent]);

    const escaped = subjects.filter((_subject, at) => fates[at]?.data['Gave'] === true);
    expect(escaped.map((at) => family[Number(at)]?.name)).toEqual([]);
    const looks = [...fates.filter((_fate, at) => [...subjects, innocent][at] === innocent), afterwards];
    expect(new Set(looks.map((fate) => fate?.data['World'])).size).toBe(1);
    expect(new Set(looks.map(fateOf))).toEqual(new Set(['stopped 42']));
    const held = subjects.flatMap((at, index) =>
      fates[index]?.state === 'stopped' ? [] : [[family[Number(at)]?.name, fates[index]?.problem]],
    );
    expect(held).toEqual([]);
  });
});

describe.each(families)('%s', (_, family) => {
  it('are no way out of expressions', async () => {
    const entries = family.map(({ expression }, at) => ({ key: `A${at}`, value: { js: tried(expression) } }));
    const config = (from: number) => ({ entries: entries.slice(from, from + 100) });
    const blocks = {
      attack: { type: 'attach-data', config: config(0), ports: { next: 'second', error: 'refused' } },
      second: {
        type: 'attach-data',
        config: { entries: [...config(100).entries, { key: 'Last', value: true }] },
        ports: { next: 'done', error: 'refused' },
      },
    };
    await engine.activate(processOf(blocks));

    const [fate] = await fight(engine, ['expressions']);

    expect(fate?.data['Last']).toBe(true);
    expect(family.filter((_escape, at) => fate?.data[`A${at}`] !== false).map(({ name }) => name)).toEqual([]);
  });

  it('are no way out of conditions and macros', async () => {
    await engine.activate(conditionsOf(family));

    const [fate] = await fight(engine, ['conditions']);

    expect([fate?.state, fate?.problem, fate?.data['Escaped']]).toEqual(['stopped', null, undefined]);
  });
});

function fateOf(fate: Fate | undefined): string {
  return `${fate?.state} ${String(fate?.data['Answer'])}`;
}

/** False as well when the expression throws, which is how most end. */
function tried(expression: string): string {
  return `(() => { try { return (${expression}) === true; } catch { return false; } })()`;
}

/** One If after another, every other one over a macro; whatever holds true leads to "escaped". */
function conditionsOf(family: readonly Escape[]): BusinessProcessInput {
  const ifs = family.map(({ expression }, at) => {
    const js = at % 2 === 0 ? tried(expression) : `macros.m${at}() === true`;
    const next = at + 1 < family.length ? `if${at + 1}` : 'done';
    return [
      at === 0 ? 'attack' : `if${at}`,
      { type: 'if', config: { condition: { js } }, ports: { true: 'escaped', false: next, error: 'refused' } },
    ] as const;
  });
  // a macro sees neither the run nor the arguments of the strategy
  const macros = family.map(({ expression }, at) => [`m${at}`, { expression: tried(expression) }] as const);
  const escaped = {
    type: 'attach-data',
    config: { entries: [{ key: 'Escaped', value: true }] },
    ports: { next: 'done', error: 'refused' },
  };
  const process = processOf({ ...Object.fromEntries(ifs), escaped });
  return { ...process, macros: Object.fromEntries(macros.filter((_macro, at) => at % 2 === 1)) };
}
