import { z } from 'zod';
import { conditionSchema } from '../condition/condition.ts';
import { replayedInteractionSchema } from './replay.ts';

const share = z.int().min(1).max(100);

/** How a new version begins where it does not take all interactions at once. */
export const rolloutPlanSchema = z.strictObject({
  /** As a canary it takes its part of the interactions; as a shadow it is run afterwards over what the active version did, without effects. */
  mode: z.enum(['canary', 'shadow']),
  /** Percent of the interactions that meet the condition; an interaction and what came of it are always on the same side. */
  share: share.default(100),
  /** Which interactions come into question, asked when a run begins; all when there is none. */
  condition: conditionSchema.nullable().default(null),
});

/** How a new version begins where it does not take all interactions at once. */
export type RolloutPlan = z.infer<typeof rolloutPlanSchema>;

/** `PUT /api/processes/:name/rollout`: widens or narrows the part that a version takes. */
export const changeRolloutSchema = z.strictObject({
  share,
  condition: conditionSchema.nullable().default(null),
  message: z.string().max(2000).default(''),
});

/** What a change of the part says. */
export type RolloutChange = z.infer<typeof changeRolloutSchema>;

/** `POST /api/processes/:name/rollout/promote` and `.../withdraw`. */
export const endRolloutSchema = z.strictObject({ message: z.string().max(2000).default('') });

/** Runs of one version since the rollout began. */
const sideSchema = z.strictObject({
  version: z.int(),
  /** Runs that compute or wait now. */
  running: z.int(),
  ended: z.int(),
  /** Runs that failed: their interactions are in the error queue. */
  failed: z.int(),
});

/** Runs of one version since the rollout began. */
export type RolloutSide = z.infer<typeof sideSchema>;

/** A way in which a shadow decides otherwise, and the last interaction it happened to. */
const shadowDifferenceSchema = z.strictObject({
  strategy: z.string(),
  why: z.string(),
  count: z.int(),
  lastAt: z.iso.datetime(),
  last: replayedInteractionSchema,
});

/** A way in which a shadow decides otherwise. */
export type ShadowDifference = z.infer<typeof shadowDifferenceSchema>;

/** A version on trial, as lists show it. */
export const rolloutSummarySchema = z.strictObject({
  version: z.int(),
  mode: rolloutPlanSchema.shape.mode,
  share,
  hasCondition: z.boolean(),
});

/** A version on trial, as lists show it. */
export type RolloutSummary = z.infer<typeof rolloutSummarySchema>;

/** `GET /api/processes/:name/rollout`: the version on trial and how it fares. */
export const rolloutSchema = z.strictObject({
  version: z.int(),
  activeVersion: z.int(),
  mode: rolloutPlanSchema.shape.mode,
  share,
  condition: conditionSchema.nullable(),
  message: z.string(),
  startedBy: z.string().nullable(),
  startedAt: z.iso.datetime(),
  /** Of a canary: what the active version and the new one did since it began, the active one first. */
  sides: z.array(sideSchema),
  /** Of a shadow: interactions compared, those that would fare otherwise, and those left out since too many came. */
  compared: z.int(),
  differing: z.int(),
  skipped: z.int(),
  /** The most frequent first. */
  differences: z.array(shadowDifferenceSchema),
});

/** The version on trial and how it fares. */
export type Rollout = z.infer<typeof rolloutSchema>;
