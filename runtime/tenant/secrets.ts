import type { Pool } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { type Secret, secretSchema } from '#dsl/model/secret.ts';
import { publish } from '#runtime/store/signal.ts';
import type { SecretBox } from './secret-box.ts';

/** A secret with its value, for the process that shows it to a service. */
export interface UsableSecret extends Secret {
  readonly value: string;
}

/** Secrets of a tenant, by name, without their values. */
export async function listSecrets(pool: Pool, tenantId: string): Promise<(Secret & { updatedAt: Date })[]> {
  const { rows } = await pool.query<{ document: unknown; updatedAt: Date }>(
    'select document, updated_at as "updatedAt" from secrets where tenant_id = $1 order by name',
    [tenantId],
  );
  return rows.map(({ document, updatedAt }) => ({ ...secretSchema.parse(document), updatedAt }));
}

/** Keeps a secret; without a value the one kept before stays. Throws `request/invalid` for a new one without a value. */
export async function saveSecret(
  pool: Pool,
  box: SecretBox,
  tenantId: string,
  { value, ...secret }: Secret & { readonly value?: string | undefined },
): Promise<void> {
  const { name } = secret;
  const sealed = value === undefined ? null : box.seal(value, purposeOf(tenantId, name));
  const kept =
    sealed === null
      ? await pool.query('update secrets set document = $3, updated_at = now() where tenant_id = $1 and name = $2', [
          tenantId,
          name,
          JSON.stringify(secret),
        ])
      : await pool.query(
          `insert into secrets (tenant_id, name, document, secret) values ($1, $2, $3, $4)
           on conflict (tenant_id, name) do update set document = excluded.document, secret = excluded.secret, updated_at = now()`,
          [tenantId, name, JSON.stringify(secret), sealed],
        );
  if (kept.rowCount === 0) throw new CodedError('request/invalid', { field: 'value', expected: 'the secret itself' });
  await publish(pool, [{ kind: 'services', tenantId }]);
}

/** Forgets a secret; what uses it says so from now on. Throws `request/not-found`. */
export async function deleteSecret(pool: Pool, tenantId: string, name: string): Promise<void> {
  const gone = await pool.query('delete from secrets where tenant_id = $1 and name = $2', [tenantId, name]);
  if (gone.rowCount === 0) throw new CodedError('request/not-found', { kind: 'secret', name });
  await publish(pool, [{ kind: 'services', tenantId }]);
}

/** A secret with its value, or undefined when there is none of that name. Throws `tenant/secret-unreadable`. */
export async function readSecret(
  pool: Pool,
  box: SecretBox,
  tenantId: string,
  name: string,
): Promise<UsableSecret | undefined> {
  const { rows } = await pool.query<{ document: unknown; secret: Buffer }>(
    'select document, secret from secrets where tenant_id = $1 and name = $2',
    [tenantId, name],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  return { ...secretSchema.parse(row.document), value: box.open(row.secret, purposeOf(tenantId, name)) };
}

function purposeOf(tenantId: string, name: string): string {
  return `secret ${tenantId}/${name}`;
}
