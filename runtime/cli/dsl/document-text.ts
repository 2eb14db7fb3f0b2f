import { canonicalBundleText, canonicalLayoutText, canonicalText } from '#dsl/document/canonical-text.ts';

/** What a file holds. */
export type DocumentKind = 'process' | 'layout' | 'bundle';

/** Which kind of document this is; what is none of them counts as a process, whose checks then say what is wrong. */
export function documentKind(json: unknown): DocumentKind {
  if (typeof json !== 'object' || json === null) return 'process';
  if ('kind' in json && json.kind === 'bundle') return 'bundle';
  // of the kinds of documents only a layout has no format
  return 'process' in json && !('format' in json) ? 'layout' : 'process';
}

/** A document as canonical text of its kind. */
export function documentText(kind: DocumentKind, json: unknown): string {
  if (kind === 'bundle') return canonicalBundleText(json);
  return kind === 'layout' ? canonicalLayoutText(json) : canonicalText(json);
}
