import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { newId } from '../../store/new-id.ts';
import { inTransaction } from '../../store/transaction.ts';
import { storableLine } from '../email/storable-text.ts';
import type { EntryFile } from './chat-entry.ts';

/** Files of one session at most. */
const maxFiles = 20;
const maxNameLength = 200;

/** A file that somebody sends in a chat. */
export interface ChatUpload {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** Keeps a file with the session's interaction. Throws `request/conflict` when it has its most. */
export function keepChatFile(pool: Pool, sessionId: string, upload: ChatUpload): Promise<EntryFile> {
  return inTransaction(pool, async (client) => {
    await client.query('select from interactions where id = $1 for update', [sessionId]);
    const { rows } = await client.query<{ count: number }>(
      'select count(*)::int as count from attachments where interaction_id = $1',
      [sessionId],
    );
    const count = rows[0]?.count ?? 0;
    if (count >= maxFiles) {
      const reason = `has its ${maxFiles} files, which is the most`;
      throw new CodedError('request/conflict', { kind: 'chat', name: sessionId, reason });
    }
    const { bytes } = upload;
    const id = newId();
    const fileName = storableLine(upload.fileName, maxNameLength) || 'file';
    const contentType = storableLine(upload.contentType, maxNameLength) || 'application/octet-stream';
    const hash = createHash('sha256').update(bytes).digest();
    await client.query('insert into blobs (hash, size, bytes) values ($1, $2, $3) on conflict do nothing', [
      hash,
      bytes.length,
      bytes,
    ]);
    await client.query(
      `insert into attachments (id, interaction_id, tenant_id, position, file_name, content_type, size, inline, hash)
       select $1, id, tenant_id, $3, $4, $5, $6, false, $7 from interactions where id = $2`,
      [id, sessionId, count, fileName, contentType, bytes.length, hash],
    );
    return { id, fileName, contentType, size: bytes.length };
  });
}
