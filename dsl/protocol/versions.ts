import { z } from 'zod';
import { layoutSchema } from '../document/layout.ts';
import { rolloutPlanSchema } from './rollouts.ts';

const time = z.iso.datetime();
const message = z.string().max(2000).default('');

/** A line of `GET /api/processes/:name/saves`: a state the draft was in, newest first. */
export const savedStateSchema = z.strictObject({
  id: z.int(),
  revision: z.int(),
  message: z.string(),
  savedBy: z.string().nullable(),
  savedAt: time,
});

/** A state the draft was in. */
export type SavedState = z.infer<typeof savedStateSchema>;

/** `GET /api/processes/:name/saves/:id`. */
export const savedDocumentSchema = savedStateSchema.extend({ document: z.json(), layout: layoutSchema });

/** A state the draft was in, with its document. */
export type SavedDocument = z.infer<typeof savedDocumentSchema>;

/** `POST /api/processes/:name/saves`: gives the draft of this revision a message, so that it stays a state of its own. */
export const nameSaveSchema = z.strictObject({ revision: z.int(), message: z.string().trim().min(1).max(2000) });

/** A line of `GET /api/processes/:name/activations`: what became active when, newest first. */
export const activationSchema = z.strictObject({
  /** Null where the process went out of service. */
  version: z.int().nullable(),
  kind: z.enum([
    'activated',
    'rolled-back',
    'scheduled',
    'deactivated',
    'rejected',
    'canary-started',
    'canary-changed',
    'canary-promoted',
    'canary-withdrawn',
    'shadow-started',
    'shadow-changed',
    'shadow-stopped',
  ]),
  message: z.string(),
  activatedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  activatedAt: time,
});

/** What became active when. */
export type Activation = z.infer<typeof activationSchema>;

/** A line of `GET /api/activations`: the last of all processes, newest first. */
export const loggedActivationSchema = activationSchema.extend({ id: z.string(), process: z.string() });

/** `POST /api/processes/:name/planned`: makes the draft of this revision a version and activates it later, or once somebody else approves. */
export const planActivationSchema = z.strictObject({
  revision: z.int(),
  message,
  activateAt: time.nullable().default(null),
  /** Null when it takes all interactions at once. */
  rollout: rolloutPlanSchema.nullable().default(null),
});

/** A line of `GET /api/processes/:name/planned`: activations that wait, and the last of those that failed. */
export const plannedActivationSchema = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  message: z.string(),
  requestedBy: z.string(),
  requestedAt: time,
  activateAt: time.nullable(),
  state: z.enum(['awaiting-approval', 'scheduled', 'done', 'cancelled', 'rejected', 'failed']),
  decidedBy: z.string().nullable(),
  problem: z.string().nullable(),
  rollout: rolloutPlanSchema.nullable(),
});

/** An activation that waits. */
export type PlannedActivation = z.infer<typeof plannedActivationSchema>;

/** `POST /api/processes/:name/rollback`: an earlier version takes new interactions again, at once. */
export const rollBackSchema = z.strictObject({ version: z.int(), message });

/** `GET` and `PUT /api/activation-rules`. */
export const activationRulesSchema = z.strictObject({
  /** Whether a second person, who did not write it, has to approve each activation. */
  fourEyes: z.boolean().default(false),
});

/** What a tenant asks of activations. */
export type ActivationRules = z.infer<typeof activationRulesSchema>;
