import { expect, test } from 'vitest';
import { javascriptProblem } from './javascript-problem.ts';

test.each(['vars.x + 1', '{ a: 1 }.a', 'data["a b"] // why', '(() => 1)()', 'contact?.firstName ?? "you"'])(
  'accepts the expression %s',
  (code) => {
    expect(javascriptProblem('expression', code)).toBeUndefined();
  },
);

test.each([
  ['', 1, 1],
  ['a b', 1, 3],
  ['1 +', 1, 4],
  ['1); (2', 1, 1],
  ['await x', 1, 7],
  ['return 1', 1, 1],
])('refuses the expression %s', (code, line, column) => {
  expect(javascriptProblem('expression', code)).toMatchObject({ line, column });
});

test.each(['', 'return "vip";', 'await calls.wait({ seconds: 1 });', 'if (data.x) return;\nlog("no");'])(
  'accepts the script %s',
  (code) => {
    expect(javascriptProblem('script', code)).toBeUndefined();
  },
);

test.each([
  ['const a = 1;\nlet b = ;', 2, 9],
  ['}\nfoo();', 1, 1],
  ['import "fs";', 1, 1],
  ['with (data) {}', 1, 1],
])('refuses the script %s', (code, line, column) => {
  expect(javascriptProblem('script', code)).toMatchObject({ line, column });
});

test.each([
  ['expression', '2n ** 100n', 'integers that end in n'],
  ['expression', `/${'(a|'.repeat(1500)}${')'.repeat(1500)}/`, 'regular expression is too long'],
  ['script', `log(/${'a'.repeat(20_000)}/);`, 'regular expression is too long'],
  ['script', 'const list = [1].map(({ ...rest }) => rest);', 'take the rest of an object'],
  ['expression', `1${'+1'.repeat(40_000)}`, 'not enough stack space'],
  ['script', '('.repeat(50_000), 'not enough stack space'],
] as const)('refuses what the engine could not be stopped in: %s %.20s', (kind, code, message) => {
  expect(javascriptProblem(kind, code)?.message).toContain(message);
});
