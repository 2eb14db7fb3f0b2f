import type { Pool } from 'pg';
import type { Post } from '#dsl/protocol/posts.ts';

/** Posts that joined an interaction, oldest first. */
export async function listPosts(pool: Pool, tenantId: string, interactionId: string): Promise<Post[]> {
  const { rows } = await pool.query<Omit<Post, 'at'> & { readonly at: Date }>(
    `select external_id as "externalId", author, text, url, is_private as "isPrivate", at from posts
     where interaction_id = $1 and tenant_id = $2 order by at, external_id limit 500`,
    [interactionId, tenantId],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
