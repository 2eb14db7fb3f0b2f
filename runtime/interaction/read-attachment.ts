import type { Pool } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';

/** A file of a message with its bytes. */
export interface AttachmentFile {
  readonly interactionId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly inline: boolean;
  readonly bytes: Buffer;
}

/** Reads an attachment. Throws `request/not-found`. */
export async function readAttachment(pool: Pool, tenantId: string, id: string): Promise<AttachmentFile> {
  const { rows } = await pool.query<AttachmentFile>(
    `select a.interaction_id as "interactionId", a.file_name as "fileName", a.content_type as "contentType", a.inline, b.bytes
     from attachments a join blobs b on b.hash = a.hash where a.id = $1 and a.tenant_id = $2`,
    [id, tenantId],
  );
  const [row] = rows;
  if (row === undefined) throw new CodedError('request/not-found', { kind: 'attachment', name: id });
  return row;
}

/** The bytes a mail came in as, or went out as. Throws `request/not-found` when the interaction has none. */
export async function readRawMessage(pool: Pool, tenantId: string, interactionId: string): Promise<Buffer> {
  const { rows } = await pool.query<{ bytes: Buffer }>(
    `select b.bytes from messages m join blobs b on b.hash = m.raw_hash where m.interaction_id = $1 and m.tenant_id = $2`,
    [interactionId, tenantId],
  );
  const [row] = rows;
  if (row === undefined) throw new CodedError('request/not-found', { kind: 'raw message', name: interactionId });
  return row.bytes;
}
