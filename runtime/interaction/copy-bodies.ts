import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { copyRows } from '../store/copy-rows.ts';
import { type Statement, sql } from '../store/in-flight.ts';
import { hex } from '../store/insert-rows.ts';
import { newId } from '../store/new-id.ts';
import type { Candidate } from './take-once.ts';

/** The statements that store the messages of new interactions, their attachments and their raw bytes, each byte string once. */
export async function copyBodies(client: PoolClient, fresh: readonly Candidate[]): Promise<readonly Statement[]> {
  const blobs = new Map<string, Uint8Array>();
  const keep = (bytes: Uint8Array): string => {
    const hash = hex(createHash('sha256').update(bytes).digest());
    blobs.set(hash, bytes);
    return hash;
  };
  const attachments = fresh.flatMap((candidate) => attachmentRows(candidate, keep));
  const messages = fresh.map((candidate) => messageRow(candidate, keep));
  // In one order everywhere, so that two transactions with the same bytes wait for each other instead of deadlocking.
  const bytes = [...blobs].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...bytes.map(([hash, content]) =>
      sql(
        'insert into blobs (hash, size, bytes) values ($1::text::bytea, $2, $3) on conflict do nothing',
        hash,
        content.length,
        content,
      ),
    ),
    ...(await copyRows(client, 'messages', messages)),
    ...(await copyRows(client, 'attachments', attachments)),
  ];
}

function messageRow({ id, item: { tenantId, message } }: Candidate, keep: (bytes: Uint8Array) => string) {
  return {
    interaction_id: id,
    tenant_id: tenantId,
    direction: message.direction,
    message_id: message.messageId,
    in_reply_to: message.inReplyTo,
    reference_ids: message.references,
    subject: message.subject,
    from_address: message.from,
    reply_to: message.replyTo,
    to_addresses: message.to,
    cc_addresses: message.cc,
    bcc_addresses: message.bcc,
    text: message.text,
    html: message.html,
    reply_text: message.replyText,
    headers: message.headers,
    automatic: message.automatic,
    problems: message.problems,
    raw_hash: message.raw && keep(message.raw),
  };
}

function attachmentRows({ id, item }: Candidate, keep: (bytes: Uint8Array) => string) {
  return item.message.attachments.map(({ bytes, fileName, contentType, contentId, inline }, position) => ({
    id: newId(),
    interaction_id: id,
    tenant_id: item.tenantId,
    position,
    file_name: fileName,
    content_type: contentType,
    size: bytes.length,
    content_id: contentId,
    inline,
    hash: keep(bytes),
  }));
}
