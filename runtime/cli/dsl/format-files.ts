import { writeFile } from 'node:fs/promises';
import { canonicalBundleText, canonicalLayoutText, canonicalText } from '#dsl/document/canonical-text.ts';
import { type DocumentFile, readDocumentFile } from './read-document-file.ts';

/** Rewrites files as canonical text and names those that changed. Answers the exit code. */
export async function formatFiles(files: readonly string[]): Promise<number> {
  for (const file of files) {
    const document = await readDocumentFile(file);
    const text = textOfDocument(document);
    if (text === document.text) continue;
    await writeFile(file, text);
    process.stdout.write(`${file}\n`);
  }
  return 0;
}

function textOfDocument({ json, isBundle }: DocumentFile): string {
  if (isBundle) return canonicalBundleText(json);
  // of the kinds of documents only a layout has no format
  const isLayout = typeof json === 'object' && json !== null && 'process' in json && !('format' in json);
  return isLayout ? canonicalLayoutText(json) : canonicalText(json);
}
