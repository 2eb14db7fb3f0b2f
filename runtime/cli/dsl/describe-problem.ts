import { lineAndColumn, locateInJson } from '#dsl/document/locate-in-json.ts';
import type { Diagnostic } from '#dsl/errors/diagnostic.ts';
import type { DocumentFile } from './read-document-file.ts';

/** A problem as a line of text that editors can follow: `process.json:12:5: error: … (check/unknown-queue)`. */
export function describeProblem({ file, text }: DocumentFile, problem: Diagnostic): string {
  const { line, column } = lineAndColumn(text, locateInJson(text, problem.path).from);
  return `${file}:${line}:${column}: ${problem.severity}: ${problem.message} (${problem.code})`;
}
