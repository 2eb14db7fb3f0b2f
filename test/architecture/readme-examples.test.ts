import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fencesOf, markdownPage, root } from './markdown-pages.ts';

const parts = fencesOf(markdownPage('docs/guides/blocks.md')).flatMap(({ info, code }) => {
  const [, language, file] = /^(\w+) file=(\S+)$/.exec(info) ?? [];
  return file === undefined ? [] : [{ language, file, code }];
});

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'signalbox-guide-'));
  for (const path of ['package.json', 'dsl', 'test/support/run-block.ts']) {
    cpSync(join(root, path), join(copy, path), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Adds lines as the guide shows them: imports at the top, entries at the head of the registry. */
function addLines(text: string, diff: string): string {
  const lines = diff.split('\n').flatMap((line) => (line.startsWith('+') ? [line.slice(1)] : []));
  const imports = lines.filter((line) => line.startsWith('import '));
  const entries = lines.filter((line) => !line.startsWith('import '));
  const opening = 'export const blocks = [\n';
  expect(text).toContain(opening);
  return `${imports.join('\n')}\n${text.replace(opening, `${opening}${entries.join('\n')}\n`)}`;
}

test('the block of the guide can be added as it says, and passes its own test', () => {
  for (const { language, file, code } of parts) {
    const path = join(copy, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, language === 'diff' ? addLines(readFileSync(path, 'utf8'), code) : code);
  }
  const { file = '' } = parts.find((part) => part.file.endsWith('.test.ts')) ?? {};

  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [vitest, 'run', '--root', copy, file], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], NO_COLOR: '1' },
  });

  expect(parts.map((part) => part.language)).toEqual(['ts', 'ts', 'diff']);
  expect(`${stdout}${stderr}`).toMatch(/Tests +3 passed/);
  expect(status).toBe(0);
}, 60_000);
