import { expect, test } from 'vitest';
import { createBoundedSums } from './realm/bounded-sums.ts';
import { guardSource } from './guard-source.ts';

/** What an expression gives once it is guarded, with texts of at most `longest` characters. */
function valueOf(expression: string, longest = 1000): unknown {
  const { source, names } = guardSource(expression);
  const { plus, addTo, bounded, listable } = createBoundedSums(longest, 20);
  // oxlint-disable-next-line typescript/no-implied-eval -- the text is the test's own
  return Function(
    names.plus,
    names.addTo,
    names.bounded,
    names.listable,
    `"use strict"; return ${source}`,
  )(plus, addTo, bounded, listable);
}

test.each([
  ['1 + 2 * 3 + 4', 11],
  ['"a" + 1 + (2 + 3)', 'a15'],
  ['(() => { let x = 1; x += 2; return x; })()', 3],
  [
    '(() => { const o = { a: { b: "x" } }; o.a.b += "y"; o["a"]["c"] = 1; (o.a)["c"] += 1 + 1; return o; })()',
    { a: { b: 'xy', c: 3 } },
  ],
  ['(() => { let i = 0; const l = ["a", "b"]; l[i++] += i; return [l, i]; })()', [['a1', 'b'], 1]],
  ['(() => { class C { #n = 1; up() { this.#n += 2; return this.#n; } } return new C().up(); })()', 3],
  [
    '(() => { class P {} P.prototype.t = 1; class C extends P { up() { super.t += 1; return this.t; } } return new C().up(); })()',
    2,
  ],
  ['(() => { const b = 1\nconst c = b\nlet d = c + b\nd += 1\nreturn(d)+1 })()', 4],
  ['`a${1 + 1}b${`c${3}`}`', 'a2bc3'],
  ['((strings, ...values) => strings.raw.join("|") + values)`x${1 + 1}\\n`', 'x|\\n2'],
  [
    '(() => { const { a = 1 + 1, ["b" + 1]: c = a + 1, ...rest } = { d: 1 }; return [a, c, rest]; })()',
    [2, 3, { d: 1 }],
  ],
  ['(() => { let a, rest; ({ a, ...rest } = (0, { a: 1, d: 2 })); return [a, rest]; })()', [1, { d: 2 }]],
  [
    '(() => { const keys = []; for (const key in { ...{ a: 1 }, b: 2, ...null }) keys.push(key); return keys; })()',
    ['a', 'b'],
  ],
  ['((...all) => [...all, Math.max(...all)])(1, 2)', [1, 2, 2]],
  ['(() => { const a = 1 + 1; return { a, f() { return a + a; } }; })().f()', 4],
  ['[..."ab"].map((x) => x + x).join("+=")', 'aa+=bb'],
  ['typeof(1)+"x"', 'numberx'],
  ['((plus, addTo) => plus + addTo)(1, 2)', 3],
  ['"a" /* + */ + /a+/.source // +', 'aa+'],
])('%s gives what the language gives', (expression, value) => {
  expect(valueOf(expression)).toEqual(value);
});

test.each([
  '"aaaaaa" + "aaaaaa"',
  '(() => { let s = "a"; for (;;) s += s; })()',
  '(() => { const o = { s: "a" }; for (;;) o.s += o.s; })()',
  '(() => { const o = { s: "a" }; for (;;) o[{ toString: () => "s" }] += o.s; })()',
  '(() => { let s = "a"; for (;;) s = `${s}${s}`; })()',
  '(() => { let s = "a"; for (;;) ({ s = s + s } = {}); })()',
  '(() => { let s = "a"; for (;;) [s = s + s] = []; })()',
])('%s stops at the limit', (expression) => {
  expect(() => valueOf(expression, 10)).toThrow('A text of more than 10 characters is too long.');
});

test.each([
  '({ ..."a".repeat(21) })',
  '(() => { const { ...all } = Array(21); })()',
  '(() => { for (const key in Array(21)); })()',
])('%s lists too many keys', (expression) => {
  expect(() => valueOf(expression)).toThrow('The keys of more than 20 members are too many.');
});

test.each([
  'class { #n = 1; static up(f) { f().#n += 1; } }',
  '({ a, ...rest }) => rest',
  '() => { for (const { ...rest } of list); }',
])('refuses %s, which it could not guard', (text) => {
  expect(() => guardSource(text)).toThrow(SyntaxError);
});
