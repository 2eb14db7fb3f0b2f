import { z } from 'zod';

/** Waits, in seconds, that service factors can be asked for. */
export const thresholdSeconds = [10, 20, 30, 60, 120, 300, 600, 1800, 3600, 14_400, 28_800, 86_400] as const;

/** The counter of waits that are over the threshold before and not over this one: `within20`; `withinMore` beyond the last. */
export function thresholdOf(waitedMs: number): string {
  const limit = thresholdSeconds.find((seconds) => waitedMs <= seconds * 1000);
  return `within${limit ?? 'More'}`;
}

/** Lengths of sliding windows, in minutes. */
export const windowMinutes = [5, 15, 30, 60] as const;

const time = z.iso.datetime();
const share = z.number().min(0).max(1).nullable();
const ms = z.number().nullable();

/** `GET /api/statistics/board`: what the board is asked for. */
export const boardQuerySchema = z.strictObject({
  /** Length of the sliding window, in minutes. */
  window: z.coerce.number().pipe(z.literal(windowMinutes)).default(15),
  /** Service level: accepted within so many seconds. */
  within: z.coerce.number().pipe(z.literal(thresholdSeconds)).default(60),
});

/** What the board is asked for. */
export type BoardQuery = z.infer<typeof boardQuerySchema>;

/** The next hour of a queue whose interactions agents take, if it goes on as in the last hour. */
const forecastSchema = z.strictObject({
  /** Interactions an hour. */
  arrivals: z.number(),
  /** How long agents handle one on average. */
  handlingMs: z.number(),
  /** What agents can have in hand at once, shared among the queues of the medium by their work. */
  places: z.number(),
  /** Average wait; null where more arrives than can be handled, so that it grows. */
  waitMs: ms,
  /** How many wait by the end of the hour where more arrives than can be handled; else on average. */
  waiting: z.number(),
});

/** The next hour of a queue. */
export type Forecast = z.infer<typeof forecastSchema>;

const queueLineSchema = z.strictObject({
  name: z.string(),
  waiting: z.int(),
  held: z.int(),
  oldestAt: time.nullable(),
  entered: z.int(),
  accepted: z.int(),
  abandoned: z.int(),
  errors: z.int(),
  averageWaitMs: ms,
  serviceFactor: share,
  /** Placements in each of the last 60 minutes, oldest first. */
  arrivals: z.array(z.int()),
  forecast: forecastSchema.nullable(),
});

/** A queue on the board. */
export type QueueLine = z.infer<typeof queueLineSchema>;

const strategyLineSchema = z.strictObject({
  name: z.string(),
  running: z.int(),
  taken: z.int(),
  ended: z.int(),
  stopped: z.int(),
  errors: z.int(),
  averageRunMs: ms,
});

/** A strategy on the board. */
export type StrategyLine = z.infer<typeof strategyLineSchema>;

const agentMediaSchema = z.strictObject({
  media: z.string(),
  state: z.enum(['ready', 'not-ready', 'do-not-disturb']),
  reason: z.string().nullable(),
  since: time,
  inHand: z.int(),
  capacity: z.int(),
});

const agentLineSchema = z.strictObject({
  id: z.string(),
  userName: z.string(),
  name: z.string(),
  groups: z.array(z.string()),
  loggedInAt: time,
  media: z.array(agentMediaSchema),
  /** What they have in hand for each place of their capacity, of the fullest medium. */
  loading: z.number(),
  occupancy: share,
  accepted: z.int(),
  handled: z.int(),
  averageHandlingMs: ms,
});

/** An agent who is logged in, on the board. */
export type AgentLine = z.infer<typeof agentLineSchema>;

/** The board: what is now, and figures of the window. */
export const boardSchema = z.strictObject({
  at: time,
  /** Up to when the event log has been counted. */
  countedAt: time,
  queues: z.array(queueLineSchema),
  strategies: z.array(strategyLineSchema),
  agents: z.array(agentLineSchema),
});

/** The board. */
export type Board = z.infer<typeof boardSchema>;

/** What reports are about. */
export const reportKindSchema = z.enum(['queue', 'agent', 'agent-group', 'strategy', 'media']);

/** What a report is about. */
export type ReportKind = z.infer<typeof reportKindSchema>;

/** `GET /api/statistics/report` and `report.csv`. */
export const reportQuerySchema = z.strictObject({
  kind: reportKindSchema,
  from: time,
  to: time,
  interval: z.enum(['15', '30', '60', 'day']).default('60'),
  /** Time zone by its IANA name; days and hours begin there. */
  zone: z.string().max(60).default('UTC').refine(isTimeZone, 'must be a time zone such as "Europe/Berlin"'),
  within: z.coerce.number().pipe(z.literal(thresholdSeconds)).default(60),
  /** Only this object. */
  name: z.string().max(500).optional(),
});

/** What a report is asked for. */
export type ReportQuery = z.infer<typeof reportQuerySchema>;

/** A report: a line for each interval and object, in this order; columns that were not counted are 0, ratios of nothing null. */
export const reportSchema = z.strictObject({
  columns: z.array(z.string()),
  lines: z.array(z.strictObject({ at: time, name: z.string(), values: z.array(z.number().nullable()) })),
  /** There are more lines than were answered; ask for less. */
  isMore: z.boolean(),
});

/** A report. */
export type Report = z.infer<typeof reportSchema>;

function isTimeZone(zone: string): boolean {
  try {
    // a plain difference such as +01:00 means the opposite to PostgreSQL (POSIX)
    return /^[A-Za-z]/.test(new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone);
  } catch {
    // the platform throws for names it does not know
    return false;
  }
}
