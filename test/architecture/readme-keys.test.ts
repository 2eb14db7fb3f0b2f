import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { desktop } from '#designer/kit/messages/en/desktop.ts';
import { markdownPage, root } from './markdown-pages.ts';

/** Keys as the desktop's own help lists them: `⇧ F9` and what it does. */
function keysOfTheApp(): string[][] {
  const source = readFileSync(join(root, 'designer/desktop/shortcut-help.tsx'), 'utf8');
  return [...source.matchAll(/\[\[([^\]]+)\], t\.keys\.(\w+)\]/g)].map(([, keys = '', text = '']) => [
    keys.replaceAll(/[',]+/g, ' ').trim().replaceAll(/ +/g, ' '),
    desktop.keys[text as keyof typeof desktop.keys],
  ]);
}

test('the guide for agents has the keys of the desktop, and what they do', () => {
  const { text } = markdownPage('docs/guides/agents.md');
  const rows = [...text.matchAll(/^\| (?:everywhere|reading|writing) \| `([^`]+)` \| (.+) \|$/gm)].map(
    ([, keys = '', what = '']) => [keys, what],
  );

  // search and commands are the frame's, not the desktop's
  const own = rows.filter(([keys]) => keys !== 'Ctrl K');
  expect(own.length).toBeGreaterThan(10);
  expect(own).toEqual(keysOfTheApp());
});
