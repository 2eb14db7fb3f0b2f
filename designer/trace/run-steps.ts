import type { Call, Run } from './trace-data.ts';

/** What a run did in one block of one strategy. */
export interface BlockPassage {
  readonly strategy: string;
  readonly block: string;
  /** Numbers of the steps it was passed in, from 1, with the port taken. */
  readonly steps: readonly { readonly number: number; readonly port: string }[];
  readonly calls: readonly Call[];
  /** The run waits in it, or failed in it. */
  readonly isLast: 'waiting' | 'failed' | undefined;
}

/** Strategies a run went through: its own, and the subroutines it called. */
export function strategiesOf(run: Run): string[] {
  return [...new Set([run.strategy, ...run.path.map((step) => step.strategy ?? run.strategy)])];
}

/** What the run did in each block of a strategy, by block id. */
export function passagesOf(run: Run, strategy: string): ReadonlyMap<string, BlockPassage> {
  const passages = new Map<string, BlockPassage>();
  const inStrategy = new Set<string>();
  const elsewhere = new Set<string>();
  const at = (block: string): BlockPassage =>
    passages.get(block) ?? { strategy, block, steps: [], calls: [], isLast: undefined };
  for (const [index, step] of run.path.entries()) {
    if ((step.strategy ?? run.strategy) !== strategy) {
      elsewhere.add(step.block);
      continue;
    }
    inStrategy.add(step.block);
    const before = at(step.block);
    passages.set(step.block, { ...before, steps: [...before.steps, { number: index + 1, port: step.port }] });
  }
  // calls name their block alone: one that was only passed in another strategy belongs there
  const isHere = (block: string): boolean => inStrategy.has(block) || !elsewhere.has(block);
  for (const call of run.calls) {
    if (isHere(call.block)) passages.set(call.block, { ...at(call.block), calls: [...at(call.block).calls, call] });
  }
  const last = run.error?.block ?? run.waitingFor?.block;
  if (last !== undefined && isHere(last)) {
    passages.set(last, { ...at(last), isLast: run.error === null ? 'waiting' : 'failed' });
  }
  return passages;
}

/** How long a call took, in milliseconds. */
export function callMs(call: Pick<Call, 'askedAt' | 'answeredAt'>): number {
  return Math.max(0, Date.parse(call.answeredAt) - Date.parse(call.askedAt));
}

/** A span as people read it: '12 ms', '3.4 s', '5 min 2 s', '2 h 5 min', '3 d 4 h'. */
export function spanText(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  const seconds = ms / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  const [days, hours, minutes, rest] = [
    Math.floor(whole / 86_400),
    Math.floor((whole % 86_400) / 3600),
    Math.floor((whole % 3600) / 60),
    whole % 60,
  ];
  if (days > 0) return `${days} d ${hours} h`;
  return hours > 0 ? `${hours} h ${minutes} min` : `${minutes} min ${rest} s`;
}
