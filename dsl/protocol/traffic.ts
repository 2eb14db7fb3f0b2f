import { z } from 'zod';

const time = z.iso.datetime();

/** How often something happened: during the last five minutes and the last hour, and how often of that hour it went wrong. */
const flowSchema = z.strictObject({ five: z.int(), hour: z.int(), errors: z.int() });

/** How often something happened lately. */
export type Flow = z.infer<typeof flowSchema>;

/** Runs that are under way: how many, when the oldest began, and the moment that is as long ago as they last on average. */
const underWaySchema = z.strictObject({ count: z.int(), oldestAt: time.nullable(), averageAt: time.nullable() });

/** Runs that are under way. */
export type UnderWay = z.infer<typeof underWaySchema>;

/** What a page wants to see minute by minute: a queue or workbin, one of its views, a strategy, or a block. */
export const trafficFocusSchema = z.union([
  z.strictObject({ queue: z.string(), view: z.string().optional() }),
  z.strictObject({ strategy: z.string(), block: z.string().optional() }),
]);

/** What a page wants to see minute by minute. */
export type TrafficFocus = z.infer<typeof trafficFocusSchema>;

/** What moves through a process, sent once a second at most to pages that watch it. */
export const trafficSchema = z.strictObject({
  /** How much of the last hour has been counted, in minutes; below 60 for a moment after somebody begins to watch. */
  minutes: z.int(),
  /** By queue or workbin. Errors of what came in are failed interactions. */
  queues: z.record(
    z.string(),
    z.strictObject({
      arrivals: flowSchema,
      leaving: flowSchema,
      /** Arrivals by who placed them: `media:email default`, `strategy:NAME`, `agent`, `supervisor`, `system`. */
      sources: z.record(z.string(), flowSchema),
      /** What submitters took, by view; errors are runs that failed or left a block by its error port. */
      views: z.record(z.string(), z.strictObject({ taken: flowSchema, underWay: underWaySchema })),
    }),
  ),
  strategies: z.record(
    z.string(),
    z.strictObject({
      /** Runs that ended; errors are those that failed or left a block by its error port. */
      runs: flowSchema,
      underWay: underWaySchema,
      /** Interactions it stopped. */
      stops: flowSchema,
      blocks: z.record(
        z.string(),
        z.strictObject({
          /** Runs that wait in it now. */
          here: z.int(),
          /** Passes by the port they left by; under '' are runs that failed in it. */
          ports: z.record(z.string(), flowSchema),
        }),
      ),
    }),
  ),
  /** Of what the page asked for, minute by minute, oldest first and the current one last: what came in, and what left or went wrong. */
  series: z.strictObject({ focus: trafficFocusSchema, into: z.array(z.int()), outOf: z.array(z.int()) }).nullable(),
});

/** What moves through a process. */
export type Traffic = z.infer<typeof trafficSchema>;
