/** What counters and times belong to. Agent groups are the sums of their members. */
export type StatisticsKind = 'queue' | 'strategy' | 'agent' | 'media';

/** An object of statistics; a queue's, strategy's or agent's figures are kept for each medium. */
export interface StatisticsObject {
  readonly tenantId: string;
  readonly kind: StatisticsKind;
  readonly name: string;
  readonly media: string;
}

/** Counters and times of an object during a span: sums, but those whose names end in `Max`, which are the greatest. Times are milliseconds. */
export type Counts = Record<string, number>;

/** Counts of an object during the span of minutes that begins at a time. */
export interface Bucket extends StatisticsObject {
  readonly span: Span;
  /** Unix milliseconds, a multiple of the span. */
  readonly at: number;
  readonly counts: Counts;
}

/** Lengths of buckets in minutes: what sliding windows are made of, and what reports are made of. */
export const spans = [1, 15] as const;

/** Length of a bucket in minutes. */
export type Span = (typeof spans)[number];

/** How long buckets of a minute are of use, and kept; the longest sliding window and some time to come back after a stop. */
export const minutesKeptMs = 3 * 3_600_000;

/** Adds the counts of one span to those of another, or of the same one counted before. */
export function addCounts(sum: Counts, more: Readonly<Counts>): Counts {
  for (const [name, value] of Object.entries(more)) {
    const before = sum[name] ?? 0;
    sum[name] = name.endsWith('Max') ? Math.max(before, value) : before + value;
  }
  return sum;
}

/** Adds up what a number of events mean, by object and span. */
export class Tally {
  readonly #buckets = new Map<string, Bucket>();
  readonly #minutesFrom: number;

  /** Minutes that began before `minutesFrom` (Unix milliseconds) are left out: nobody asks for them any more. */
  constructor(minutesFrom: number) {
    this.#minutesFrom = minutesFrom;
  }

  /** What has been counted. */
  get buckets(): readonly Bucket[] {
    return [...this.#buckets.values()];
  }

  /** Something happened once, or took so long, at a moment. */
  count(of: StatisticsObject, at: number, counts: Readonly<Counts>): void {
    for (const span of spans) this.#add(of, span, at, counts);
  }

  /** A state lasted from one moment to another: each span gets its part. */
  spread(of: StatisticsObject, name: string, from: number, to: number): void {
    for (const span of spans) {
      const length = span * 60_000;
      const earliest = span === 1 ? Math.max(from, this.#minutesFrom) : from;
      for (let at = earliest; at < to; at = (Math.floor(at / length) + 1) * length) {
        const end = Math.min(to, (Math.floor(at / length) + 1) * length);
        this.#add(of, span, at, { [name]: end - at });
      }
    }
  }

  #add({ tenantId, kind, name, media }: StatisticsObject, span: Span, when: number, counts: Readonly<Counts>): void {
    const length = span * 60_000;
    const at = Math.floor(when / length) * length;
    if (span === 1 && at < this.#minutesFrom) return;
    const key = JSON.stringify([tenantId, kind, name, media, span, at]);
    const bucket = this.#buckets.get(key) ?? { tenantId, kind, name, media, span, at, counts: {} };
    addCounts(bucket.counts, counts);
    this.#buckets.set(key, bucket);
  }
}
