import { expect, test } from 'vitest';
import { type ErrorCode, errorTable } from '#dsl/errors/codes.ts';
import { readRootFile, sourceFiles } from '#test/support/source-files.ts';

const codes = Object.keys(errorTable) as ErrorCode[];

test('codes are area/kebab-case', () => {
  expect(codes.filter((code) => !/^[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*$/.test(code))).toEqual([]);
});

test('every code has its line in the reference, and the reference has no other', () => {
  const page = readRootFile('docs/reference/errors.md') ?? '';
  const listed = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, code]) => code);

  expect(listed).toEqual(codes.toSorted());
});

test('every code is thrown somewhere', () => {
  const texts = ['dsl', 'runtime']
    .flatMap(sourceFiles)
    .filter(({ path }) => path !== 'dsl/errors/codes.ts' && !path.includes('.test.'));

  expect(codes.filter((code) => !texts.some(({ text }) => text.includes(`'${code}'`)))).toEqual([]);
});
