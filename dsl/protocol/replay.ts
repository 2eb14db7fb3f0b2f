import { z } from 'zod';

const outcomeSchema = z.strictObject({
  /** Blocks of the strategy, by id. */
  path: z.array(z.string()),
  queue: z.string().nullable(),
  stopped: z.boolean(),
  error: z.string().nullable(),
  /** What the mail blocks asked for. */
  mails: z.array(z.record(z.string(), z.json())),
});

/** `POST /api/processes/:name/replay`: runs the draft over the last real interactions of a strategy. Nothing happens to them. */
export const replaySchema = z.strictObject({
  strategy: z.string().min(1),
  count: z.int().min(1).max(500).default(100),
});

/** An interaction that fares otherwise under the draft. */
export const replayedInteractionSchema = z.strictObject({
  interactionId: z.uuid(),
  runId: z.uuid(),
  subject: z.string(),
  version: z.int(),
  startedAt: z.iso.datetime(),
  differs: z.array(z.enum(['path', 'queue', 'stopped', 'error', 'mails', 'data', 'calls'])),
  why: z.string(),
  /** The block at which the ways part. */
  block: z.string().nullable(),
  before: outcomeSchema,
  after: outcomeSchema,
  /** Blocks whose host call the journal does not answer for certain: they ask something they did not ask then. */
  assumed: z.array(z.strictObject({ block: z.string(), call: z.string(), kind: z.enum(['other-params', 'unknown']) })),
});

/** An interaction that fares otherwise under the draft. */
export type ReplayedInteraction = z.infer<typeof replayedInteractionSchema>;

/** What came of a replay: how many interactions there were, and those that fare otherwise, newest first. */
export const replayResultSchema = z.strictObject({
  replayed: z.int(),
  changed: z.array(replayedInteractionSchema),
});

/** What came of a replay. */
export type ReplayResult = z.infer<typeof replayResultSchema>;

/** `GET` and `PUT /api/test-rules`: what the tenant asks of strategy tests before an activation. */
export const testRulesSchema = z.strictObject({
  /** Whether every process has to pass its tests. */
  everywhere: z.boolean(),
});

/** `GET` and `PUT /api/processes/:name/test-rule`. */
export const testRuleSchema = z.strictObject({
  /** Whether this process has to pass its tests before it is activated. */
  required: z.boolean(),
});

/** What is asked of one process, and of all. */
export const processTestRuleSchema = testRuleSchema.extend(testRulesSchema.shape);
