import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseBusinessProcess } from '#dsl/check/parse-business-process.ts';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import { parseTemplate } from '#dsl/field-code/parse-template.ts';
import { renderTemplate } from '#dsl/field-code/render-template.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { fight, processOf } from './attacks/arena.ts';
import { hostileTexts } from './attacks/hostile-texts.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine?.stop());

/** Values may be any text; names and keys are on one line, without blanks around them, and not the one no document can hold. */
const asName = (text: string): string | undefined =>
  /^\S(?:.*\S)?$/u.test(text) && text !== '__proto__' ? text : undefined;

it.each(hostileTexts.map((text) => [JSON.stringify(text), text] as const))(
  'the text %s stays a text wherever a process holds it, and nothing of it is run',
  async (_, text) => {
    const document = holding(text, asName(text) ?? 'a name');
    expect(parseBusinessProcess(document).diagnostics).toEqual([]);
    await engine.activate(document);

    const [fate] = await fight(engine, [text.trim() === '' ? 'x' : text]);

    expect(fate?.problem).toBeNull();
    expect(fate?.data['Escaped']).toBeUndefined();
    expect(fate?.data).toMatchObject({ Kept: text, Copied: text, FromMacro: text, Returned: 'back', Matched: true });
    expect(new Map(Object.entries(fate?.data ?? {})).get(asName(text) ?? 'a name')).toBe('by name');
  },
);

it.each(['\n', '\r', '\u2028', '\u2029'])(
  'a name with the line end %j is refused, which would end a comment',
  (end) => {
    const name = `x${end}data.Escaped = true`;
    const blocks = {
      attack: { type: 'script', name, config: { code: '' }, ports: { next: 'done', error: 'refused' } },
    };

    expect(parseBusinessProcess(processOf(blocks)).diagnostics.length).toBeGreaterThan(0);
  },
);

it('nothing can have the name __proto__, which would be dropped in silence', () => {
  const process = processOf({ attack: { type: 'stop-interaction', config: { reason: 'x' } } });
  const strategies = Object.fromEntries([...Object.entries(process.strategies ?? {}), ['__proto__', { blocks: {} }]]);

  const { diagnostics } = parseBusinessProcess({ ...process, strategies });

  expect(diagnostics.map(({ path }) => path)).toEqual([['strategies', '__proto__']]);
});

it.each(['"x', 'x y', 'x"];', '__proto__', 'X', 'x\n', '`', '${x}', ''])('a block cannot have the id %j', (id) => {
  const blocks = Object.fromEntries([
    ['attack', { type: 'script', config: { code: '' }, ports: { next: 'done', error: 'refused' } }],
    [id, { type: 'stop-interaction', config: { reason: 'x' } }],
  ]);

  expect(parseBusinessProcess(processOf(blocks)).diagnostics.length).toBeGreaterThan(0);
});

const formulas = [
  ...hostileTexts,
  'Contact.constructor',
  'Contact.constructor.constructor("return process")',
  'Contact.__proto__',
  'Contact.__proto__.constructor',
  'Contact.toString',
  'Interaction.AttachedData("__proto__")',
  'Interaction.AttachedData("constructor")',
  'Interaction.AttachedData("__proto__").constructor',
  'Interaction.AttachedData.constructor.constructor("return process")()',
  'process.env',
  'globalThis',
  'this.constructor',
  'constructor',
  '__proto__',
  'toString()',
  'hasOwnProperty("x")',
  'eval("process")',
  'Function("return process")()',
  'require("fs")',
  `${'('.repeat(20_000)}1${')'.repeat(20_000)}`,
  `1${'+1'.repeat(20_000)}`,
  `"${'x'.repeat(200_000)}"`,
  `${'-'.repeat(20_000)}1`,
  '1:"' + '#'.repeat(100_000) + '"',
  '1/0',
  '9'.repeat(10_000),
];

it.each(formulas.map((formula) => [formula.slice(0, 60), formula] as const))(
  'the field code %s reaches nothing but its objects',
  (_, formula) => {
    const parsed = parseTemplate(`<$${formula}$>`);
    const objects = { Contact: { FirstName: 'Ada' }, Interaction: { AttachedData: { Kept: 'yes' } }, variables: {} };

    const text =
      'errors' in parsed
        ? ''
        : renderTemplate(parsed.template, objects, { locale: 'en', timeZone: 'UTC', now: new Date(0) }).text;

    expect(text).not.toMatch(/function|native code|\[object|node:|PATH/);
    expect(({} as Record<string, unknown>)['Escaped']).toBeUndefined();
  },
);

/** A process that holds a text in every place an author may write one. */
function holding(text: string, name: string): BusinessProcessInput {
  const rule = { field: 'data.Kept', operator: '=', value: text };
  const entries = [
    { key: 'Kept', value: text },
    { key: 'FromMacro', value: { js: `macros.same(${JSON.stringify(text)})` } },
    { key: name, value: 'by name' },
  ];
  const process = processOf({
    attack: { type: 'attach-data', name, note: text, config: { entries }, ports: { next: 'if', error: 'refused' } },
    if: {
      type: 'if',
      name,
      config: { condition: { combinator: 'and', rules: [rule] } },
      ports: { true: 'matched', false: 'refused', error: 'refused' },
    },
    matched: {
      type: 'attach-data',
      config: { entries: [{ key: 'Matched', value: true }] },
      ports: { next: 'call', error: 'refused' },
    },
    call: {
      type: 'call-subroutine',
      name,
      config: { strategy: name, in: { given: text }, out: { back: 'back' } },
      ports: { next: 'copy', error: 'refused' },
    },
    copy: {
      type: 'attach-data',
      config: { entries: [{ key: 'Returned', value: { js: 'vars.back' } }] },
      ports: { next: 'done', error: 'refused' },
    },
  });
  const variables = {
    given: { type: 'string' as const, direction: 'in' as const, default: text },
    back: { type: 'string' as const, direction: 'out' as const, default: 'back' },
  };
  const sub = {
    kind: 'subroutine' as const,
    description: text,
    blocks: {
      entry: { type: 'entry', config: { variables }, ports: { next: 'copy' } },
      copy: {
        type: 'attach-data',
        name,
        config: { entries: [{ key: 'Copied', value: { js: 'vars.given' } }] },
        ports: { next: 'exit', error: 'exit' },
      },
      exit: { type: 'exit' },
    },
  };
  return {
    ...process,
    description: text,
    macros: { same: { parameters: ['one'], description: text, expression: 'one' } },
    // a literal would make __proto__ the prototype
    strategies: Object.fromEntries([...Object.entries(process.strategies ?? {}), [name, sub]]),
  };
}
