import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Pool } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';

/** What the database knows of a token: nobody who reads it gets into a chat. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** A token nobody guesses: 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A session somebody has shown the token of. */
export interface CustomerSession {
  readonly id: string;
  readonly tenantId: string;
  readonly customerName: string;
}

/** The session that the token opens. Throws `request/not-logged-in` for any other, whether there is such a session or not. */
export async function admitCustomer(pool: Pool, sessionId: string, token: string): Promise<CustomerSession> {
  const { rows } = await pool.query<{ tenant_id: string; token_hash: Buffer; customer_name: string }>(
    'select tenant_id, token_hash, customer_name from chat_sessions where id = $1',
    [sessionId],
  );
  const [row] = rows;
  const shown = hashOf(token);
  if (row === undefined || row.token_hash.length !== shown.length || !timingSafeEqual(row.token_hash, shown)) {
    throw new CodedError('request/not-logged-in', { reason: 'The token does not open this chat.' });
  }
  return { id: sessionId, tenantId: row.tenant_id, customerName: row.customer_name };
}
