import type { Flow, Traffic, TrafficFocus, UnderWay } from '#dsl/protocol/traffic.ts';
import type { LiveRuns } from './live-traffic.ts';
import type { QueueMoves } from './minute-traffic.ts';
import { seriesOf } from './traffic-series.ts';
import type { CountedHour } from './traffic-hour.ts';

type QueueTraffic = Traffic['queues'][string];
type ViewTraffic = QueueTraffic['views'][string];
type StrategyTraffic = Traffic['strategies'][string];
type BlockTraffic = StrategyTraffic['blocks'][string];

/** Counts that are still being added up. */
type Sum = { -readonly [Key in keyof Flow]: Flow[Key] };

/** How much of a minute lies within the last five minutes and within the last hour. */
interface Weight {
  readonly five: number;
  readonly hour: number;
}

/** The figures of a process: of its strategies, and of all queues of the tenant, which processes share. */
export function processTraffic(hour: CountedHour, process: string, focus: TrafficFocus | null): Traffic {
  const figures = new Figures();
  for (const { ago, traffic } of hour.minutes) {
    const weight = { five: weightOf(ago, 5, hour.elapsed), hour: weightOf(ago, 60, hour.elapsed) };
    for (const move of traffic.moves) addMove(figures, move, weight);
    for (const { process: of, queue, view, strategy, ...run } of traffic.runs) {
      if (of !== process) continue;
      add(figures.strategy(strategy).runs, run, weight);
      // what was taken is known by the event log, as soon as it is taken; here only how it went
      figures.view(queue, view).taken.errors += run.errors * weight.hour;
    }
    for (const { process: of, strategy, block, port, count } of traffic.passes)
      if (of === process) add(figures.port({ strategy, block, port }), { count, errors: 0 }, weight);
  }
  for (const run of hour.live.runs) if (run.process === process) addLive(figures, run);
  for (const { process: of, hour: count, five, ...place } of hour.live.passes) {
    if (of !== process) continue;
    const sum = figures.port(place);
    sum.hour += count;
    sum.five += five;
  }
  const minutes = Math.min(60, hour.minutes.length);
  const series = focus === null ? null : { focus, ...seriesOf(hour, process, focus) };
  return rounded({ minutes, queues: figures.queues, strategies: figures.strategies, series });
}

function weightOf(ago: number, span: number, elapsed: number): number {
  return ago < span ? 1 : ago === span ? 1 - elapsed : 0;
}

function add(sum: Sum, { count, errors }: { readonly count: number; readonly errors: number }, weight: Weight): void {
  sum.five += count * weight.five;
  sum.hour += count * weight.hour;
  sum.errors += errors * weight.hour;
}

function addMove(figures: Figures, move: QueueMoves, weight: Weight): void {
  const { way, queue, by, view } = move;
  const strategy = by.startsWith('strategy:') ? by.slice('strategy:'.length) : undefined;
  if (way === 'stop') {
    if (strategy !== undefined) add(figures.strategy(strategy).stops, move, weight);
    return;
  }
  const there = figures.queue(queue);
  add(way === 'in' ? there.arrivals : there.leaving, move, weight);
  if (way === 'in') add((there.sources[by] ??= nothing()), move, weight);
  if (way === 'out' && view !== '') add(figures.view(queue, view).taken, move, weight);
}

function addLive(figures: Figures, run: LiveRuns): void {
  for (const place of [figures.strategy(run.strategy), figures.view(run.queue, run.view)])
    place.underWay = more(place.underWay, run);
  if (run.block !== null) figures.block(run.strategy, run.block).here += run.count;
}

/** Averages are weighed by how many runs each stands for. */
function more({ count, oldestAt, averageAt }: UnderWay, run: LiveRuns): UnderWay {
  const all = count + run.count;
  const began = (averageAt === null ? 0 : (Date.parse(averageAt) / 1000) * count) + run.beganSum;
  const oldest = run.oldestAt.toISOString();
  return {
    count: all,
    oldestAt: oldestAt === null || oldest < oldestAt ? oldest : oldestAt,
    averageAt: new Date((began / all) * 1000).toISOString(),
  };
}

function nothing(): Sum {
  return { five: 0, hour: 0, errors: 0 };
}

/** Figures by name, made when they are first spoken of. Names of people, so `__proto__` is one like any other. */
class Figures {
  readonly queues: Record<string, QueueTraffic> = Object.create(null);
  readonly strategies: Record<string, StrategyTraffic> = Object.create(null);

  queue(name: string): QueueTraffic {
    return (this.queues[name] ??= {
      arrivals: nothing(),
      leaving: nothing(),
      sources: Object.create(null) as QueueTraffic['sources'],
      views: Object.create(null) as QueueTraffic['views'],
    });
  }

  view(queue: string, name: string): { taken: Sum; underWay: UnderWay } {
    return (this.queue(queue).views[name] ??= { taken: nothing(), underWay: idle } satisfies ViewTraffic);
  }

  strategy(name: string): { runs: Sum; stops: Sum; underWay: UnderWay; blocks: StrategyTraffic['blocks'] } {
    const blocks = Object.create(null) as StrategyTraffic['blocks'];
    return (this.strategies[name] ??= { runs: nothing(), underWay: idle, stops: nothing(), blocks });
  }

  block(strategy: string, id: string): { here: number; ports: BlockTraffic['ports'] } {
    return (this.strategy(strategy).blocks[id] ??= { here: 0, ports: Object.create(null) as BlockTraffic['ports'] });
  }

  port(place: { readonly strategy: string; readonly block: string; readonly port: string }): Sum {
    return (this.block(place.strategy, place.block).ports[place.port] ??= nothing());
  }
}

const idle: UnderWay = { count: 0, oldestAt: null, averageAt: null };

/** Parts of a minute make parts of an interaction; whole ones are shown. */
function rounded(traffic: Traffic): Traffic {
  return JSON.parse(
    JSON.stringify(traffic, (_, value: unknown) => (typeof value === 'number' ? Math.round(value) : value)),
  );
}
