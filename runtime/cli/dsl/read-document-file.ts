import { readFile } from 'node:fs/promises';
import { parseBundle } from '#dsl/check/parse-bundle.ts';
import { checkDocument, type ParsedBusinessProcess } from '#dsl/check/parse-business-process.ts';
import { CodedError, textOf } from '#dsl/errors/coded-error.ts';

/** A file of the command line: its text, its JSON and whether it is a bundle. */
export interface DocumentFile {
  readonly file: string;
  readonly text: string;
  readonly json: unknown;
  readonly isBundle: boolean;
}

/** Reads a file as JSON. Throws `document/unreadable` with the reason when it cannot. */
export async function readDocumentFile(file: string): Promise<DocumentFile> {
  try {
    const text = await readFile(file, 'utf8');
    const json: unknown = JSON.parse(text);
    const isBundle = typeof json === 'object' && json !== null && 'kind' in json && json.kind === 'bundle';
    return { file, text, json, isBundle };
  } catch (error) {
    throw new CodedError('document/unreadable', { file, reason: textOf(error) }, { cause: error });
  }
}

/** Checks the process of a file, that of a bundle together with what the bundle brings. */
export function checkFile({ json, isBundle }: DocumentFile): ParsedBusinessProcess {
  return isBundle ? parseBundle(json) : checkDocument(json);
}
