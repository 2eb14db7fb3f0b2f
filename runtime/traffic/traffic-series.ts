import type { TrafficFocus } from '#dsl/protocol/traffic.ts';
import type { MinuteTraffic } from './minute-traffic.ts';
import type { CountedHour } from './traffic-hour.ts';

interface Turnover {
  readonly into: number;
  readonly outOf: number;
}

/**
 * What came in and what left, minute by minute, oldest first. Of a queue: arrivals and leaving; of a view: what was taken, and
 * runs that went wrong; of a strategy: what it took, and runs that ended; of a block: passes, and those by its error port.
 */
export function seriesOf(
  hour: CountedHour,
  process: string,
  focus: TrafficFocus,
): { readonly into: number[]; readonly outOf: number[] } {
  const into = Array.from({ length: 60 }, () => 0);
  const outOf = Array.from({ length: 60 }, () => 0);
  for (const { ago, traffic } of hour.minutes) {
    if (ago > 59) continue;
    const turnover = 'queue' in focus ? ofQueue(traffic, process, focus) : ofStrategy(traffic, process, focus);
    into[59 - ago] = turnover.into;
    outOf[59 - ago] = turnover.outOf;
  }
  return { into, outOf };
}

function ofQueue(
  { moves, runs }: MinuteTraffic,
  process: string,
  { queue, view }: { readonly queue: string; readonly view?: string | undefined },
): Turnover {
  const here = moves.filter((move) => move.queue === queue);
  const left = here.filter(({ way }) => way === 'out');
  if (view === undefined) return { into: total(here.filter(({ way }) => way === 'in')), outOf: total(left) };
  const failed = runs.filter((run) => run.process === process && run.queue === queue && run.view === view);
  return {
    into: total(left.filter((move) => move.view === view)),
    outOf: failed.reduce((sum, { errors }) => sum + errors, 0),
  };
}

function ofStrategy(
  { moves, runs, passes }: MinuteTraffic,
  process: string,
  { strategy, block }: { readonly strategy: string; readonly block?: string | undefined },
): Turnover {
  const isOurs = (one: { process: string; strategy: string }): boolean =>
    one.process === process && one.strategy === strategy;
  if (block === undefined)
    return {
      into: total(moves.filter(({ way, by }) => way === 'out' && by === `strategy:${strategy}`)),
      outOf: total(runs.filter(isOurs)),
    };
  const here = passes.filter((pass) => isOurs(pass) && pass.block === block);
  return { into: total(here), outOf: total(here.filter(({ port }) => port === 'error' || port === '')) };
}

function total(lines: readonly { readonly count: number }[]): number {
  return lines.reduce((sum, { count }) => sum + count, 0);
}
