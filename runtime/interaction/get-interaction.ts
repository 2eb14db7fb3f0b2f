import type { Pool } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { Address, Contact, InteractionDetail, Message } from '#dsl/protocol/interactions.ts';
import { sanitiseHtml } from '../media/email/sanitise-html.ts';
import { interactionSummary, type SummaryRow, summaryColumns, summaryTables } from './interaction-summary.ts';

/** How the body is shown. */
export interface ShowOptions {
  /** True once the reader asked for remote images. */
  readonly showRemoteImages: boolean;
}

interface DetailRow extends SummaryRow {
  readonly version: number;
  readonly endpoint: string | null;
  readonly mailbox: string | null;
  readonly in_queues: string[];
  readonly out_queues: string[];
  readonly data: InteractionDetail['data'];
}

/** An interaction whole: properties, attached data, sanitised body, contact and children. Throws `request/not-found`. */
export async function getInteraction(
  pool: Pool,
  tenantId: string,
  id: string,
  options: ShowOptions,
): Promise<InteractionDetail> {
  const { rows } = await pool.query<DetailRow>(
    `select ${summaryColumns}, i.version, i.endpoint, i.mailbox, i.in_queues, i.out_queues, i.data from ${summaryTables}
     where i.id = $1 and i.tenant_id = $2`,
    [id, tenantId],
  );
  const [row] = rows;
  if (row === undefined) throw new CodedError('request/not-found', { kind: 'interaction', name: id });
  const [message, contact, children, notes] = await Promise.all([
    readMessage(pool, id, options),
    row.contact_id === null ? null : readContact(pool, tenantId, row.contact_id),
    pool.query<SummaryRow>(
      `select ${summaryColumns} from ${summaryTables} where i.parent_id = $1 order by i.received_at, i.seq limit 200`,
      [id],
    ),
    pool.query<{ at: Date; by: string; event: string; text: string }>(
      `select at, party ->> 'name' as by, kind as event, facts ->> 'note' as text from events
       where interaction_id = $1 and facts ->> 'note' is not null order by id desc limit 20`,
      [id],
    ),
  ]);
  return {
    ...interactionSummary(row),
    version: row.version,
    endpoint: row.endpoint,
    mailbox: row.mailbox,
    inQueues: row.in_queues,
    outQueues: row.out_queues,
    data: row.data,
    message,
    contact,
    children: children.rows.map(interactionSummary),
    notes: notes.rows.map(({ at, ...note }) => ({ ...note, at: at.toISOString() })),
  };
}

interface MessageRow {
  readonly direction: 'in' | 'out';
  readonly message_id: string | null;
  readonly subject: string;
  readonly from_address: Address | null;
  readonly reply_to: Address | null;
  readonly to_addresses: Address[];
  readonly cc_addresses: Address[];
  readonly text: string;
  readonly html: string | null;
  readonly reply_text: string | null;
  readonly automatic: string;
  readonly problems: string[];
  readonly sent_at: Date | null;
}

interface AttachmentRow {
  readonly id: string;
  readonly file_name: string;
  readonly content_type: string;
  readonly size: number;
  readonly inline: boolean;
  readonly content_id: string | null;
}

async function readMessage(pool: Pool, id: string, options: ShowOptions): Promise<Message | null> {
  const [messages, files] = await Promise.all([
    pool.query<MessageRow>('select * from messages where interaction_id = $1', [id]),
    pool.query<AttachmentRow>(
      'select id, file_name, content_type, size, inline, content_id from attachments where interaction_id = $1 order by position',
      [id],
    ),
  ]);
  const [row] = messages.rows;
  if (row === undefined) return null;
  const byContentId = new Map(files.rows.map((file) => [file.content_id, file.id]));
  const shown =
    row.html === null
      ? undefined
      : sanitiseHtml(row.html, {
          showRemoteImages: options.showRemoteImages,
          cidUrl: (contentId) => {
            const file = byContentId.get(contentId);
            return file === undefined ? undefined : `/api/attachments/${file}`;
          },
        });
  return {
    direction: row.direction,
    messageId: row.message_id,
    subject: row.subject,
    from: row.from_address,
    replyTo: row.reply_to,
    to: row.to_addresses,
    cc: row.cc_addresses,
    text: row.text,
    replyText: row.reply_text,
    html: shown?.html ?? null,
    blockedImages: options.showRemoteImages ? 0 : (shown?.remoteImages ?? 0),
    automatic: row.automatic,
    problems: row.problems,
    sentAt: row.sent_at?.toISOString() ?? null,
    attachments: files.rows.map((file) => ({
      id: file.id,
      fileName: file.file_name,
      contentType: file.content_type,
      size: file.size,
      inline: file.inline,
    })),
  };
}

interface ContactRow {
  readonly id: string;
  readonly title: string | null;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly attributes: Contact['attributes'];
  readonly created_at: Date;
  readonly addresses: { kind: string; value: string; isPrimary: boolean }[];
}

/** A contact with its addresses. Throws `request/not-found`. */
export async function readContact(pool: Pool, tenantId: string, id: string): Promise<Contact> {
  const { rows } = await pool.query<ContactRow>(
    `select c.*, coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'value', a.value, 'isPrimary', a.is_primary)
       order by a.is_primary desc, a.value) from contact_addresses a where a.contact_id = c.id), '[]') as addresses
     from contacts c where c.id = $1 and c.tenant_id = $2`,
    [id, tenantId],
  );
  const [row] = rows;
  if (row === undefined) throw new CodedError('request/not-found', { kind: 'contact', name: id });
  return {
    id: row.id,
    title: row.title,
    firstName: row.first_name,
    lastName: row.last_name,
    addresses: row.addresses,
    attributes: row.attributes,
    createdAt: row.created_at.toISOString(),
  };
}
