import { expect, test } from 'vitest';
import { sourceFiles } from '#test/support/source-files.ts';

const files = ['dsl', 'runtime', 'designer', 'test'].flatMap(sourceFiles);
const product = files.filter(({ path }) => !path.includes('.test.') && !path.startsWith('test/'));

function codeLines(text: string): number {
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  return withoutComments.split('\n').filter((line) => line.trim() !== '').length;
}

test('no file is longer than people read at once', () => {
  const long = files.filter(
    ({ path, text }) => codeLines(text) > (product.some((file) => file.path === path) ? 300 : 400),
  );

  expect(long.map(({ path, text }) => `${path}: ${codeLines(text)}`)).toEqual([]);
});

test('half of the files have fewer than 130 lines', () => {
  const sizes = product.map(({ text }) => codeLines(text)).toSorted((left, right) => left - right);

  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(130);
});

test('file names are kebab-case and say what is inside', () => {
  const vague = /(?:^|\/)(?:utils?|helpers?|common|types|misc)\.tsx?$/;
  const isWrong = ({ path }: { path: string }) =>
    !/^[a-z0-9/.-]+$/.test(path) ||
    vague.test(path) ||
    (/\/index\.tsx?$/.test(path) && path !== 'dsl/index.ts' && path !== 'dsl/blocks/index.ts');

  expect(files.filter(isWrong).map(({ path }) => path)).toEqual([]);
});

test('every export says in a sentence what it promises', () => {
  const bare = product.flatMap(({ path, text }) => {
    const lines = text.split('\n');
    return lines.flatMap((line, index) => {
      if (!/^export (?:async |abstract )?(?:const|function|class|interface|type) \w/.test(line)) return [];
      const before = lines[index - 1]?.trim() ?? '';
      const isOverload = /^export (?:async )?function/.test(before);
      return before.endsWith('*/') || isOverload ? [] : [`${path}:${index + 1}`];
    });
  });

  expect(bare).toEqual([]);
});

test('nothing is put off in a comment', () => {
  const mark = new RegExp(`\\b(?:${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')}|${['X', 'XX'].join('')})\\b`);

  expect(files.filter(({ text }) => mark.test(text)).map(({ path }) => path)).toEqual([]);
});
