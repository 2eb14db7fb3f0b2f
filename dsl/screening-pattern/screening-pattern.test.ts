import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchPattern, type PatternMatch } from './match-pattern.ts';
import { parsePattern } from './parse-pattern.ts';
import type { Pattern } from './pattern.ts';

function parsed(text: string): Pattern {
  const result = parsePattern(text);
  if ('errors' in result) throw new Error(JSON.stringify(result.errors));
  return result.pattern;
}

function match(pattern: string, text: string): PatternMatch {
  return matchPattern(parsed(pattern), text);
}

describe('matchPattern', () => {
  test('ignores case unless the last argument is false', () => {
    expect(match('Find("pacific")', 'The PACIFIC ocean').matched).toBe(true);
    expect(match('Find("Pacific", false)', 'the pacific').matched).toBe(false);
    expect(match('Find("Pacific", true)', 'the pacific').matched).toBe(true);
    expect(match('RegExFind("ÄPFEL")', 'äpfel').matched).toBe(true);
  });

  test.each([
    ['RegExFind("a\\d")', {}],
    ['RegExFind("a\\d",false)', {}],
    ['RegExFind("a\\d",code)', { ScrKey_code: 'a1' }],
    ['RegExFind("a\\d",code,false)', { ScrKey_code: 'a1' }],
    ['regexfind("A\\d",ID_code,true)', { ScrKey_ID_code: 'a1' }],
    ['RegExMatch("x a\\d b2",all)', { ScrKey_all: 'x a1 b2' }],
  ])('takes the arguments of %s', (pattern, keys) => {
    expect(match(pattern, 'x a1 b2')).toEqual({ matched: true, keys });
  });

  test('finds a part with RegExFind and wants the whole text with RegExMatch', () => {
    expect([match('RegExFind("\\d+")', 'id 12').matched, match('RegExMatch("\\d+")', 'id 12').matched]).toEqual([
      true,
      false,
    ]);
  });

  test('does && before ||, whichever comes first', () => {
    expect(match('Find("a") || Find("b") && Find("c")', 'a').matched).toBe(true);
    expect(match('(Find("a") || Find("b")) && Find("c")', 'a').matched).toBe(false);
    expect(match('Find("a") && Find("b") || Find("c")', 'c').matched).toBe(true);
  });

  test('negates a term, a group and a negation', () => {
    expect([
      match('!Find("a")', 'b').matched,
      match('!(Find("a") || Find("b"))', 'b').matched,
      match('!!Find("a")', 'a').matched,
    ]).toEqual([true, false, true]);
  });

  test('catches keys of every term that matched, none under a negation, none without a match', () => {
    expect(match('Find("order") || RegExFind("\\d+", id)', 'order 7').keys).toEqual({ ScrKey_id: '7' });
    expect(match('!(RegExFind("\\d+", id) && Find("x"))', 'order 7').keys).toEqual({});
    expect(match('Find("x") && RegExFind("\\d+", id)', 'order 7')).toEqual({ matched: false, keys: {} });
    expect(match('RegExFind("a.", id) || RegExFind("b.", id)', 'b1 a2').keys).toEqual({ ScrKey_id: 'a2' });
  });

  test('reads quotes and backslashes within texts', () => {
    expect(match('Find("say \\"hi\\"")', 'I say "hi"').matched).toBe(true);
    expect(match('Find("C:\\\\temp")', 'in c:\\temp').matched).toBe(true);
    expect(match('Find("a\\d")', 'a\\d').matched).toBe(true);
    expect(match('RegExFind("\\"\\w+\\"", quoted)', 'I say "hi"').keys).toEqual({ ScrKey_quoted: '"hi"' });
  });

  test('keeps a key with the name of a member of every object', () => {
    expect(Object.keys(match('RegExFind("a", __proto__)', 'a').keys)).toEqual(['ScrKey___proto__']);
  });

  test('takes no longer for a pattern that makes other engines hang', () => {
    expect(match('RegExMatch("(a+)+b")', 'a'.repeat(20_000)).matched).toBe(false);
  });
});

describe('parsePattern', () => {
  test.each([
    ['', 0, 0, 'expected Find'],
    ['Find("a"', 8, 0, 'expected "," or ")"'],
    ['Find(a)', 5, 1, 'expected a text in double quotes'],
    ['Find("a", key)', 10, 3, 'expected true or false'],
    ['RegExFind("a", false, key)', 22, 3, 'expected a key, true or false'],
    ['Find("a") & Find("b")', 10, 1, 'write &&'],
    ['Find("a") Find("b")', 10, 4, 'expected && or ||'],
    ['Find("a") &&', 12, 0, 'expected Find'],
    ['Find("a', 5, 2, 'not closed'],
    ['Find("")', 5, 2, 'found everywhere'],
    ['Search("a")', 0, 6, 'expected Find, RegExFind or RegExMatch, found "Search"'],
    ['(Find("a")', 10, 0, 'expected ")"'],
    ["Find('a')", 5, 1, 'double quotes'],
    ['RegExFind("(a)b\\1")', 15, 2, 're2 has no backreferences'],
    ['RegExFind("ab(?=c)")', 13, 3, 're2 has no lookahead'],
    ['RegExFind("(?<!c)")', 11, 6, 're2 has no lookbehind'],
    ['RegExFind("a++")', 12, 2, 're2 has no possessive repetition'],
    ['RegExFind("x[ab")', 12, 3, 'missing closing ]'],
    [`${'('.repeat(150)}Find("a")`, 101, 1, 'levels'],
    [`${'!'.repeat(150)}Find("a")`, 101, 1, 'levels'],
  ])('points at what is wrong in %j', (text, at, length, message) => {
    expect(parsePattern(text)).toEqual({ errors: [{ at, length, message: expect.stringContaining(message) }] });
  });

  test('reports every regular expression that re2 refuses', () => {
    expect(parsePattern('RegExFind("(?=a)") || RegExFind("\\2")')).toMatchObject({ errors: [{ at: 11 }, { at: 33 }] });
  });

  test('warns where && and || are mixed without parentheses', () => {
    expect(parsePattern('!Find("a") && Find("b") || Find("c")')).toMatchObject({ warnings: [{ at: 0, length: 36 }] });
    expect(parsePattern('(Find("a") && Find("b")) || Find("c")')).toMatchObject({ warnings: [] });
  });

  test('answers any text with a pattern or with errors inside the text', () => {
    const pieces = fc.constantFrom(
      'Find',
      'RegExFind',
      '(',
      ')',
      '"a"',
      '"\\d"',
      '"(?="',
      ',',
      'key',
      'false',
      '&&',
      '||',
      '!',
      ' ',
      '\\',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((parts) => parts.join('')),
        ),
        (text) => {
          const result = parsePattern(text);
          if (!('errors' in result)) return;
          expect(result.errors.length).toBeGreaterThan(0);
          for (const error of result.errors) {
            expect(error.at).toBeGreaterThanOrEqual(0);
            expect(error.at + error.length).toBeLessThanOrEqual(text.length);
          }
        },
      ),
    );
  });

  test('means the same as the boolean formula it spells', () => {
    fc.assert(
      fc.property(aFormula, fc.uniqueArray(fc.constantFrom('a', 'b', 'c')), (formula, letters) => {
        expect(match(print(formula), letters.join('')).matched).toBe(valueOf(formula, letters));
      }),
    );
  });
});

type Formula = string | { readonly join: 'and' | 'or' | 'not'; readonly parts: readonly Formula[] };

const aFormula = fc.letrec((tie) => ({
  formula: fc.oneof({ depthSize: 'small' }, fc.constantFrom('a', 'b', 'c'), tie('joined'), tie('negated')),
  joined: fc.record({
    join: fc.constantFrom('and', 'or'),
    parts: fc.array(tie('formula'), { minLength: 2, maxLength: 3 }),
  }),
  negated: fc.record({ join: fc.constant('not'), parts: fc.array(tie('formula'), { minLength: 1, maxLength: 1 }) }),
})).formula as fc.Arbitrary<Formula>;

/** Only the parentheses that precedence asks for. */
function print(formula: Formula): string {
  if (typeof formula === 'string') return `Find("${formula}")`;
  const [first] = formula.parts;
  if (formula.join === 'not') return first === undefined ? '' : `!${guarded(first, ['and', 'or'])}`;
  if (formula.join === 'and') return formula.parts.map((part) => guarded(part, ['or'])).join(' && ');
  return formula.parts.map(print).join(' || ');
}

function guarded(formula: Formula, joins: readonly string[]): string {
  return typeof formula !== 'string' && joins.includes(formula.join) ? `(${print(formula)})` : print(formula);
}

function valueOf(formula: Formula, letters: readonly string[]): boolean {
  if (typeof formula === 'string') return letters.includes(formula);
  const values = formula.parts.map((part) => valueOf(part, letters));
  if (formula.join === 'not') return values[0] !== true;
  return formula.join === 'and' ? values.every(Boolean) : values.some(Boolean);
}
