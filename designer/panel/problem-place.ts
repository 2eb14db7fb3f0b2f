import type { Diagnostic } from '#dsl/errors/diagnostic.ts';
import { objectId } from '../commands/process-object.ts';

/** The canvas a problem lies on, and the card there, as the address names them. */
export interface ProblemPlace {
  readonly strategy?: string;
  readonly select?: string;
}

/** Where a problem leads: to its block, or to the object of the process it lies in. */
export function problemPlace({ strategy, block, path }: Pick<Diagnostic, 'strategy' | 'block' | 'path'>): ProblemPlace {
  if (strategy !== undefined) return { strategy, ...(block !== undefined && { select: block }) };
  const [kind, name, views, view, submitter] = path.map(String);
  if (name === undefined) return {};
  if (kind === 'queues' && views === 'views' && view !== undefined) {
    return { select: objectId({ kind: submitter === 'submitter' ? 'submitter' : 'view', queue: name, name: view }) };
  }
  if (kind === 'queues') return { select: objectId({ kind: 'queue', name }) };
  if (kind === 'endpoints') return { select: objectId({ kind: 'endpoint', name }) };
  return kind === 'strategies' ? { select: objectId({ kind: 'strategy', name }) } : {};
}
