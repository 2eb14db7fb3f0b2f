import type { PathStep } from '../compile/run-contract.ts';
import { isDeepEqual } from '../document/is-deep-equal.ts';
import type { RunOutcome } from './run-outcome.ts';

/** What a run took and came to, for holding two versions of it side by side. */
export interface ComparedRun {
  readonly path: readonly PathStep[];
  readonly outcome: RunOutcome;
}

/** Where two ways part: a block left by another port, or one that leads to another block; empty where the way begins or ends. */
export interface Parting {
  readonly kind: 'port' | 'wire';
  readonly block: string;
  readonly before: string;
  readonly after: string;
}

/** In which an interaction fares otherwise than before: what differs, and where the ways part. */
export interface Departure {
  readonly differs: readonly ('path' | 'queue' | 'stopped' | 'error' | 'mails')[];
  readonly parting: Parting | undefined;
  /** In a sentence. */
  readonly why: string;
}

/** What differs between a run of old and the same interaction under another version; undefined when nothing does. */
export function departureOf(
  before: ComparedRun,
  after: ComparedRun,
  nameOf: (block: string) => string,
): Departure | undefined {
  const differs = (['path', 'queue', 'stopped', 'mails'] as const).filter(
    (field) => !isDeepEqual(before.outcome[field], after.outcome[field]),
  );
  const failsOtherwise = before.outcome.error?.message !== after.outcome.error?.message;
  const all = failsOtherwise ? [...differs, 'error' as const] : differs;
  const parting = partingOf(before.path, after.path);
  if (all.length === 0) return undefined;
  return { differs: all, parting, why: whyOf(before, after, parting, nameOf) };
}

function partingOf(before: readonly PathStep[], after: readonly PathStep[]): Parting | undefined {
  const index = Array.from({ length: Math.max(before.length, after.length) }).findIndex(
    (_, at) => !isDeepEqual(before[at], after[at]),
  );
  if (index === -1) return undefined;
  const [was, is] = [before[index], after[index]];
  if (was !== undefined && is?.block === was.block && is.strategy === was.strategy) {
    return { kind: 'port', block: was.block, before: was.port, after: is.port };
  }
  // the block before leads elsewhere now
  const common = after[index - 1];
  return { kind: 'wire', block: common?.block ?? '', before: was?.block ?? '', after: is?.block ?? '' };
}

function whyOf(
  before: ComparedRun,
  after: ComparedRun,
  parting: Parting | undefined,
  nameOf: (block: string) => string,
): string {
  const { error } = after.outcome;
  if (error !== undefined && before.outcome.error === undefined) return `It fails: ${error.message}`;
  if (parting === undefined) return 'It takes the same way, with other settings.';
  if (parting.kind === 'port') {
    return `It leaves "${nameOf(parting.block)}" by ${parting.after}; it left by ${parting.before}.`;
  }
  const place = parting.block === '' ? 'It begins' : `After "${nameOf(parting.block)}" it goes on`;
  const shown = (block: string): string => (block === '' ? 'nowhere' : `at "${nameOf(block)}"`);
  return `${place} ${shown(parting.after)}; before it was ${shown(parting.before)}.`;
}
