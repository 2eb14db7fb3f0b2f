import type { BusinessProcess } from '../document/business-process.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';
import { checkEndings } from './check-endings.ts';
import { checkEntry } from './check-entry.ts';
import { checkFields } from './check-fields.ts';
import { checkFragments } from './check-fragments.ts';
import { checkLoops } from './check-loops.ts';
import { checkMacros, checkMacroUses } from './check-macros.ts';
import { checkNames } from './check-names.ts';
import { checkPatterns } from './check-patterns.ts';
import { checkQueues } from './check-queues.ts';
import { checkReachability } from './check-reachability.ts';
import { checkReplyLoops } from './check-reply-loops.ts';
import { checkSubroutines } from './check-subroutines.ts';
import { checkViewMatches } from './check-view-matches.ts';
import { checkViews } from './check-views.ts';
import { checkWorkbins } from './check-workbins.ts';
import { checkWires } from './check-wires.ts';
import { type ReadStrategy, readStrategy } from './read-strategy.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Everything an author got wrong in a process, settings of blocks included, errors first. Names outside the process are
 * checked as far as the surroundings list them.
 */
export function checkProcess(process: BusinessProcess, surroundings: Surroundings = {}): Diagnostic[] {
  const strategies = new Map(
    Object.entries(process.strategies).map(([name, strategy]) => [name, readStrategy(name, strategy)]),
  );
  const found = [
    ...checkQueues(process, strategies),
    ...checkViews(process),
    ...checkWorkbins(process, strategies, surroundings),
    ...checkViewMatches(process),
    ...checkMacros(process),
    ...[...strategies.values()].flatMap((read) => checkStrategy(process, read, strategies, surroundings)),
    ...checkSubroutines(strategies),
    ...checkLoops(process, strategies),
    ...checkReplyLoops(process, strategies),
  ];
  const rank = { error: 0, warning: 1, information: 2 };
  return found.toSorted((left, right) => rank[left.severity] - rank[right.severity]);
}

function checkStrategy(
  process: BusinessProcess,
  read: ReadStrategy,
  strategies: ReadonlyMap<string, ReadStrategy>,
  surroundings: Surroundings,
): Diagnostic[] {
  // while settings are unreadable their ports are unknown too: what follows from missing blocks would only be noise
  const isWhole = read.diagnostics.length === 0;
  return [
    ...read.diagnostics,
    ...(isWhole ? checkEntry(read) : []),
    ...checkWires(read),
    ...(isWhole ? checkReachability(read) : []),
    ...(isWhole ? checkEndings(read, strategies) : []),
    ...checkNames(process, read, surroundings),
    ...checkMacroUses(process, read),
    ...checkFields(read),
    ...checkFragments(read),
    ...checkPatterns(read),
  ];
}
