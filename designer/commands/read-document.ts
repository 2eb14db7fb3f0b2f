import { parseBusinessProcess, type ParsedBusinessProcess } from '#dsl/check/parse-business-process.ts';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';

const read = new WeakMap<BusinessProcessInput, ParsedBusinessProcess>();

/** The document as the language reads it. Snapshots never change in place, so each document is read once. */
export function readDocument(document: BusinessProcessInput): ParsedBusinessProcess {
  const known = read.get(document);
  if (known !== undefined) return known;
  const parsed = parseBusinessProcess(document);
  read.set(document, parsed);
  return parsed;
}
