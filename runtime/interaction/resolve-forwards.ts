import type { PoolClient } from 'pg';
import { forwardTokenOf } from './forward-reference.ts';

/** A mail that may be the reply of an external resource. */
interface MaybeReply {
  readonly tenantId: string;
  readonly subject: string;
  /** Interaction it answers by its headers. */
  readonly parentId: string | undefined;
}

/** The forward that a mail replies to, and the message that was forwarded. */
export interface ForwardOf {
  readonly interactionId: string;
  readonly originalId: string;
  readonly threadId: string;
}

/**
 * Which of these mails reply to one that Forward E-mail sent: by the headers of the thread, or by the reference in the subject.
 * Answers in the order of the items. Asks the database only when there is something to ask.
 */
export async function resolveForwards(
  client: PoolClient,
  items: readonly MaybeReply[],
): Promise<readonly (ForwardOf | undefined)[]> {
  const asked = items.map((item) => ({ ...item, token: forwardTokenOf(item.subject) }));
  const some = asked.filter(({ token, parentId }) => token !== undefined || parentId !== undefined);
  if (some.length === 0) return items.map(() => undefined);
  const { rows } = await client.query<ForwardOf & { tenantId: string; token: string }>(
    `select f.tenant_id as "tenantId", f.token, f.interaction_id as "interactionId", f.original_id as "originalId",
       i.thread_id as "threadId"
     from forwards f join interactions i on i.id = f.interaction_id
     where (f.tenant_id, f.token) in (select * from unnest($1::text[], $2::text[])) or f.interaction_id = any($3::uuid[])`,
    [
      some.map(({ tenantId }) => tenantId),
      some.map(({ token }) => token ?? ''),
      some.flatMap(({ parentId }) => parentId ?? []),
    ],
  );
  return asked.map(({ tenantId, token, parentId }) =>
    rows.find(
      (row) =>
        row.tenantId === tenantId && (row.interactionId === parentId || (token !== undefined && row.token === token)),
    ),
  );
}
