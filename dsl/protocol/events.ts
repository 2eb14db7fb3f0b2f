import { z } from 'zod';

const time = z.iso.datetime({ offset: true });

/** One entry of the event log, in the field's event names. */
export const loggedEventSchema = z.strictObject({
  id: z.string(),
  at: z.iso.datetime(),
  kind: z.string(),
  /** Null for what concerns an agent only. */
  interactionId: z.uuid().nullable(),
  /** Who acted. */
  party: z.record(z.string(), z.unknown()).nullable(),
  facts: z.record(z.string(), z.unknown()),
});

/** One entry of the event log. */
export type LoggedEvent = z.infer<typeof loggedEventSchema>;

const names = z.string().transform((text) => text.split(',').filter((name) => name !== ''));

/** Which events: all that are given must hold. */
const eventFilterSchema = z.strictObject({
  interactionId: z.uuid().optional(),
  /** User name of the agent who acted, or whom it concerns. */
  agent: z.string().min(1).optional(),
  /** Name of the queue or workbin. */
  queue: z.string().min(1).optional(),
  /** Event names with commas between, such as `AgentInvited,Rejected`. */
  kinds: names.optional(),
});

/** Which events. */
export type EventFilter = z.infer<typeof eventFilterSchema>;

/** `GET /api/events`: the log, newest first. What is still being committed may yet appear behind the cursor; `/changes` never misses it. */
export const readEventsSchema = eventFilterSchema.extend({
  since: time.optional(),
  until: time.optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

/** Answer to `GET /api/events`; `next` is the cursor of the page behind, null at the end. */
export const eventPageSchema = z.strictObject({ events: z.array(loggedEventSchema), next: z.string().nullable() });

/** Part of the event log. */
export type EventPage = z.infer<typeof eventPageSchema>;

/**
 * `GET /api/events/changes`: what was committed after the cursor, each event once and in the order of transactions. Without `after` from the
 * beginning; `after=now` answers the cursor of this moment. With `wait` the answer is held up to so many seconds until there is something.
 */
export const readChangesSchema = eventFilterSchema.extend({
  after: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
  wait: z.coerce.number().int().min(0).max(30).default(0),
});

/** Answer to `/changes`: `next` is the cursor to go on from, also when there was nothing; `isMore` says that more is there already. */
export const changesSchema = z.strictObject({
  events: z.array(loggedEventSchema),
  next: z.string(),
  isMore: z.boolean(),
});

/** What was committed after a cursor. */
export type Changes = z.infer<typeof changesSchema>;
