import type { Pool } from 'pg';
import type { z } from 'zod';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { phoneNumber } from '#dsl/model/phone-number.ts';
import type { appendOpenSchema, submitOpenSchema } from '#dsl/protocol/open-media.ts';
import { storableLine, storableText } from '../media/email/storable-text.ts';
import { appendPost, mustHaveJoined } from './append-post.ts';
import type { NewInteraction, Submitted } from './new-interaction.ts';
import { findOutside } from './outside-interactions.ts';
import type { Submissions } from './submit.ts';

/** Who brings something in: the tenant and the medium it adds. */
export interface OpenMediumOf {
  readonly tenantId: string;
  readonly media: string;
}

/**
 * Takes an interaction of an open medium and keeps what the program says of the contact. The same external id again answers with the
 * interaction that is there. Throws `request/not-found` when the medium is not declared, or no active process has the endpoint.
 */
export async function submitOpen(
  { pool, submissions }: { readonly pool: Pool; readonly submissions: Pick<Submissions, 'submit'> },
  of: OpenMediumOf,
  wish: z.output<typeof submitOpenSchema>,
): Promise<Submitted> {
  await mustBeDeclared(pool, of);
  const submitted = await submissions.submit(openInteraction(of, wish));
  if (Object.keys(wish.contactAttributes).length > 0) {
    await pool.query(
      `update contacts c set attributes = c.attributes || $2::jsonb from interactions i where i.id = $1 and c.id = i.contact_id`,
      [submitted.interactionId, JSON.stringify(wish.contactAttributes)],
    );
  }
  return submitted;
}

/** Throws `request/not-found` for a medium that the settings do not declare. */
export async function mustBeDeclared(pool: Pool, { tenantId, media }: OpenMediumOf): Promise<void> {
  const known = await pool.query('select from media_types where tenant_id = $1 and name = $2', [tenantId, media]);
  if (known.rowCount === 0) throw new CodedError('request/not-found', { kind: 'open medium', name: media });
}

function openInteraction({ tenantId, media }: OpenMediumOf, wish: z.output<typeof submitOpenSchema>): NewInteraction {
  const { endpoint, externalId, type, subtype, priority, from, data } = wish;
  const subject = storableLine(wish.subject, 512);
  const receivedAt = wish.receivedAt === undefined ? new Date() : new Date(wish.receivedAt);
  return {
    tenantId,
    endpoint,
    media,
    type,
    subtype,
    onceKeys: [`open ${media} ${externalId}`],
    externalId,
    receivedAt,
    priority,
    from,
    addressKind: addressKindOf(from?.address ?? '', media),
    data: { ...(from && { FromAddress: from.address, FromPersonal: from.name }), Subject: subject, ...data },
    message: {
      direction: 'in',
      references: [],
      subject,
      from,
      to: [],
      cc: [],
      bcc: [],
      text: storableText(wish.text, wish.text.length),
      headers: [],
      automatic: 'none',
      problems: [],
      attachments: [],
    },
  };
}

/** A contact is known by mail address or number where the program gives one, else by what the medium calls them. */
function addressKindOf(address: string, media: string): string {
  if (/^\S+@\S+\.\S+$/.test(address)) return 'email';
  return phoneNumber(address) === undefined ? media : 'phone';
}

/**
 * Joins a message to an interaction of an open medium. The same id again changes nothing. Throws `request/not-found` for an external
 * id that is none, and `request/conflict` when the interaction is stopped.
 */
export async function appendOpen(
  pool: Pool,
  of: OpenMediumOf,
  { externalId, message }: { readonly externalId: string; readonly message: z.output<typeof appendOpenSchema> },
): Promise<Submitted> {
  const found = await findOutside(pool, of, externalId);
  const interactionId = found.id;
  const at = message.at === undefined ? new Date() : new Date(message.at);
  const appended = await appendPost(pool, {
    ...of,
    interactionId,
    endpoint: found.endpoint ?? '',
    onceKey: `open ${of.media} ${externalId} message ${message.id}`,
    externalId: message.id,
    author: message.from ?? { address: found.from_address ?? '', name: found.from_name ?? '' },
    text: storableText(message.text, message.text.length),
    isPrivate: false,
    at,
  });
  mustHaveJoined(appended, interactionId);
  return { interactionId, duplicate: appended === 'duplicate' };
}
