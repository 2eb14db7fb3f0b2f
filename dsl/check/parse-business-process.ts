import { type BusinessProcess, businessProcessSchema, currentFormat } from '../document/business-process.ts';
import { migrateDocument } from '../document/migrations.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';
import { checkProcess } from './check-process.ts';
import { describeIssues } from './describe-issues.ts';
import { diagnosticAt } from './diagnostic-at.ts';
import { forbiddenNames } from './forbidden-names.ts';
import { readStrategy } from './read-strategy.ts';
import type { Surroundings } from './surroundings.ts';

/** A document that was read: the process, as far as its frame is sound, and everything that departs from the schemas. */
export interface ParsedBusinessProcess {
  readonly process?: BusinessProcess;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a document of any format up to the current one. The process is there when its frame is sound, even if settings
 * of blocks are not: the canvas can then show it with its problems.
 */
export function parseBusinessProcess(json: unknown): ParsedBusinessProcess {
  const { process, diagnostics } = parseFrame(json);
  if (process === undefined) return { diagnostics };
  const inBlocks = Object.entries(process.strategies).flatMap(
    ([name, strategy]) => readStrategy(name, strategy).diagnostics,
  );
  return { process, diagnostics: inBlocks };
}

/** Reads a document and checks it whole: what the API, the importer, the designer and the command line all show. */
export function checkDocument(json: unknown, surroundings: Surroundings = {}): ParsedBusinessProcess {
  const { process, diagnostics } = parseFrame(json);
  return process === undefined ? { diagnostics } : { process, diagnostics: checkProcess(process, surroundings) };
}

function parseFrame(json: unknown): ParsedBusinessProcess {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return {
      diagnostics: [diagnosticAt('error', 'document/not-a-process', [], 'A business process is a JSON object.')],
    };
  }
  const format = 'format' in json ? json.format : undefined;
  if (typeof format === 'number' && format > currentFormat) {
    const message = `The document has format ${format}; this version reads formats up to ${currentFormat}. Use a newer version of the product.`;
    return { diagnostics: [diagnosticAt('error', 'document/newer-format', ['format'], message)] };
  }
  const migrated = migrateDocument(json);
  const forbidden = forbiddenNames(migrated as object);
  if (forbidden.length > 0) return { diagnostics: forbidden };
  const parsed = businessProcessSchema.safeParse(migrated);
  if (parsed.success) return { process: parsed.data, diagnostics: [] };
  const described = describeIssues(businessProcessSchema, parsed.error.issues, migrated);
  return { diagnostics: described.map(({ code, path, message }) => diagnosticAt('error', code, path, message)) };
}
