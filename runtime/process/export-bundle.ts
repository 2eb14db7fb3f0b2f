import type { Pool } from 'pg';
import { parseBusinessProcess } from '#dsl/check/parse-business-process.ts';
import { canonicalBundleText } from '#dsl/document/canonical-text.ts';
import { getProcess } from './process-summary.ts';
import { readKeptParts } from './bundle-store.ts';
import { referencesOf } from './references.ts';
import { getVersion } from './versions.ts';

/**
 * A process with all it refers to, as one document in canonical text: the draft, or a version. People, mailboxes, connections to
 * services with their secrets, and what models learned stay behind; groups name their members. Throws `request/not-found`.
 */
export async function exportBundle(
  pool: Pool,
  tenantId: string,
  { process: name, version }: { process: string; version?: number | undefined },
): Promise<string> {
  const { document, layout } = await readDocument(pool, tenantId, name, version);
  const { process } = parseBusinessProcess(document);
  const references = process === undefined ? new Map() : referencesOf(process);
  const parts = await readKeptParts(pool, tenantId, {
    responses: references.get('response') ?? [],
    screeningRules: references.get('screening-rule') ?? [],
    routingRules: references.get('routing-rule') ?? [],
    models: references.get('model') ?? [],
    agentGroups: references.get('agent-group') ?? [],
    lists: references.get('list') ?? [],
    businessHours: references.get('calendar') ?? [],
  });
  return canonicalBundleText({ format: 1, kind: 'bundle', process: document, layout, ...parts });
}

async function readDocument(pool: Pool, tenantId: string, process: string, version: number | undefined) {
  if (version !== undefined) return getVersion(pool, tenantId, { process, version });
  const { draft, layout } = await getProcess(pool, tenantId, process);
  return { document: draft, layout };
}
