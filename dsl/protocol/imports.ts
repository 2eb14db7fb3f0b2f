import { z } from 'zod';
import { nameSchema } from '../document/strategy.ts';
import { diagnosticSchema } from '../errors/diagnostic.ts';

/** What an import brings, as it is named in `kind:name`. */
const importKindSchema = z.enum([
  'process',
  'response',
  'screening-rule',
  'routing-rule',
  'model',
  'agent-group',
  'list',
  'business-hours',
]);

/**
 * `POST /api/import`: a dry run unless `apply`. What conflicts is kept unless it is named here, as `kind:name` by its name in the
 * bundle.
 */
export const importSchema = z.strictObject({
  bundle: z.json(),
  apply: z.boolean().default(false),
  overwrite: z.array(z.string()).default([]),
  /** What comes in under another name, so that both are kept; what refers to it in the bundle follows. */
  rename: z.record(z.string(), nameSchema).default({}),
  /** What is merged with what is here, with the keys of the conflicts in which the import wins; in all others what is here stays. */
  merge: z.record(z.string(), z.array(z.string())).default({}),
});

/** A field that what is here and what is imported say differently, each as text for a person. */
const importConflictSchema = z.strictObject({
  /** What `merge` names it by. */
  key: z.string(),
  subject: z.string(),
  /** Null when one side has the whole thing otherwise. */
  field: z.string().nullable(),
  here: z.string(),
  imported: z.string(),
});

/** A field that what is here and what is imported say differently. */
export type ImportConflict = z.infer<typeof importConflictSchema>;

/** What an import found and did. */
export const importResultSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      kind: importKindSchema,
      /** Its name here. */
      name: z.string(),
      /** Its name in the bundle. */
      from: z.string(),
      status: z.enum(['new', 'same', 'conflict']),
      action: z.enum(['create', 'keep', 'overwrite', 'merge']),
      /** For a conflict: what differs, in words. */
      differences: z.array(z.string()),
      /** For a conflict: the fields a merge has to decide; what only one side has is kept without asking. */
      conflicts: z.array(importConflictSchema),
    }),
  ),
  diagnostics: z.array(diagnosticSchema),
  applied: z.boolean(),
  /** Where what was overwritten or merged is kept as it was; null when there was nothing to keep. */
  backup: z.uuid().nullable(),
});

/** What an import found and did. */
export type ImportResult = z.infer<typeof importResultSchema>;

/** `GET /api/import/backups`: what imports replaced, newest first. `GET /api/import/backups/:id` gives one as a bundle. */
export const importBackupsSchema = z.array(
  z.strictObject({
    id: z.uuid(),
    /** Process the import brought. */
    process: z.string(),
    madeAt: z.iso.datetime(),
    madeBy: z.string().nullable(),
    /** What it replaced, as `kind:name`. */
    items: z.array(z.string()),
  }),
);

/** What an import replaced, and when. */
export type ImportBackup = z.infer<typeof importBackupsSchema>[number];
