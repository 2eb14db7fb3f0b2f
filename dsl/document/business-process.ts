import { z } from 'zod';
import { conditionSchema } from '../condition/condition.ts';
import { mediaTypeSchema } from '../model/media-type.ts';
import { workbinSchema } from '../model/workbin.ts';
import { variableNameSchema } from '../block/variable-name.ts';
import { macroSchema } from './macro.ts';
import { nameSchema, strategySchema } from './strategy.ts';

/** The format this code writes. Older documents are migrated upwards when they are read. */
export const currentFormat = 1;

/** The link from a view to a strategy: on or off, and how many interactions may be in the strategy at once. */
export const submitterSchema = z.strictObject({
  strategy: nameSchema,
  enabled: z.boolean().default(true),
  maxInFlight: z.int().min(1).max(100_000).default(1000).meta({ title: 'At most in flight', unit: 'interactions' }),
});

/**
 * What the due times of interactions (`scheduledAt`) mean to a view: `due` takes what has none and what is due, from the moment it
 * falls due; `scheduled` shows only what is not due yet; `any` does not look at them.
 */
export const schedulingSchema = z.enum(['due', 'scheduled', 'any']);

/** Keeps one segment from taking all of a submitter: how many interactions of each value of a property may be in the strategy at once. */
const segmentationSchema = z.strictObject({
  /** A property, or `data.<key>`; interactions without it are a segment too. */
  property: z.string().regex(/^[A-Za-z][\w.]*$/, 'a property, or data. and a key'),
  maxInFlight: z.int().min(1).max(100_000),
});

/** A window on a queue: which interactions, in which order, handed to which strategy. */
export const viewSchema = z.strictObject({
  description: z.string().optional(),
  enabled: z.boolean().default(true),
  condition: conditionSchema.optional(),
  /** Property and direction, as `priority desc`; ties go by age. */
  order: z
    .array(z.string().regex(/^[A-Za-z][\w.]*(?: (?:asc|desc))?$/, 'a property, then asc or desc'))
    .default(['priority desc', 'receivedAt']),
  scheduling: schedulingSchema.default('due'),
  segmentation: segmentationSchema.optional(),
  submitter: submitterSchema.optional(),
});

/** A persistent set of interactions; views decide who leaves. */
export const queueSchema = z.strictObject({
  description: z.string().optional(),
  /** True when interactions are meant to stay until a person acts. */
  parking: z.boolean().default(false),
  /** Makes it a workbin: what is in it belongs to an agent, group or place, who may pull it in any order. */
  workbin: workbinSchema.optional(),
  views: z.record(nameSchema, viewSchema).default({}),
});

/** Where a media server hands interactions in. */
export const endpointSchema = z.strictObject({
  media: mediaTypeSchema,
  queue: nameSchema,
  description: z.string().optional(),
});

/** A whole business process as it is stored, kept in git, exported and imported. */
export const businessProcessSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(currentFormat),
  name: nameSchema,
  description: z.string().optional(),
  /** Queue that receives interactions whose strategy failed, with the reason. */
  errorQueue: nameSchema.default('ErrorHeld'),
  endpoints: z.record(nameSchema, endpointSchema).default({}),
  queues: z.record(nameSchema, queueSchema).default({}),
  strategies: z.record(nameSchema, strategySchema).default({}),
  /** Expressions with parameters that strategies use by name. */
  macros: z.record(variableNameSchema, macroSchema).default({}),
});

/** A business process with its defaults filled in. */
export type BusinessProcess = z.infer<typeof businessProcessSchema>;

/** A business process as people write it, defaults left out. */
export type BusinessProcessInput = z.input<typeof businessProcessSchema>;

/** A view of a queue. */
export type View = z.infer<typeof viewSchema>;

/** A queue of the process. */
export type InteractionQueue = z.infer<typeof queueSchema>;
