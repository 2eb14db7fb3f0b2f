import { sanitiseHtml } from '../../media/email/sanitise-html.ts';
import type { Address } from '#dsl/protocol/interactions.ts';
import { newId } from '../../store/new-id.ts';
import type { LiveRun } from '../execute/live-run.ts';

/** An outbound mail that a strategy makes. */
export interface OutboundMail {
  readonly subtype: 'OutboundAcknowledgement' | 'OutboundAutoResponse' | 'OutboundNew';
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
}

/**
 * Adds an outbound mail to the run's changes: a child interaction with its body, placed in a queue whose strategy sends it
 * in a second pass. Its Message-ID is fixed here, so that every attempt to send it carries the same one.
 */
export function addOutboundMail(run: LiveRun, mail: OutboundMail, now: Date): string {
  const { interaction, changes } = run;
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
    mailbox: interaction.mailbox,
    queue: mail.queue,
    placed_at: now,
    moved_at: now,
    in_queues: [],
    out_queues: [],
    priority: 0,
    received_at: now,
    submitted_at: now,
    parent_id: interaction.id,
    contact_id: interaction.contact_id,
    thread_id: mail.threaded ? interaction.thread_id : id,
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
    in_reply_to: mail.threaded ? interaction.message_id : null,
    reference_ids: mail.threaded ? referencesOf(run) : [],
    subject: mail.subject,
    from_address: mail.from,
    to_addresses: mail.to,
    cc_addresses: mail.cc,
    bcc_addresses: mail.bcc,
    text: mail.text,
    html: mail.html === undefined ? null : sanitiseHtml(mail.html, { showRemoteImages: true }).html,
    headers: [],
    automatic: mail.subtype === 'OutboundNew' ? 'none' : 'auto-submitted',
    problems: [],
  });
  const party = { kind: 'strategy', name: run.strategy, runId: run.id };
  changes.events.push(
    {
      interactionId: id,
      kind: 'InteractionSubmitted',
      party,
      facts: { parentId: interaction.id, subject: mail.subject },
    },
    { interactionId: id, kind: 'PlacedInQueue', party, facts: { queue: mail.queue } },
  );
  changes.queues.add(mail.queue);
  return id;
}

function referencesOf({ interaction }: LiveRun): string[] {
  return [...(interaction.reference_ids ?? []), ...(interaction.message_id === null ? [] : [interaction.message_id])];
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
