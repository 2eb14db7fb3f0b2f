import { writeFile } from 'node:fs/promises';
import { documentKind, documentText } from './document-text.ts';
import { readDocumentFile } from './read-document-file.ts';

/**
 * Rewrites files as canonical text and names those that changed; with `print` writes the text of each to the output
 * instead, as git's textconv wants it. Answers the exit code.
 */
export async function formatFiles(files: readonly string[], print = false): Promise<number> {
  for (const file of files) {
    const { json, text: before } = await readDocumentFile(file);
    const text = documentText(documentKind(json), json);
    if (print) process.stdout.write(text);
    else if (text !== before) {
      await writeFile(file, text);
      process.stdout.write(`${file}\n`);
    }
  }
  return 0;
}
