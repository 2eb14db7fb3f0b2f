import { type Bundle, bundleSchema } from '../document/bundle.ts';
import type { BusinessProcess } from '../document/business-process.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';
import { parseTemplate } from '../field-code/parse-template.ts';
import { describeIssues } from './describe-issues.ts';
import { diagnosticAt } from './diagnostic-at.ts';
import { checkDocument } from './parse-business-process.ts';
import type { Surroundings } from './surroundings.ts';

/** A bundle that was read, its process apart in today's format, and everything that is wrong; paths begin at the bundle's root. */
export interface ParsedBundle {
  readonly bundle?: Bundle;
  readonly process?: BusinessProcess;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and checks a bundle. What its process refers to may be in the bundle or in the surroundings it is imported into. */
export function parseBundle(json: unknown, surroundings: Surroundings = {}): ParsedBundle {
  const parsed = bundleSchema.safeParse(json);
  if (!parsed.success) {
    const described = describeIssues(bundleSchema, parsed.error.issues, json);
    return { diagnostics: described.map(({ code, path, message }) => diagnosticAt('error', code, path, message)) };
  }
  const bundle = parsed.data;
  const names = (documents: readonly { readonly name: string }[], known: readonly string[] = []) => [
    ...new Set([...documents.map(({ name }) => name), ...known]),
  ];
  const { process, diagnostics } = checkDocument(bundle.process, {
    ...surroundings,
    responses: names(bundle.responses, surroundings.responses),
    screeningRules: names(bundle.screeningRules, surroundings.screeningRules),
    routingRules: names(bundle.routingRules, surroundings.routingRules),
    models: names(bundle.models, surroundings.models),
    agentGroups: names(bundle.agentGroups, surroundings.agentGroups),
    lists: names(bundle.lists, surroundings.lists),
    calendars: names(bundle.businessHours, surroundings.calendars),
  });
  const placed = diagnostics.map((one) => ({ ...one, path: ['process', ...one.path] }));
  const all = [...placed, ...checkResponses(bundle)];
  return { bundle, ...(process === undefined ? {} : { process }), diagnostics: all };
}

/** Field codes of the responses can be read. */
function checkResponses({ responses }: Bundle): Diagnostic[] {
  return responses.flatMap(({ name, subject, text, html = '' }, index) =>
    Object.entries({ subject, text, html }).flatMap(([field, template]) => {
      const parsed = parseTemplate(template);
      const errors = 'errors' in parsed ? parsed.errors : [];
      return errors.map(({ message, at }) => {
        const where = `The ${field} of standard response "${name}" cannot be read at character ${at + 1}`;
        return diagnosticAt('error', 'check/field-code-syntax', ['responses', index, field], `${where}: ${message}.`);
      });
    }),
  );
}
