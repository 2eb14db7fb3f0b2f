import type { FastifyBaseLogger } from 'fastify';
import type { Pool } from 'pg';
import type { Person } from '#dsl/protocol/people.ts';
import type { Accounts } from '#runtime/tenant/accounts.ts';
import { keepPrinted, makePassword } from '#runtime/tenant/one-time-password.ts';
import { createPerson } from '#runtime/tenant/people.ts';
import type { SecretBox } from '#runtime/tenant/secret-box.ts';
import { activateProcess } from './activate.ts';
import { importBundle } from './import-bundle.ts';
import { listSamples, readSample } from './read-sample.ts';

/** What importing samples works with. */
export interface SamplesDeps {
  readonly pool: Pool;
  readonly accounts: Accounts;
  readonly box: SecretBox;
  readonly log: FastifyBaseLogger;
}

const doneKey = 'samples-imported';
const by = 'samples';

/**
 * Gives a new tenant the samples: their processes, active, with all they refer to, and people to try them with, who share a
 * password that the console prints. Once for each tenant; what was begun and lost is done again. A sample that cannot be
 * used is logged and left out, it must not keep anybody from starting.
 */
export async function importSamples(deps: SamplesDeps, tenantId: string, directory: string): Promise<void> {
  const { pool, log } = deps;
  const done = await pool.query('select from tenant_settings where tenant_id = $1 and key = $2', [tenantId, doneKey]);
  if (done.rowCount !== 0) return;
  const password = makePassword();
  const names: string[] = [];
  for (const folder of await listSamples(directory)) {
    try {
      const { bundle, people } = await readSample(directory, folder);
      await Promise.all(people.map((person) => createDemoPerson(deps, tenantId, { person, password })));
      const result = await importBundle(pool, { tenantId, by, json: bundle, apply: true, overwrite: [] });
      if (!result.applied)
        log.warn({ sample: folder, diagnostics: result.diagnostics }, 'a sample could not be imported');
      names.push(...result.items.filter(({ kind }) => kind === 'process').map(({ name }) => name));
    } catch (error) {
      log.warn({ err: error, sample: folder }, 'a sample could not be imported');
    }
  }
  // Only now: samples may use one another's responses, rules and models.
  for (const name of names) {
    await activate(pool, tenantId, name).catch((error: unknown) =>
      log.warn({ err: error, process: name }, 'a sample could not be activated'),
    );
  }
  await pool.query(`insert into tenant_settings (tenant_id, key, value) values ($1, $2, '{}') on conflict do nothing`, [
    tenantId,
    doneKey,
  ]);
}

async function createDemoPerson(
  deps: SamplesDeps,
  tenantId: string,
  { person, password }: { person: Omit<Person, 'id'>; password: string },
): Promise<void> {
  const { pool, box } = deps;
  const known = await pool.query('select from auth_users where username = $1', [person.userName]);
  if (known.rowCount !== 0) return;
  await keepPrinted(pool, box, tenantId, { userName: person.userName, password });
  await createPerson(deps, tenantId, { ...person, password }, true);
}

async function activate(pool: Pool, tenantId: string, name: string): Promise<void> {
  const { rows } = await pool.query<{ revision: number; active_version: number | null }>(
    'select revision, active_version from processes where tenant_id = $1 and name = $2',
    [tenantId, name],
  );
  const [row] = rows;
  if (row === undefined || row.active_version !== null) return;
  await activateProcess(pool, { tenantId, name, by }, { revision: row.revision, message: 'Sample' });
}
