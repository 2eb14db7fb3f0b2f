import { expect, test } from 'vitest';
import { hostCalls, scriptNameOf } from '../blocks/host-calls.ts';
import { macroParameterTypes, scriptTypes } from './script-types.ts';

test('declares every host call as an async function of its params and result', () => {
  const text = scriptTypes();

  for (const { name } of hostCalls) expect(text).toContain(`  ${scriptNameOf(name)}(params: `);
  expect(text).toContain(
    'screen(params: { rule: string; text?: string }): Promise<{ matched: boolean; rules: Array<string>; keys: Record<string, string> }>;',
  );
});

test('declares the variables of the strategy by their types', () => {
  const text = scriptTypes({
    waitSeconds: { type: 'integer', direction: 'local', description: 'How long' },
    names: { type: 'list', direction: 'in' },
  });

  expect(text).toContain('  /** How long */\n  waitSeconds: number;\n  names: any[];');
});

test('declares the library of functions with what each is for', () => {
  const text = scriptTypes();

  expect(text).toContain('declare const fn: {');
  expect(text).toMatch(/How many characters a text has\..*\n {2}strLen\(text: [^)]*\): number;/);
  expect(text).toContain('date(timeZone?: ');
});

test('declares any JSON, which contains itself, without end', () => {
  expect(scriptTypes()).toContain('Record<string, any>');
});

test('offers keys of attached data with where each comes from, and allows any other', () => {
  const text = scriptTypes({}, {}, { 'Customer segment': 'Attached by "Mark" */ in Main.' });

  expect(text).toContain('declare const data: Record<string, any> & {');
  expect(text).toContain('  /** Attached by "Mark" * / in Main. */\n  "Customer segment": any;');
});

test('declares each parameter of the macros once', () => {
  const text = macroParameterTypes({
    isGold: { parameters: ['segment', 'score'], expression: 'segment === score' },
    isOld: { parameters: ['segment', 'data'], expression: 'segment' },
  });

  expect(text.match(/declare var segment: any;/g)).toHaveLength(1);
  expect(text).toContain('declare var score: any;');
  expect(text).not.toContain('data');
});
