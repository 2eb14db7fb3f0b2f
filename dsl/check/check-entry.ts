import type { Diagnostic } from '../errors/diagnostic.ts';
import { diagnosticAt } from './diagnostic-at.ts';
import { entriesOf, type ReadStrategy } from './read-strategy.ts';

/** A strategy begins in one place. */
export function checkEntry(read: ReadStrategy): Diagnostic[] {
  const entries = entriesOf(read);
  const path = ['strategies', read.name, 'blocks'];
  if (entries.length === 1) return [];
  if (entries.length === 0) {
    return [diagnosticAt('error', 'check/no-entry', path, `Strategy "${read.name}" has no Entry block; add one.`)];
  }
  return entries.slice(1).map(({ id }) => {
    const message = `Strategy "${read.name}" has more than one Entry block; keep the one it should begin with.`;
    return diagnosticAt('error', 'check/many-entries', [...path, id], message);
  });
}
