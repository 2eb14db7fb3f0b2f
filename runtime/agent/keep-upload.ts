import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { z } from 'zod';
import type { attachmentSchema } from '#dsl/protocol/interactions.ts';
import { storableLine } from '../media/email/storable-text.ts';
import { newId } from '../store/new-id.ts';
import { inTransaction } from '../store/transaction.ts';

/** A file an agent uploaded for a reply. */
export interface Upload {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** Longest file name kept; file systems end at 255 bytes. */
const maxNameLength = 200;

/** Keeps files for the reply the agent is writing; what no reply took within a day is removed. */
export function keepUploads(
  pool: Pool,
  { tenantId, agentId }: { tenantId: string; agentId: string },
  uploads: readonly Upload[],
): Promise<z.infer<typeof attachmentSchema>[]> {
  return inTransaction(pool, async (client) => {
    await client.query(`delete from uploads where created_at < now() - interval '1 day'`);
    const kept: z.infer<typeof attachmentSchema>[] = [];
    for (const { fileName, contentType, bytes } of uploads) {
      const id = newId();
      const name = storableLine(fileName, maxNameLength) || 'attachment';
      const hash = createHash('sha256').update(bytes).digest();
      await client.query('insert into blobs (hash, size, bytes) values ($1, $2, $3) on conflict do nothing', [
        hash,
        bytes.length,
        bytes,
      ]);
      await client.query(
        `insert into uploads (id, tenant_id, agent_id, file_name, content_type, hash, size)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, tenantId, agentId, name, contentType, hash, bytes.length],
      );
      kept.push({ id, fileName: name, contentType, size: bytes.length, inline: false });
    }
    return kept;
  });
}
