import type { Pool } from 'pg';
import { type SocialAccount, socialAccountSchema } from '#dsl/model/social-account.ts';
import type { SocialState } from '#dsl/protocol/social.ts';

/** A look that takes longer than this is taken for lost, and somebody else may look. */
const leaseSeconds = 300;

/** An account that is to be looked at now, and how far it has been read. */
export interface DueAccount {
  readonly tenantId: string;
  readonly account: SocialAccount;
  readonly cursor: Readonly<Record<string, string>>;
}

interface DueRow {
  readonly tenant_id: string;
  readonly document: unknown;
  readonly cursor: Readonly<Record<string, string>>;
}

/** Takes accounts whose time has come, each for one process only. One whose process dies comes due again. */
export async function takeDueAccounts(pool: Pool, limit: number): Promise<DueAccount[]> {
  await pool.query(
    `insert into social_states (tenant_id, name) select tenant_id, name from social_accounts on conflict do nothing`,
  );
  const { rows } = await pool.query<DueRow>(
    `with due as materialized (
       select s.tenant_id, s.name, a.document from social_states s join social_accounts a using (tenant_id, name)
       where s.next_at <= now() and (a.document -> 'enabled')::boolean order by s.next_at limit $1 for update of s skip locked)
     update social_states s set next_at = now() + interval '${leaseSeconds} seconds' from due
     where s.tenant_id = due.tenant_id and s.name = due.name returning s.tenant_id, due.document, s.cursor`,
    [limit],
  );
  return rows.map((row) => ({
    tenantId: row.tenant_id,
    account: socialAccountSchema.parse(row.document),
    cursor: row.cursor,
  }));
}

/** What a look came to: how far the account has been read, or why it could not be. */
export interface LookedAt {
  readonly cursor?: Readonly<Record<string, string>>;
  readonly taken: number;
  readonly reason: string | null;
  readonly nextAt: Date;
}

/** Writes down what a look came to. */
export async function noteLook(
  pool: Pool,
  { tenantId, account }: Pick<DueAccount, 'tenantId' | 'account'>,
  { cursor, taken, reason, nextAt }: LookedAt,
): Promise<void> {
  await pool.query(
    `update social_states set cursor = coalesce($3, cursor), taken = taken + $4, reason = $5, next_at = $6, looked_at = now()
     where tenant_id = $1 and name = $2`,
    [tenantId, account.name, cursor === undefined ? null : JSON.stringify(cursor), taken, reason, nextAt],
  );
}

/** Counts a request against the account's hour. Answers when it may ask again, or undefined when it may ask now. */
export async function countRequest(
  pool: Pool,
  { tenantId, account }: Pick<DueAccount, 'tenantId' | 'account'>,
): Promise<Date | undefined> {
  const { rowCount } = await pool.query(
    `insert into social_states as s (tenant_id, name, asked) values ($1, $2, 1)
     on conflict (tenant_id, name) do update set
       asked = case when s.hour_at <= now() - interval '1 hour' then 1 else s.asked + 1 end,
       hour_at = case when s.hour_at <= now() - interval '1 hour' then now() else s.hour_at end
     where s.hour_at <= now() - interval '1 hour' or s.asked < $3`,
    [tenantId, account.name, account.perHour],
  );
  if (rowCount === 1) return undefined;
  const { rows } = await pool.query<{ until: Date }>(
    `select hour_at + interval '1 hour' as until from social_states where tenant_id = $1 and name = $2`,
    [tenantId, account.name],
  );
  return rows[0]?.until ?? new Date();
}

/** How the accounts of a tenant are doing, by name. */
export async function listSocialStates(pool: Pool, tenantId: string): Promise<SocialState[]> {
  const { rows } = await pool.query<{
    name: string;
    taken: string;
    asked: number;
    reason: string | null;
    looked_at: Date | null;
  }>(
    `select name, taken, case when hour_at <= now() - interval '1 hour' then 0 else asked end as asked, reason, looked_at
     from social_states join social_accounts using (tenant_id, name) where tenant_id = $1 order by name`,
    [tenantId],
  );
  return rows.map(({ name, taken, asked, reason, looked_at: lookedAt }) => ({
    name,
    taken: Number(taken),
    asked,
    reason,
    lookedAt: lookedAt?.toISOString() ?? null,
  }));
}
