import { sanitiseHtml } from '../../media/email/sanitise-html.ts';
import type { Address } from '#dsl/protocol/interactions.ts';
import { newId } from '../../store/new-id.ts';
import type { LiveRun } from '../execute/live-run.ts';

/** An outbound mail that a strategy makes. */
export interface OutboundMail {
  readonly subtype:
    | 'OutboundAcknowledgement'
    | 'OutboundAutoResponse'
    | 'OutboundForward'
    | 'OutboundNew'
    | 'OutboundNotification'
    | 'OutboundRedirect'
    | 'OutboundReply';
  readonly queue: string;
  readonly from: Address;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  readonly subject: string;
  readonly text: string;
  readonly html?: string | undefined;
  /** True: within the thread of the message it answers (RFC 5322 3.6.4). */
  readonly threaded: boolean;
  /** The interaction it belongs to; left out: the run's own. `none`: it stands by itself. */
  readonly parent?: MailParent | 'none';
  /** Where answers go instead of `from`. */
  readonly replyTo?: Address | undefined;
  /** True: in the thread of its parent here, without saying so in its headers. */
  readonly keepsThread?: boolean;
}

/** What a mail needs to know of the interaction it belongs to. */
export type MailParent = Pick<
  LiveRun['interaction'],
  'id' | 'contact_id' | 'thread_id' | 'mailbox' | 'message_id' | 'reference_ids'
>;

/** Subtypes that no machine should answer (RFC 3834 5). */
const automaticSubtypes: ReadonlySet<OutboundMail['subtype']> = new Set([
  'OutboundAcknowledgement',
  'OutboundAutoResponse',
  'OutboundNotification',
]);

/**
 * Adds an outbound mail to the run's changes: a child interaction with its body, placed in a queue whose strategy sends it
 * in a second pass. Its Message-ID is fixed here, so that every attempt to send it carries the same one.
 */
export function addOutboundMail(run: LiveRun, mail: OutboundMail, now: Date): string {
  const { changes } = run;
  const parent = mail.parent === 'none' ? undefined : (mail.parent ?? run.interaction);
  const id = newId();
  const domain = mail.from.address.split('@')[1] ?? 'localhost';
  changes.add('interactions', {
    id,
    tenant_id: run.tenantId,
    media: 'email',
    type: 'Outbound',
    subtype: mail.subtype,
    state: 'queued',
    is_held: false,
    version: 0,
    mailbox: (parent ?? run.interaction).mailbox,
    queue: mail.queue,
    placed_at: now,
    moved_at: now,
    in_queues: [],
    out_queues: [],
    priority: 0,
    received_at: now,
    submitted_at: now,
    parent_id: parent?.id ?? null,
    contact_id: parent?.contact_id ?? null,
    thread_id: parent !== undefined && (mail.threaded || mail.keepsThread === true) ? parent.thread_id : id,
    subject: mail.subject,
    from_address: mail.from.address,
    from_name: mail.from.name,
    to_address: mail.to[0]?.address ?? null,
    data: {},
  });
  changes.add('messages', {
    interaction_id: id,
    tenant_id: run.tenantId,
    direction: 'out',
    message_id: `<${id}@${domain}>`,
    in_reply_to: mail.threaded ? (parent?.message_id ?? null) : null,
    reference_ids: mail.threaded && parent !== undefined ? referencesOf(parent) : [],
    subject: mail.subject,
    from_address: mail.from,
    reply_to: mail.replyTo ?? null,
    to_addresses: mail.to,
    cc_addresses: mail.cc,
    bcc_addresses: mail.bcc,
    text: mail.text,
    html: mail.html === undefined ? null : sanitiseHtml(mail.html, { showRemoteImages: true }).html,
    headers: [],
    automatic: automaticSubtypes.has(mail.subtype) ? 'auto-submitted' : 'none',
    problems: [],
  });
  const party = { kind: 'strategy', name: run.strategy, runId: run.id };
  changes.events.push(
    {
      interactionId: id,
      kind: 'InteractionSubmitted',
      party,
      facts: { ...(parent && { parentId: parent.id }), subject: mail.subject },
    },
    { interactionId: id, kind: 'PlacedInQueue', party, facts: { queue: mail.queue } },
  );
  changes.queues.add(mail.queue);
  return id;
}

function referencesOf(parent: MailParent): string[] {
  return [...(parent.reference_ids ?? []), ...(parent.message_id === null ? [] : [parent.message_id])];
}

/** The files of another interaction go with this mail; committed with it. */
export function takeAttachments({ changes }: LiveRun, fromId: string, toId: string): void {
  changes.steps.push((client) =>
    client.query(
      `insert into attachments (id, interaction_id, tenant_id, position, file_name, content_type, size, content_id, inline, hash)
       select gen_random_uuid(), $2, tenant_id, position, file_name, content_type, size, content_id, inline, hash
       from attachments where interaction_id = $1`,
      [fromId, toId],
    ),
  );
}

/** The address mails of a run are sent from: the one given, else the mailbox the message came to. */
export function senderOf({ interaction }: LiveRun, from: string | undefined): Address {
  return toAddresses(from)[0] ?? { address: interaction.mailbox ?? interaction.to_address ?? '', name: '' };
}

/** Addresses in a list separated by commas. */
export function toAddresses(list: string | undefined): Address[] {
  return (list ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const named = /^(?<name>.*?)\s*<(?<address>[^<>]+)>$/.exec(part)?.groups;
      return { address: (named?.address ?? part).trim(), name: named?.name?.replace(/^"|"$/g, '') ?? '' };
    });
}
