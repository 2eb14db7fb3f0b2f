import type { Forecast } from '#dsl/protocol/statistics.ts';
import { erlangC } from './erlang-c.ts';
import type { ObjectCounts } from './window-counts.ts';

/** What queues are forecast by: counts of the last hour, what waits now, and what agents of each medium can have in hand. */
export interface ForecastBasis {
  readonly hour: readonly ObjectCounts[];
  readonly waiting: Readonly<Record<string, number>>;
  readonly placesByMedia: ReadonlyMap<string, number>;
}

/**
 * The next hour of each queue that agents take from, if arrivals, handling times and agents stay what they were in the last hour. Erlang C
 * for each medium of the queue; agents are thought of as shared among the queues of a medium by their work, whatever skills they have.
 */
export function forecasts({ hour, waiting, placesByMedia }: ForecastBasis): Map<string, Forecast> {
  const taken = hour.filter(({ counts }) => (counts['handled'] ?? 0) > 0);
  const work = (one: ObjectCounts): number => (one.counts['entered'] ?? 0) * handlingOf(one);
  const workOfMedia = new Map<string, number>();
  for (const one of taken) workOfMedia.set(one.media, (workOfMedia.get(one.media) ?? 0) + work(one));
  const found = new Map<string, Forecast>();
  for (const one of taken) {
    const arrivals = one.counts['entered'] ?? 0;
    const all = workOfMedia.get(one.media) ?? 0;
    const places = all === 0 ? 0 : ((placesByMedia.get(one.media) ?? 0) * work(one)) / all;
    const next = erlangC(arrivals, handlingOf(one), places);
    const left = (waiting[one.name] ?? 0) + arrivals - (places * 3_600_000) / handlingOf(one);
    const forecast: Forecast = {
      arrivals,
      handlingMs: handlingOf(one),
      places,
      waitMs: next.waitMs ?? null,
      waiting: next.waiting ?? Math.max(0, left),
    };
    // the medium with most work stands for a queue of several
    if ((found.get(one.name)?.arrivals ?? -1) < arrivals) found.set(one.name, forecast);
  }
  return found;
}

function handlingOf({ counts }: ObjectCounts): number {
  return Math.max(1, (counts['handlingMs'] ?? 0) / Math.max(1, counts['handled'] ?? 0));
}
