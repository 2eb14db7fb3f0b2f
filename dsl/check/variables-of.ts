import type { Variable } from '../document/strategy.ts';
import { entriesOf, type ReadStrategy } from './read-strategy.ts';

/** Variables a strategy declares in its Entry. */
export function variablesOf(read: ReadStrategy): Readonly<Record<string, Variable>> {
  const [entry] = entriesOf(read);
  // the entry's settings have been read by its schema, which says what variables are
  return (entry?.config as { variables?: Record<string, Variable> } | undefined)?.variables ?? {};
}
