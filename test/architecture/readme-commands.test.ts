import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { options } from '#runtime/config/options.ts';
import { markdownPage, markdownPages, root } from './markdown-pages.ts';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};

test('every npm script that a page names is in package.json', () => {
  const named = markdownPages().flatMap(({ path, text }) =>
    [...text.matchAll(/\bnpm (?:run (?:--silent )?([\w:-]+)|(start|test)\b)/g)].map(([, run, own]) => ({
      path,
      script: run ?? own ?? '',
    })),
  );

  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(({ script }) => !Object.hasOwn(scripts, script))).toEqual([]);
});

test('the guide for operators has every option of the help, and no other', () => {
  const { text } = markdownPage('docs/guides/operators.md');
  const rows = [...text.matchAll(/^\| `(--[\w-]+)(?: ([A-Z]+))?` \| (?:`(\w+)`)? ?\| /gm)].map(
    ([, flag, placeholder, variable]) => [flag, placeholder, variable],
  );
  const known = Object.values(options).map(({ flag, placeholder, variable }) => [flag, placeholder, variable]);

  expect(rows).toEqual([...known, ['--help', undefined, undefined]]);
});

test('the guide for operators gives the defaults as they are', () => {
  const { text } = markdownPage('docs/guides/operators.md');

  for (const { flag, preset } of Object.values(options)) {
    const cells = new RegExp(`^\\| \`${flag} [^|]*\\|[^|]*\\| ([^|]*) \\|`, 'm').exec(text)?.[1];
    // the list of all roles is long, and written out beside it
    expect(cells, flag).toBe(
      flag === '--roles' ? 'all' : (preset ?? (flag === '--secret' ? 'made at the first start' : 'none')),
    );
  }
});

test('no page shows an option that the command does not have', () => {
  const known = new Set<string>(Object.values(options).map(({ flag }) => flag));
  const started = markdownPages().flatMap(({ text }) =>
    [...text.matchAll(/npm start -- ([^\n`]*)/g)].flatMap(([, words = '']) => words.match(/--[\w-]+/g) ?? []),
  );

  expect(started.filter((flag) => !known.has(flag) && flag !== '--help')).toEqual([]);
});
