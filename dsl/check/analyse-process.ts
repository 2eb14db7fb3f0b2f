import type { BusinessProcess } from '../document/business-process.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';
import { analyseDataKeys } from './analyse-data-keys.ts';
import { blockTitle, diagnosticAt } from './diagnostic-at.ts';
import { type ReadStrategy, readStrategy, wireOf } from './read-strategy.ts';
import { worstCaseOf } from './worst-case.ts';

/** Blocks a run may take before it is ended as one that loops. */
const stepBudget = 1000;

/**
 * What is worth knowing of a process beyond what is wrong with it: failures that nobody handles, attached data that nobody
 * sets, how far each strategy goes at most. Warnings among it are likely mistakes. Takes longer than the checks, so it is
 * asked for when somebody looks.
 */
export function analyseProcess(process: BusinessProcess): Diagnostic[] {
  const strategies = new Map(
    Object.entries(process.strategies).map(([name, strategy]) => [name, readStrategy(name, strategy)]),
  );
  // what cannot be read may set the key or handle the failure: nothing is claimed until it can
  if ([...strategies.values()].some((read) => read.diagnostics.length > 0)) return [];
  return [
    ...analyseDataKeys(process, strategies),
    ...[...strategies.values()].flatMap((read) => unhandledErrors(process, read)),
    ...[...strategies.values()].flatMap((read) => worstCase(read, strategies)),
  ];
}

/** Error ports left unwired: the run then fails, which may be what is wanted. */
function unhandledErrors(process: BusinessProcess, read: ReadStrategy): Diagnostic[] {
  const isCalled = read.strategy.kind === 'subroutine';
  return [...read.blocks.values()].flatMap((block) => {
    const call = block.block.call;
    const open = block.ports.filter((port) => port.kind === 'error' && wireOf(block, port) === undefined);
    // what only computes fails by a mistake of its author, which no wire mends; the last block of a path has nowhere to go
    if (call === undefined || (call.places && !call.waits) || open.length === 0) return [];
    const where = isCalled ? 'by the error port of its caller' : `to queue "${process.errorQueue}"`;
    const message = `When ${blockTitle(block)} fails, the interaction goes ${where}; wire its error port to decide otherwise.`;
    const path = ['strategies', read.name, 'blocks', block.id, 'ports', 'error'];
    return [diagnosticAt('information', 'analysis/unhandled-error', path, message)];
  });
}

function worstCase(read: ReadStrategy, strategies: ReadonlyMap<string, ReadStrategy>): Diagnostic[] {
  const { blocks, calls, isEndless } = worstCaseOf(read.name, strategies);
  if (blocks === 0) return [];
  const path = ['strategies', read.name];
  const count = `${blocks} ${blocks === 1 ? 'block' : 'blocks'} and ${calls} host ${calls === 1 ? 'call' : 'calls'}`;
  if (!isEndless && blocks > stepBudget) {
    const message = `Strategy "${read.name}" may take ${blocks} blocks in one run, and is ended after ${stepBudget}; split it over two queues.`;
    return [diagnosticAt('warning', 'check/too-many-steps', path, message)];
  }
  const message = isEndless
    ? `Strategy "${read.name}" can go round; one round takes at most ${count}, and a run is ended after ${stepBudget} blocks.`
    : `Strategy "${read.name}" takes at most ${count}.`;
  return [diagnosticAt('information', 'analysis/worst-case', path, message)];
}
