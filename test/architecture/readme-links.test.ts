import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { anchorsOf, markdownPage, markdownPages, type MarkdownPage, proseOf, root } from './markdown-pages.ts';

const pages = markdownPages();

/** Targets of links and pictures that stay within the checkout. */
function innerLinks(page: MarkdownPage): string[] {
  const prose = proseOf(page).replace(/`[^`\n]*`/g, '');
  const written = [...prose.matchAll(/!?\[[^\]]*\]\(([^)\s]+)[^)]*\)/g)].map(([, target = '']) => target);
  const tags = [...prose.matchAll(/\s(?:src|srcset|href)="([^"]+)"/g)].map(([, target = '']) => target);
  return [...written, ...tags].filter((target) => !/^[a-z]+:/.test(target));
}

function leadsNowhere(page: MarkdownPage, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const at = path === '' ? page.path : normalize(join(dirname(page.path), decodeURI(path)));
  if (at.startsWith('..') || !existsSync(join(root, at))) return true;
  return anchor !== undefined && at.endsWith('.md') && !anchorsOf(markdownPage(at)).has(decodeURI(anchor));
}

test('sees the pages and their links, since a checker that sees nothing passes', () => {
  expect(pages.map(({ path }) => path)).toContain('README.md');
  expect(pages.length).toBeGreaterThan(15);
  expect(pages.flatMap(innerLinks).length).toBeGreaterThan(40);
});

test('every link within the checkout leads somewhere, to the heading it names', () => {
  const dead = pages.flatMap((page) =>
    innerLinks(page)
      .filter((target) => leadsNowhere(page, target))
      .map((target) => `${page.path}: ${target}`),
  );

  expect(dead).toEqual([]);
});

test('every picture of the documentation is shown on a page', () => {
  const shown = new Set(
    pages.flatMap((page) => innerLinks(page).map((target) => normalize(join(dirname(page.path), target)))),
  );

  for (const picture of picturesOnDisk()) expect(shown, picture).toContain(picture);
});

test('pictures are small enough to read a page with them anywhere', () => {
  const sizes = picturesOnDisk().map((path) => ({ path, bytes: statSync(join(root, path)).size }));

  expect(sizes.length).toBeGreaterThan(5);
  expect(sizes.filter(({ bytes }) => bytes > 250_000)).toEqual([]);
  expect(sizes.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(3_000_000);
});

function picturesOnDisk(): string[] {
  return existsSync(join(root, 'docs/pictures'))
    ? readdirSync(join(root, 'docs/pictures')).map((name) => `docs/pictures/${name}`)
    : [];
}
