import type { z } from 'zod';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { replySchema } from '#dsl/protocol/desktop.ts';
import type { Address } from '#dsl/protocol/interactions.ts';
import { htmlText } from '../media/email/html-text.ts';
import { isAddress } from '../media/email/is-address.ts';
import { sanitiseHtml } from '../media/email/sanitise-html.ts';
import { storableLine } from '../media/email/storable-text.ts';

/** A reply as the desktop sends it. */
export type Reply = z.infer<typeof replySchema>;

/** The message that is answered. */
export interface AnsweredMessage {
  readonly message_id: string | null;
  readonly reference_ids: readonly string[];
}

/** A reply ready to be stored: on one line what belongs on one line, safe to show, tied to its thread. */
export interface ComposedReply {
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly subject: string;
  readonly from: Address;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  /** Null for a medium that knows text only. */
  readonly html: string | null;
  readonly text: string;
}

/** As the E-mail Server cuts subjects of incoming mail. */
const maxSubjectLength = 512;
const maxNameLength = 200;
/** First one and the newest keep a thread together in every mail program; the rest would grow without end. */
const maxReferences = 20;

/**
 * Makes the reply's message. No text of it can start another header: line breaks and control characters become blanks, and an
 * address that is none is refused with `request/invalid`.
 */
export function composeReply(
  reply: Reply,
  from: Address,
  ids: { readonly childId: string; readonly answered: AnsweredMessage | undefined },
): ComposedReply {
  const { html } = sanitiseHtml(reply.html, { showRemoteImages: true });
  const { answered, childId } = ids;
  const before = [
    ...(answered?.reference_ids ?? []),
    ...(answered?.message_id === null || answered === undefined ? [] : [answered.message_id]),
  ];
  return {
    messageId: `<${childId}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`,
    inReplyTo: answered?.message_id ?? null,
    references: before.length > maxReferences ? [...before.slice(0, 1), ...before.slice(1 - maxReferences)] : before,
    subject: storableLine(reply.subject, maxSubjectLength),
    from,
    to: cleanAddresses(reply.to, 'to'),
    cc: cleanAddresses(reply.cc, 'cc'),
    bcc: cleanAddresses(reply.bcc, 'bcc'),
    html,
    text: htmlText(html),
  };
}

function cleanAddresses(addresses: readonly Address[], field: string): Address[] {
  return addresses.map(({ address, name }, index) => {
    const bare = address.trim();
    if (bare.length > 254 || !isAddress(bare)) {
      throw new CodedError('request/invalid', {
        field: `${field}.${index}.address`,
        expected: 'an e-mail address such as name@example.org',
      });
    }
    return { address: bare, name: storableLine(name, maxNameLength) };
  });
}
