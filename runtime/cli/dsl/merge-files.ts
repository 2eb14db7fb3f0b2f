import { readFile, writeFile } from 'node:fs/promises';
import { layoutSchema } from '#dsl/document/layout.ts';
import { mergeBundles } from '#dsl/document/merge-bundles.ts';
import type { MergeConflict } from '#dsl/document/merge-conflict.ts';
import { mergeLayouts } from '#dsl/document/merge-layouts.ts';
import { mergeProcesses } from '#dsl/document/merge-processes.ts';
import type { Side } from '#dsl/document/merge-values.ts';
import { type DocumentKind, documentKind, documentText } from './document-text.ts';
import { markedText } from './marked-text.ts';
import { readDocumentFile } from './read-document-file.ts';

/** How a merge tells what it found. */
export interface MergeFlags {
  /** Writes the merged document to the output instead of into the file of ours, and the conflicts to the errors. */
  readonly print: boolean;
  /** Writes the conflicts as JSON. */
  readonly json: boolean;
}

interface Sides {
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
}

/**
 * Merges two versions of a document into the file of ours, as git asks a merge driver to, and lists what both changed
 * differently; there the file gets git's conflict markers. Answers the exit code: 1 when there are conflicts.
 */
export async function mergeFiles(files: readonly [string, string, string], flags: MergeFlags): Promise<number> {
  const [baseFile, oursFile, theirsFile] = files;
  const sides = {
    base: await readAncestor(baseFile),
    ours: (await readDocumentFile(oursFile)).json,
    theirs: (await readDocumentFile(theirsFile)).json,
  };
  const kind = documentKind(sides.ours);
  const { document, conflicts } = merge(kind, sides, () => 'ours');
  const text = conflicts.length === 0 ? documentText(kind, document) : conflictText(kind, sides);
  if (flags.print) process.stdout.write(text);
  else await writeFile(oursFile, text);
  const list = flags.json
    ? `${JSON.stringify(conflicts, null, 2)}\n`
    : conflicts.map(({ message }) => `conflict: ${message}\n`).join('');
  (flags.print ? process.stderr : process.stdout).write(list);
  return conflicts.length > 0 ? 1 : 0;
}

function merge(
  kind: DocumentKind,
  { base, ours, theirs }: Sides,
  choose: (conflict: MergeConflict) => Side,
): { document: unknown; conflicts: readonly MergeConflict[] } {
  if (kind === 'bundle') return mergeBundles(base, ours, theirs, choose);
  if (kind === 'process') return mergeProcesses(base, ours, theirs, choose);
  const [was, mine, other] = [base, ours, theirs].map((one) => layoutSchema.parse(one));
  const none = layoutSchema.parse({});
  return { document: mergeLayouts(was ?? none, mine ?? none, other ?? none), conflicts: [] };
}

/** Both ways the conflicts may end, side by side: all else in them is equal, so only the conflicts get markers. */
function conflictText(kind: DocumentKind, sides: Sides): string {
  const withSide = (choose: Side): string => documentText(kind, merge(kind, sides, () => choose).document);
  return markedText(withSide('ours'), withSide('theirs'));
}

/** The common ancestor. Where both sides added the file, git hands over an empty one. */
async function readAncestor(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text?.trim() === '' ? {} : (await readDocumentFile(file)).json;
}
