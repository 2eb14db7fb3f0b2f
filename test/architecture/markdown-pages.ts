import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Folders that no page of ours lies in. */
const foreign = new Set(['node_modules', 'dist', 'data', 'coverage', '.git']);

/** A page of documentation: its path from the root and its text. */
export interface MarkdownPage {
  readonly path: string;
  readonly text: string;
}

/** A block of code in a page: the words after its three backquotes, and its lines. */
export interface Fence {
  readonly info: string;
  readonly code: string;
}

/** Every Markdown page of the checkout. */
export function markdownPages(folder = root): MarkdownPage[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return foreign.has(entry.name) ? [] : markdownPages(path);
    return entry.name.endsWith('.md') ? [{ path: relative(root, path), text: readFileSync(path, 'utf8') }] : [];
  });
}

/** The page at a path from the root. */
export function markdownPage(path: string): MarkdownPage {
  return { path, text: readFileSync(join(root, path), 'utf8') };
}

/** Blocks of code of a page, in order. */
export function fencesOf({ text }: MarkdownPage): Fence[] {
  return [...text.matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm)].map(([, info = '', code = '']) => ({ info, code }));
}

/** The page without its blocks of code, in which nothing is a link or a heading. */
export function proseOf({ text }: MarkdownPage): string {
  return text.replace(/^```[^\n]*\n[\s\S]*?^```$/gm, '');
}

/** Anchors that the headings of a page get, as the common viewers of Markdown make them. */
export function anchorsOf(page: MarkdownPage): Set<string> {
  const headings = proseOf(page).matchAll(/^#{1,6} +(.+?) *$/gm);
  return new Set(
    [...headings].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}
