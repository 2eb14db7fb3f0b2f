import { type Statement, sql } from '../store/in-flight.ts';
import type { NewInteraction } from './new-interaction.ts';

/** An item with the id it would get. */
export interface Candidate {
  readonly id: string;
  readonly item: NewInteraction;
}

/** A key of a candidate that another interaction has. */
export interface Taken {
  readonly mine: string;
  readonly theirs: string;
}

/**
 * Duplicate control, two statements or none: they claim every key of every candidate and answer those that were claimed before,
 * within this batch too. Claims wait for a concurrent transaction with the same key.
 */
export function claimKeys(candidates: readonly Candidate[]): readonly Statement<Taken>[] {
  const claims = claimsOf(candidates);
  if (claims.length === 0) return [];
  return [
    sql(
      `insert into received_mails (tenant_id, endpoint, key, interaction_id)
       select * from unnest($1::text[], $2::text[], $3::text[], $4::uuid[]) on conflict do nothing`,
      ...columnsOf(claims),
    ),
    sql(
      `select c.id as mine, r.interaction_id as theirs
       from unnest($1::text[], $2::text[], $3::text[], $4::uuid[]) as c(tenant_id, endpoint, key, id)
       join received_mails r on r.tenant_id = c.tenant_id and r.endpoint = c.endpoint and r.key = c.key
       where r.interaction_id <> c.id`,
      ...columnsOf(claims),
    ),
  ];
}

/** Which candidates are duplicates, and of which interaction: never of a candidate that is one itself. */
export function duplicatesOf(taken: readonly Taken[]): ReadonlyMap<string, string> {
  const before = new Map(taken.map(({ mine, theirs }) => [mine, theirs]));
  // Within a batch the earlier candidate has the key, so that this leads backwards and ends.
  const first = (id: string): string => {
    const earlier = before.get(id);
    return earlier === undefined ? id : first(earlier);
  };
  return new Map([...before].map(([mine, theirs]) => [mine, first(theirs)]));
}

/** A key that was new on a mail known by another key leads to the interaction that exists: one statement, or none. */
export function passKeysOn(
  candidates: readonly Candidate[],
  duplicates: ReadonlyMap<string, string>,
): readonly Statement[] {
  const claims = claimsOf(candidates.filter(({ id }) => duplicates.has(id)));
  if (claims.length === 0) return [];
  return [
    sql(
      `update received_mails r set interaction_id = d.theirs
       from unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::uuid[]) as d(tenant_id, endpoint, key, mine, theirs)
       where r.tenant_id = d.tenant_id and r.endpoint = d.endpoint and r.key = d.key and r.interaction_id = d.mine`,
      ...columnsOf(claims),
      claims.map(({ id }) => duplicates.get(id)),
    ),
  ];
}

interface Claim {
  readonly tenantId: string;
  readonly endpoint: string;
  readonly key: string;
  readonly id: string;
}

/** In one order everywhere, so that two transactions with the same keys wait for each other instead of deadlocking. */
function claimsOf(candidates: readonly Candidate[]): Claim[] {
  const claims = candidates.flatMap(({ id, item: { tenantId, endpoint, onceKeys } }) =>
    onceKeys.map((key) => ({ tenantId, endpoint, key, id })),
  );
  return claims.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

function columnsOf(claims: readonly Claim[]): unknown[] {
  return [
    claims.map(({ tenantId }) => tenantId),
    claims.map(({ endpoint }) => endpoint),
    claims.map(({ key }) => key),
    claims.map(({ id }) => id),
  ];
}
