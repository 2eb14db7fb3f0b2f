import type { Pool, PoolClient } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { Address } from '#dsl/protocol/interactions.ts';
import { insertRows } from '../store/insert-rows.ts';
import { inRetriedTransaction } from '../store/retried-transaction.ts';
import { publish } from '../store/signal.ts';

/** The text of an interaction grows to this many characters; what comes after is in its posts only. */
const longestText = 500_000;
/** More posts than anybody reads; beyond it the source is told to come with a new interaction. */
const mostPosts = 2000;

/** A post or message that joins an interaction. */
export interface NewPost {
  readonly tenantId: string;
  readonly interactionId: string;
  readonly endpoint: string;
  readonly media: string;
  /** Under which it is taken once, as an interaction or as a post of one. */
  readonly onceKey: string;
  readonly externalId: string;
  readonly author: Address;
  readonly text: string;
  readonly url?: string | undefined;
  readonly isPrivate: boolean;
  readonly at: Date;
}

/** What became of a post. `gone`: the interaction was stopped, or is full. */
export type Appended = 'appended' | 'duplicate' | 'gone';

/**
 * Joins a post to a live interaction: its text grows, whoever handles it sees it at once. Committed when it resolves; the same key
 * again changes nothing.
 */
export async function appendPost(pool: Pool, post: NewPost): Promise<Appended> {
  return inRetriedTransaction(pool, async (client) => {
    const { tenantId, interactionId } = post;
    const live = await client.query<{ agent_id: string | null }>(
      `select agent_id from interactions where id = $1 and tenant_id = $2 and state <> 'stopped' for update`,
      [interactionId, tenantId],
    );
    const [row] = live.rows;
    if (row === undefined) return (await isKnown(client, post)) ? 'duplicate' : 'gone';
    if (await isFull(client, interactionId)) return 'gone';
    const claimed = await client.query(
      'insert into received_mails (tenant_id, endpoint, key, interaction_id) values ($1, $2, $3, $4) on conflict do nothing',
      [tenantId, post.endpoint, post.onceKey, interactionId],
    );
    if (claimed.rowCount === 0) return 'duplicate';
    await insertPost(client, post);
    await publish(client, [
      { kind: 'interaction', tenantId, interactionId },
      ...(row.agent_id === null ? [] : [{ kind: 'agent', tenantId, agentId: row.agent_id } as const]),
    ]);
    return 'appended';
  });
}

async function isKnown(client: PoolClient, { tenantId, endpoint, onceKey }: NewPost): Promise<boolean> {
  const known = await client.query('select from received_mails where tenant_id = $1 and endpoint = $2 and key = $3', [
    tenantId,
    endpoint,
    onceKey,
  ]);
  return known.rowCount === 1;
}

async function isFull(client: PoolClient, interactionId: string): Promise<boolean> {
  const { rowCount } = await client.query('select from posts where interaction_id = $1 offset $2 limit 1', [
    interactionId,
    mostPosts - 1,
  ]);
  return rowCount === 1;
}

async function insertPost(client: PoolClient, post: NewPost): Promise<void> {
  const { tenantId, interactionId, externalId, author, text, url, isPrivate, at, media, endpoint } = post;
  await client.query(
    `insert into posts (interaction_id, external_id, tenant_id, author, text, url, is_private, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [interactionId, externalId, tenantId, JSON.stringify(author), text, url, isPrivate, at],
  );
  const heading = `${author.name || author.address}:`;
  await client.query(
    'update messages set text = text || $2 where interaction_id = $1 and length(text) + length($2) <= $3',
    [interactionId, `\n\n${heading}\n${text}`, longestText],
  );
  await client.query('update interactions set version = version + 1 where id = $1', [interactionId]);
  await insertRows(client, 'events', [
    {
      tenant_id: tenantId,
      interaction_id: interactionId,
      at: new Date(),
      kind: 'MessageAppended',
      party: { kind: 'media', name: `${media} ${endpoint}` },
      facts: { externalId, from: author.name || author.address },
    },
  ]);
}

/** The newest live interaction that a medium calls by this id, or that a post of this id has joined. */
export async function findLive(
  pool: Pool,
  tenantId: string,
  { media, externalId }: { readonly media: string; readonly externalId: string },
): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>(
    `(select id, seq from interactions where tenant_id = $1 and media = $2 and external_id = $3 and media <> 'email' and state <> 'stopped'
       and type = 'Inbound' order by seq desc limit 1)
     union (select i.id, i.seq from posts p join interactions i on i.id = p.interaction_id
       where p.tenant_id = $1 and p.external_id = $3 and i.media = $2 and i.state <> 'stopped' limit 1)
     order by seq desc limit 1`,
    [tenantId, media, externalId],
  );
  return rows[0]?.id;
}

/** Throws `request/conflict` unless the post joined. */
export function mustHaveJoined(appended: Appended, interactionId: string): void {
  if (appended !== 'gone') return;
  const reason = 'is stopped or takes no more messages; hand in a new one';
  throw new CodedError('request/conflict', { kind: 'interaction', name: interactionId, reason });
}
