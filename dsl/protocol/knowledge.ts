import { z } from 'zod';
import { screeningRuleDocumentSchema } from '../document/bundle.ts';
import { nameSchema } from '../document/strategy.ts';
import { classificationModelSchema } from '../model/classification-model.ts';
import { standardResponseSchema } from '../model/standard-response.ts';

const time = z.iso.datetime();

/** A line of `GET /api/responses`. `GET`, `PUT` and `DELETE /api/responses/:name` read, keep and remove one. */
export const responseSummarySchema = z.strictObject({
  name: z.string(),
  description: z.string(),
  language: z.string(),
  status: z.enum(['draft', 'approved']),
  updatedAt: time,
});

/** A line of the list of standard responses. */
export type ResponseSummary = z.infer<typeof responseSummarySchema>;

/** `POST /api/responses/preview`: fills the field codes of a response that need not be kept yet, for whoever asks, over an interaction they may read or a sample. */
export const previewResponseSchema = z.strictObject({
  response: standardResponseSchema,
  interactionId: z.uuid().optional(),
});

/** Answer to a preview. `problems` say what is wrong with field codes; what is unknown stays empty. */
export const responsePreviewSchema = z.strictObject({
  subject: z.string(),
  text: z.string(),
  html: z.string().nullable(),
  problems: z.array(z.strictObject({ field: z.enum(['subject', 'text', 'html']), message: z.string() })),
});

/** A response with its field codes filled in. */
export type ResponsePreview = z.infer<typeof responsePreviewSchema>;

/** A line of `GET /api/screening-rules`. `GET`, `PUT` and `DELETE /api/screening-rules/:name` read, keep and remove one. */
export const screeningRuleSummarySchema = z.strictObject({
  name: z.string(),
  pattern: z.string(),
  enabled: z.boolean(),
  order: z.int().nullable(),
  updatedAt: time,
});

/** A line of the list of screening rules. */
export type ScreeningRuleSummary = z.infer<typeof screeningRuleSummarySchema>;

/** `POST /api/screening-rules/test`: applies a rule that need not be kept yet. */
export const testScreeningRuleSchema = z.strictObject({
  rule: screeningRuleDocumentSchema,
  subject: z.string().max(998).default(''),
  body: z.string().max(1_000_000).default(''),
  headers: z.string().max(100_000).default(''),
});

/** Answer to a test: whether the rule applies, and the values its named groups took. */
export const screeningResultSchema = z.strictObject({
  matched: z.boolean(),
  keys: z.record(z.string(), z.string()),
});

const shareSchema = z.number().min(0).max(1).nullable();

/**
 * How well a model did on texts it had not seen: on each text of a small set once, on a fifth of a large one. Shares are 0 to 1;
 * null where there is nothing to take a share of.
 */
export const modelQualitySchema = z.strictObject({
  /** Share of texts whose surest category was right. */
  accuracy: shareSchema,
  /** Mean of the F1 of all categories, each weighing the same. */
  macroF1: shareSchema,
  /** How far confidence and correctness lie apart on average; 0.05 is five percent. */
  calibrationError: shareSchema,
  /** Share that is right among the surest four fifths. */
  surestAccuracy: shareSchema,
  heldBack: z.int(),
  /** Share of texts whose category was among the first so many. */
  correctInTop: z.array(z.strictObject({ top: z.int(), share: shareSchema })),
  /** When only those count that the model is at least this sure of, in percent: the share of texts left, and how many of them are right. */
  curve: z.array(z.strictObject({ confidence: z.number(), classified: shareSchema, accuracy: shareSchema })),
  /** What was taken for what, the most frequent first. */
  confusions: z.array(z.strictObject({ category: z.string(), given: z.string(), count: z.int() })),
  categories: z.array(
    z.strictObject({
      name: z.string(),
      examples: z.int(),
      /** Of those given this category, the share that have it. */
      precision: shareSchema,
      /** Of those that have this category, the share that were given it. */
      recall: shareSchema,
    }),
  ),
});

/** How well a model did. */
export type ModelQuality = z.infer<typeof modelQualitySchema>;

/** A line of `GET /api/models`. While it is trained anew, strategies use what was trained before. */
export const modelSummarySchema = z.strictObject({
  name: z.string(),
  description: z.string(),
  language: z.string().nullable(),
  examples: z.int(),
  state: z.enum(['untrained', 'training', 'trained', 'failed']),
  /** Of the training, 0 to 1. */
  progress: z.number().nullable(),
  problem: z.string().nullable(),
  quality: modelQualitySchema.nullable(),
  trainedAt: time.nullable(),
});

/** A line of the list of classification models. */
export type ModelSummary = z.infer<typeof modelSummarySchema>;

/** `GET /api/models/:name`. */
export const modelDetailSchema = modelSummarySchema.extend({ document: classificationModelSchema });

/** A model with its training texts. */
export type ModelDetail = z.infer<typeof modelDetailSchema>;

/**
 * `PUT /api/models/:name`: keeps the training texts and trains the model; 202, the list shows the progress. Texts come as CSV with
 * a header line `text,category`, or as a list.
 */
export const saveModelSchema = z
  .strictObject({
    description: z.string().max(1000).optional(),
    language: z.string().max(35).optional(),
    csv: z.string().max(30_000_000).optional(),
    examples: classificationModelSchema.shape.examples.removeDefault().optional(),
  })
  .refine(({ csv, examples }) => (csv === undefined) !== (examples === undefined), {
    path: ['csv'],
    message: 'give the training texts either as csv or as examples',
  });

/** `POST /api/models/:name/test`. */
export const testModelSchema = z.strictObject({
  text: z.string().max(1_000_000),
  top: z.int().min(1).max(50).default(5),
});

/** Answer to a test: the surest categories first. */
export const classificationSchema = z.strictObject({
  categories: z.array(z.strictObject({ name: z.string(), confidence: z.number() })),
});

/** Names in addresses of the knowledge base. */
export const knowledgeNameSchema = z.object({ name: nameSchema });
