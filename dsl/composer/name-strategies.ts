import type { Diagram } from './diagram.ts';
import { freshLegalName } from './fresh-names.ts';
import { baseName, folderOf } from './project-file.ts';
import { callingKinds, resourceIn } from './blocks/subroutine.ts';
import { createFinder } from './find-file.ts';

/** A diagram that becomes a strategy, with the name it gets and whether others call it. */
export interface NamedDiagram {
  readonly diagram: Diagram;
  readonly name: string;
  readonly isSubroutine: boolean;
}

/**
 * Names the strategies after their files, and tells the subroutines: what diagrams call and no interaction process starts,
 * callflows, and state machines. Two files of one name are told apart by their folders.
 */
export function nameStrategies(diagrams: readonly Diagram[], processes: readonly Diagram[]): NamedDiagram[] {
  const taken = new Set<string>();
  const paths = createFinder(new Map(diagrams.map(({ file }) => [file, file])));
  const started = referencesIn(processes, () => true, paths);
  const called = referencesIn(diagrams, (kind) => callingKinds.has(kind), paths);
  const seen = new Set<string>();
  return diagrams.map((diagram) => {
    const isVoice = diagram.kind === 'callflow';
    const isFirst = !seen.has(diagram.file);
    seen.add(diagram.file);
    const base = isFirst ? baseName(diagram.file) : diagram.name || baseName(diagram.file);
    const wanted = isVoice ? `${base} (callflow)` : base;
    const folder = folderOf(diagram.file);
    const told = taken.has(wanted) && folder !== '' ? `${wanted} (${folder})` : wanted;
    const isCalled = called.has(diagram.file) && !started.has(diagram.file);
    const isSubroutine = isVoice || diagram.file.toLowerCase().endsWith('.scxml') || isCalled;
    return { diagram, name: freshLegalName(told, 'Strategy', taken), isSubroutine };
  });
}

function referencesIn(
  diagrams: readonly Diagram[],
  counts: (kind: string) => boolean,
  paths: (reference: string) => string | undefined,
): ReadonlySet<string> {
  return new Set(
    diagrams.flatMap(({ blocks }) =>
      blocks.flatMap((block) => {
        const resource = counts(block.kind) ? resourceIn(block) : undefined;
        return (resource === undefined ? undefined : paths(resource)) ?? [];
      }),
    ),
  );
}
