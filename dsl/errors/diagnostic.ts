import { z } from 'zod';

/** What an author got wrong in a document, as data: shown on the canvas, in Monaco, by the API and by the command line alike. */
export const diagnosticSchema = z.strictObject({
  /** `area/kebab-case`, stable and searchable. */
  code: z.string(),
  severity: z.enum(['error', 'warning', 'information']),
  /** Keys from the document's root to the value at fault. */
  path: z.array(z.union([z.string(), z.number()])),
  /** Strategy and block at fault, where there is one, so that the canvas can lead to it. */
  strategy: z.string().optional(),
  block: z.string().optional(),
  message: z.string(),
});

/** What an author got wrong in a document. Only `error` keeps a version from being activated. */
export type Diagnostic = z.infer<typeof diagnosticSchema>;
