import { useMemo } from 'react';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import { type PlacedReference, referencesOf } from '#dsl/document/references-of.ts';
import { readDocument } from '../commands/read-document.ts';
import { type NamedPlace, placeOfPath } from './place-of-path.ts';
import { useAllDrafts } from './use-all-drafts.ts';

/** A place of a process that uses a name. */
export interface NamedUse extends NamedPlace {
  readonly process: string;
}

/** Places of one process that use a name; one a block or object, however often it names it. */
export function usesOfName(
  process: string,
  document: BusinessProcessInput,
  kind: PlacedReference['kind'],
  name: string,
): readonly NamedUse[] {
  const uses = referencesIn(document).filter((use) => use.kind === kind && use.name === name);
  return placesOf(process, document, uses);
}

/** Blocks and objects that parts of a document belong to, each once. */
export function placesOf(
  process: string,
  document: BusinessProcessInput,
  uses: readonly Pick<PlacedReference, 'path'>[],
): readonly NamedUse[] {
  const places = uses.map(({ path }) => ({ process, ...placeOfPath(path, document) }));
  return [...new Map(places.map((place) => [`${place.strategy}\n${place.select}\n${place.label}`, place])).values()];
}

const known = new WeakMap<BusinessProcessInput, readonly PlacedReference[]>();

// documents never change in place, and reading a large one for each name would be felt
function referencesIn(document: BusinessProcessInput): readonly PlacedReference[] {
  const before = known.get(document);
  if (before !== undefined) return before;
  const { process } = readDocument(document);
  const references = process === undefined ? [] : referencesOf(process);
  known.set(document, references);
  return references;
}

/** Places of all drafts that use a name; `undefined` until the drafts have been read. */
export function useUsesOfName(kind: PlacedReference['kind'], name: string): readonly NamedUse[] | undefined {
  const drafts = useAllDrafts();
  return useMemo(
    () =>
      drafts.data?.flatMap(({ name: process, draft }) =>
        usesOfName(process, draft as unknown as BusinessProcessInput, kind, name),
      ),
    [drafts.data, kind, name],
  );
}
