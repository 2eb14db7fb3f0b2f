import { thresholdSeconds } from '#dsl/protocol/statistics.ts';
import type { Counts } from './tally.ts';

/** Share of what agents accepted that they accepted within so many seconds; null where they accepted nothing. */
export function serviceFactor(counts: Counts, withinSeconds: number): number | null {
  const within = thresholdSeconds
    .filter((seconds) => seconds <= withinSeconds)
    .reduce((sum, seconds) => sum + (counts[`within${seconds}`] ?? 0), 0);
  return ratio(within, counts['accepted']);
}

/** Share of the time in which an agent had something in hand, of that in which they could have; null where there was none. */
export function occupancy(counts: Counts): number | null {
  const handling = counts['handlingTimeMs'] ?? 0;
  return ratio(handling, handling + (counts['readyTimeMs'] ?? 0));
}

/** How much of something there is for each of something else, such as milliseconds for each handling; null where there is none of these. */
export function ratio(amount: number | undefined, of: number | undefined): number | null {
  return of === undefined || of === 0 ? null : (amount ?? 0) / of;
}
