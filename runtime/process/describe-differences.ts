import { isDeepEqual } from '#dsl/document/is-deep-equal.ts';

/** Longest list of differences worth reading; beyond it their number says more. */
const maxDifferences = 20;

/** Depth at which a difference is named: `strategies › Process ABC › blocks` and not each letter below it. */
const maxDepth = 3;

/** What differs between what is kept and what is imported, in words. Nothing when they say the same. */
export function describeDifferences(kept: unknown, imported: unknown): string[] {
  const differences = compare(kept, imported, []);
  if (differences.length <= maxDifferences) return differences;
  const rest = differences.length - maxDifferences + 1;
  return [...differences.slice(0, maxDifferences - 1), `and ${rest} more differences`];
}

function compare(kept: unknown, imported: unknown, path: readonly string[]): string[] {
  if (isDeepEqual(kept, imported)) return [];
  if (path.length >= maxDepth || !isRecord(kept) || !isRecord(imported)) return [`${path.join(' › ')} differs`];
  const keys = [...new Set([...Object.keys(kept), ...Object.keys(imported)])];
  return keys.flatMap((key) => {
    const at = [...path, key];
    if (kept[key] === undefined && imported[key] === undefined) return [];
    if (kept[key] === undefined) return [`${at.join(' › ')} is only in the import`];
    if (imported[key] === undefined) return [`${at.join(' › ')} is only here`];
    return compare(kept[key], imported[key], at);
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
