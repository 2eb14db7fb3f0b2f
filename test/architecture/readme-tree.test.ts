import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fencesOf, markdownPage, root } from './markdown-pages.ts';

/** Made by tools or by running the product, and in no commit. */
const unkept = new Set(['node_modules', 'dist', 'data', 'coverage', '.git']);

/** Folders as the map of the README lists them, from the root, each with a slash at its end. */
function mappedFolders(): string[] {
  const map = fencesOf(markdownPage('README.md')).find(({ info }) => info === 'tree')?.code ?? '';
  let room = '';
  return map.split('\n').flatMap((line) => {
    const [, indent = '', names = ''] = /^( *)((?:[\w.-]+\/ *)+) {1,}\S/.exec(line) ?? [];
    const folders = names.trim() === '' ? [] : names.trim().split(/ +/);
    if (indent !== '') return folders.map((name) => `${room}${name}`);
    room = folders[0] ?? room;
    return folders;
  });
}

function foldersIn(path: string): string[] {
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !unkept.has(entry.name))
    .map(({ name }) => `${path}${name}/`);
}

test('the map of the README is the tree on the disk, two levels deep', () => {
  const rooms = foldersIn('').filter((room) => !room.startsWith('.'));
  const onDisk = [...rooms, ...rooms.filter((room) => room !== 'samples/').flatMap(foldersIn)];

  expect(mappedFolders().toSorted()).toEqual(onDisk.toSorted());
});

test('every room has a README with how it works, its rules and its decisions', () => {
  for (const room of ['dsl', 'runtime', 'designer', 'samples', 'test']) {
    const { text } = markdownPage(`${room}/README.md`);

    for (const heading of ['How it works', 'Rules', 'Decisions']) expect(text, room).toContain(`\n## ${heading}\n`);
    expect(text.split('\n').length, room).toBeLessThanOrEqual(200);
  }
});
