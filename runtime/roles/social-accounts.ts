import type { Pool } from 'pg';
import { type SocialAccount, socialAccountSchema } from '#dsl/model/social-account.ts';
import { askingMedium } from '../media/social/ask-medium.ts';
import { SocialFailure, type SocialSource } from '../media/social/contract.ts';
import { openSource } from '../media/social/open-source.ts';
import { authorizationHeader } from '../service/http/authorization.ts';
import type { SecretBox } from '../tenant/secret-box.ts';
import { readSecret } from '../tenant/secrets.ts';
import { countRequest } from '../tenant/social-states.ts';

/** What accounts are opened with. */
export interface SocialDeps {
  readonly pool: Pool;
  readonly box: SecretBox;
  /** Hosts that may be asked although their address is private. */
  readonly allowedHosts: readonly string[];
}

/** Who opens an account, and whether the medium asks for a rest. */
export interface OpenedAccount {
  readonly source: SocialSource;
  /** Until when nothing more may be asked. */
  restUntil(): Date | undefined;
}

/** An account with its token, which goes to the account's own host only. Throws `SocialFailure` when there is no such secret. */
export async function openAccount(
  { pool, box, allowedHosts }: SocialDeps,
  tenantId: string,
  account: SocialAccount,
): Promise<OpenedAccount> {
  let rest: Date | undefined;
  const ask = askingMedium({
    headers: await tokenHeader({ pool, box }, tenantId, account),
    allowedHosts,
    async mayAsk() {
      const until = await countRequest(pool, { tenantId, account });
      if (until === undefined) return;
      throw new SocialFailure('later', `Its ${account.perHour} requests of this hour are used up.`, until);
    },
    onRest: (until) => {
      rest = until;
    },
  });
  return { source: openSource(account, ask), restUntil: () => rest };
}

/** The account of this name. */
export async function findAccount(pool: Pool, tenantId: string, name: string): Promise<SocialAccount | undefined> {
  const { rows } = await pool.query<{ document: unknown }>(
    'select document from social_accounts where tenant_id = $1 and name = $2',
    [tenantId, name],
  );
  return rows[0] && socialAccountSchema.parse(rows[0].document);
}

async function tokenHeader(
  { pool, box }: Pick<SocialDeps, 'pool' | 'box'>,
  tenantId: string,
  { secret: name, url }: SocialAccount,
): Promise<Readonly<Record<string, string>>> {
  if (name === undefined) return {};
  const secret = await readSecret(pool, box, tenantId, name);
  const shown = authorizationHeader({ secret: name, secretAs: 'bearer', secretFor: undefined }, secret, new URL(url));
  if ('problem' in shown) throw new SocialFailure('refused', shown.problem);
  return shown.headers;
}
