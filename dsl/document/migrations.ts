import { currentFormat } from './business-process.ts';

/** One step upwards: from the format it is listed under to the next. Works on plain JSON, since old documents fit no schema of today. */
export type Migration = (document: Record<string, unknown>) => Record<string, unknown>;

/** Steps by the format they start from. Old documents stay in samples/, so each step is exercised for ever. */
export const migrations: Readonly<Record<number, Migration>> = {};

/** A document of an older format in the format of today; one that is of today, or has no readable format, as it is. */
export function migrateDocument(document: object, steps = migrations, to: number = currentFormat): object {
  let migrated: Record<string, unknown> = { ...document };
  for (let format = migrated.format; typeof format === 'number' && format < to; format++) {
    const step = steps[format];
    if (step === undefined) break;
    migrated = { ...step(migrated), format: format + 1 };
  }
  return migrated;
}
