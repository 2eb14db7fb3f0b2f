import { z } from 'zod';
import { layoutSchema } from '../document/layout.ts';
import { diagnosticSchema } from '../errors/diagnostic.ts';
import { rolloutPlanSchema, rolloutSummarySchema } from './rollouts.ts';

const time = z.iso.datetime();

/** A line of `GET /api/processes`. */
export const processSummarySchema = z.strictObject({
  name: z.string(),
  description: z.string(),
  revision: z.int(),
  activeVersion: z.int().nullable(),
  /** True when the draft says something else than the active version. */
  draftDiffers: z.boolean(),
  /** The version that takes a part of the interactions, or is run as a shadow, beside the active one. */
  rollout: rolloutSummarySchema.nullable(),
  updatedAt: time,
  updatedBy: z.string().nullable(),
});

/** A line of the list of processes. */
export type ProcessSummary = z.infer<typeof processSummarySchema>;

/** `GET /api/processes/:name`. The draft is kept as it was saved, also while it has problems. */
export const processDraftSchema = processSummarySchema.extend({ draft: z.json(), layout: layoutSchema });

/** A process with its draft and layout. */
export type ProcessDraft = z.infer<typeof processDraftSchema>;

/** `POST /api/processes`: with a first draft, such as that of a template, or empty. */
export const createProcessSchema = z.strictObject({
  name: z.string().min(1).max(128),
  draft: z.json().optional(),
  layout: layoutSchema.prefault({}),
});

/** `PUT /api/processes/:name/draft`. `revision` is the one the edit started from; 409 when somebody saved meanwhile. */
export const saveDraftSchema = z.strictObject({ draft: z.json(), layout: layoutSchema, revision: z.int() });

/** Answer to a save. */
export const savedDraftSchema = z.strictObject({ revision: z.int(), diagnostics: z.array(diagnosticSchema) });

/** `POST /api/processes/:name/activate`: makes the draft of this revision a version and activates it. 422 with diagnostics when it has errors. */
export const activateSchema = z.strictObject({
  revision: z.int(),
  message: z.string().max(2000).default(''),
  /** Null when it takes all interactions at once. */
  rollout: rolloutPlanSchema.nullable().default(null),
});

/** Answer to an activation: the version that new runs use now, or the part of them that was asked for. */
export const activatedSchema = z.strictObject({ version: z.int() });

/** `GET /api/surroundings?process=NAME`: every name of the tenant that this process may refer to. */
export const surroundingsSchema = z.strictObject({
  responses: z.array(z.string()),
  screeningRules: z.array(z.string()),
  /** Keys of attached data that screening rules set, `ScrKey_` included. */
  screeningKeys: z.array(z.string()),
  routingRules: z.array(z.string()),
  models: z.array(z.string()),
  agentGroups: z.array(z.string()),
  lists: z.array(z.string()),
  /** Business hours. */
  calendars: z.array(z.string()),
  dataSources: z.array(z.string()),
  externalServices: z.array(z.string()),
  secrets: z.array(z.string()),
  /** User names. */
  agents: z.array(z.string()),
  /** Queues of the other active processes. */
  queues: z.array(z.string()),
});

/** Names a process may refer to. */
export type SurroundingNames = z.infer<typeof surroundingsSchema>;

/** A line of `GET /api/processes/:name/versions`, newest first. */
export const versionSchema = z.strictObject({
  version: z.int(),
  message: z.string(),
  createdBy: z.string().nullable(),
  createdAt: time,
  active: z.boolean(),
});

/** A version of a process. */
export type Version = z.infer<typeof versionSchema>;

/** `GET /api/processes/:name/versions/:version`. */
export const versionDocumentSchema = versionSchema.extend({ document: z.json(), layout: layoutSchema });

/** A version with its document. */
export type VersionDocument = z.infer<typeof versionDocumentSchema>;

/** `GET /api/counts`, and pushed over the web socket: how many interactions stand where now. */
export const countsSchema = z.strictObject({
  queues: z.record(
    z.string(),
    z.strictObject({
      queued: z.int(),
      held: z.int(),
      oldestAt: time.nullable(),
      /** As long ago as they wait on average. */
      averageAt: time.nullable(),
    }),
  ),
  /** By strategy name: runs that compute or wait. */
  strategies: z.record(z.string(), z.int()),
  inviting: z.int(),
  handling: z.int(),
});

/** How many interactions stand where now. */
export type Counts = z.infer<typeof countsSchema>;
