import type { Pool, PoolClient } from 'pg';
import { checkDocument } from '#dsl/check/parse-business-process.ts';
import type { BusinessProcess } from '#dsl/document/business-process.ts';
import type { Diagnostic } from '#dsl/errors/diagnostic.ts';
import { readSurroundings, readTakenEndpoints } from './surroundings.ts';

/** Everything that is wrong with a draft: what the checks of documents find, and what only shows among the tenant's other processes. */
export async function checkDraft(
  pool: Pool | PoolClient,
  { tenantId, name }: { tenantId: string; name: string },
  draft: unknown,
): Promise<Diagnostic[]> {
  const surroundings = await readSurroundings(pool, tenantId, name);
  const { process, diagnostics } = checkDocument(draft, surroundings);
  if (process === undefined) return [...diagnostics];
  const taken = await readTakenEndpoints(pool, tenantId, name);
  return [...checkName(process, name), ...checkEndpoints(process, taken), ...diagnostics];
}

function checkName(process: BusinessProcess, name: string): Diagnostic[] {
  if (process.name === name) return [];
  const message = `The document calls itself "${process.name}", but it is kept as "${name}". Names of processes stay as they are; export and import it under the new name instead.`;
  return [{ code: 'document/other-name', severity: 'error', path: ['name'], message }];
}

/** An endpoint leads to one queue: two active processes cannot both have it. */
function checkEndpoints(process: BusinessProcess, taken: ReadonlyMap<string, string>): Diagnostic[] {
  return Object.entries(process.endpoints).flatMap(([name, { media }]) => {
    const other = taken.get(`${media}/${name}`);
    if (other === undefined) return [];
    const message = `The ${media} endpoint "${name}" belongs to the active process "${other}".`;
    return [{ code: 'document/endpoint-taken', severity: 'error' as const, path: ['endpoints', name], message }];
  });
}
