import type { BusinessProcess } from './business-process.ts';
import { referencesOf } from './references-of.ts';

/** What a process refers to outside itself, each name once and sorted: what an export bundles. */
export interface ReferredNames {
  readonly responses: readonly string[];
  readonly screeningRules: readonly string[];
  readonly models: readonly string[];
  readonly agentGroups: readonly string[];
  readonly agents: readonly string[];
}

/** The names a process refers to outside itself. Those that expressions compute cannot be known. */
export function referredNames(process: BusinessProcess): ReferredNames {
  const references = referencesOf(process);
  const names = (wanted: string) =>
    [...new Set(references.filter(({ kind }) => kind === wanted).map(({ name }) => name))].toSorted();
  return {
    responses: names('response'),
    screeningRules: names('screening-rule'),
    models: names('model'),
    agentGroups: names('agent-group'),
    agents: names('agent'),
  };
}
