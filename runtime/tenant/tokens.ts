import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { CreatedToken, CreateToken, Right, Token } from '#dsl/protocol/tokens.ts';
import type { Principal } from './principal.ts';

/** How every token begins, so that one that leaks is recognised. */
export const tokenPrefix = 'sbx_';

/** Tokens of a tenant without their secrets, by name. */
export async function listTokens(pool: Pool, tenantId: string): Promise<Token[]> {
  const { rows } = await pool.query<
    Omit<Token, 'createdAt' | 'lastUsedAt'> & { createdAt: Date; lastUsedAt: Date | null }
  >(
    `select id, name, roles, created_by as "createdBy", created_at as "createdAt", last_used_at as "lastUsedAt"
     from api_tokens where tenant_id = $1 order by name`,
    [tenantId],
  );
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }));
}

/** Makes a token and answers its secret, this once. Throws `request/conflict` when the name is taken. */
export async function createToken(pool: Pool, who: Principal, { name, roles }: CreateToken): Promise<CreatedToken> {
  const id = randomUUID();
  const token = `${tokenPrefix}${randomBytes(32).toString('base64url')}`;
  const made = await pool.query(
    `insert into api_tokens (id, tenant_id, name, hash, roles, created_by) values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant_id, name) do nothing`,
    [id, who.tenantId, name, hashOf(token), roles, who.userName],
  );
  if (made.rowCount === 0) throw new CodedError('request/conflict', { kind: 'token', name, reason: 'exists already' });
  return { id, name, roles, token };
}

/** Takes a token away; within seconds no process accepts it any more. */
export async function deleteToken(pool: Pool, tenantId: string, id: string): Promise<void> {
  const gone = await pool.query('delete from api_tokens where tenant_id = $1 and id = $2', [tenantId, id]);
  if (gone.rowCount === 0) throw new CodedError('request/not-found', { kind: 'token', name: id });
}

/** The program that holds this token, if any. */
export async function findTokenHolder(pool: Pool, token: string): Promise<Principal | undefined> {
  const { rows } = await pool.query<{ id: string; name: string; tenantId: string; roles: Right[] }>(
    'update api_tokens set last_used_at = now() where hash = $1 returning id, name, tenant_id as "tenantId", roles',
    [hashOf(token)],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  return { kind: 'program', ...row, userName: row.name, mustChangePassword: false };
}

/** Tokens are 256 random bits: a plain hash cannot be guessed back, and unlike a password's it is cheap at every request. */
function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
