import { z } from 'zod';
import { diagnosticSchema } from '../errors/diagnostic.ts';

/**
 * How much of a block came over: `exact` does the same here; `near` does nearly the same, for the reasons given;
 * `placeholder` runs, says what it was and goes on, and waits for a person to build it.
 */
export const parityLevelSchema = z.enum(['exact', 'near', 'placeholder']);

/** How much of a block came over. */
export type ParityLevel = z.infer<typeof parityLevelSchema>;

/** A block of a Composer project and what became of it. */
export const parityItemSchema = z.strictObject({
  file: z.string(),
  /** Diagram within the file. */
  diagram: z.string(),
  /** Name people gave it there. */
  name: z.string(),
  /** Type there, such as `ird:TargetBlock`. */
  type: z.string(),
  level: parityLevelSchema,
  /** What it is here: an object of the process, and for a block of a strategy its id and type. */
  ours: z.strictObject({
    kind: z.enum(['strategy', 'queue', 'endpoint']),
    name: z.string(),
    block: z.string().optional(),
    type: z.string().optional(),
  }),
  reasons: z.array(z.string()),
});

/** A block of a Composer project and what became of it. */
export type ParityItem = z.infer<typeof parityItemSchema>;

/** A file of the project: read, or passed over for the reason given. */
export const parityFileSchema = z.strictObject({
  path: z.string(),
  kind: z.enum(['process', 'workflow', 'callflow', 'scxml', 'variables', 'other']),
  status: z.enum(['imported', 'generated', 'passed-over']),
  blocks: z.int(),
  remarks: z.array(z.string()),
});

/** A file of the project. */
export type ParityFile = z.infer<typeof parityFileSchema>;

/** The count to put before whoever decides. `lost` is what neither came over nor is kept as a placeholder: always 0. */
export const parityCountSchema = z.strictObject({
  files: z.int(),
  blocks: z.int(),
  exact: z.int(),
  near: z.int(),
  placeholder: z.int(),
  lost: z.int(),
});

/** What became of a Composer project, block by block. */
export const parityReportSchema = z.strictObject({
  project: z.string(),
  count: parityCountSchema,
  files: z.array(parityFileSchema),
  items: z.array(parityItemSchema),
});

/** What became of a Composer project, block by block. */
export type ParityReport = z.infer<typeof parityReportSchema>;

/** `POST /api/import/composer`: the project as a bundle that `POST /api/import` takes, and its report. Nothing is saved. */
export const composerImportSchema = z.strictObject({
  bundle: z.json(),
  report: parityReportSchema,
  /** What our own check says of the process. */
  diagnostics: z.array(diagnosticSchema),
});

/** A Composer project read in. */
export type ComposerImport = z.infer<typeof composerImportSchema>;
