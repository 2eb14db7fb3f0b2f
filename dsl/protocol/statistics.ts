/** Waits, in seconds, that service factors can be asked for. */
export const thresholdSeconds = [10, 20, 30, 60, 120, 300, 600, 1800, 3600, 14_400, 28_800, 86_400] as const;

/** The counter of waits that are over the threshold before and not over this one: `within20`; `withinMore` beyond the last. */
export function thresholdOf(waitedMs: number): string {
  const limit = thresholdSeconds.find((seconds) => waitedMs <= seconds * 1000);
  return `within${limit ?? 'More'}`;
}
