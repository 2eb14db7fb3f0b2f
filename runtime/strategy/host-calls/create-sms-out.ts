import { phoneNumber } from '#dsl/model/phone-number.ts';
import { newId } from '../../store/new-id.ts';
import type { LiveRun } from '../execute/live-run.ts';
import { contentOf } from './content-of.ts';
import type { HostCallHandler } from './handler.ts';
import { unknownQueue } from './unknown-queue.ts';

/** Makes an outbound SMS within the thread of its interaction and places it in a queue, whose strategy sends it. */
export const createSmsOut: HostCallHandler<'create-sms-out'> = async (params, context) => {
  const error = unknownQueue(params.queue, context);
  if (error !== undefined) return { error };
  const to = phoneNumber(params.to);
  if (to === undefined) {
    return { error: { code: 'sms/no-number', message: `"${params.to}" is not a phone number.` } };
  }
  const found = await contentOf(params, context);
  if ('error' in found) return found;
  const { run, now } = context;
  const { interaction } = run;
  const from = params.from ?? (interaction.media === 'sms' ? (interaction.to_address ?? '') : '');
  const { text } = found.content;
  return { result: { interactionId: addSms(run, { from, to, text, queue: params.queue }, now) } };
};

function addSms(
  run: LiveRun,
  sms: { readonly from: string; readonly to: string; readonly text: string; readonly queue: string },
  now: Date,
): string {
  const { changes, interaction, tenantId } = run;
  const { from, to, text, queue } = sms;
  const id = newId();
  const subject = text.trim().split('\n')[0]?.slice(0, 60) ?? '';
  changes.add('interactions', {
    id,
    tenant_id: tenantId,
    media: 'sms',
    type: 'Outbound',
    subtype: 'OutboundNew',
    state: 'queued',
    is_held: false,
    version: 0,
    mailbox: null,
    queue,
    placed_at: now,
    moved_at: now,
    in_queues: [],
    out_queues: [],
    priority: 0,
    received_at: now,
    submitted_at: now,
    parent_id: interaction.id,
    contact_id: changes.contactId ?? interaction.contact_id,
    thread_id: interaction.thread_id,
    subject,
    from_address: from,
    from_name: '',
    to_address: to,
    data: {},
  });
  changes.add('messages', {
    interaction_id: id,
    tenant_id: tenantId,
    direction: 'out',
    message_id: `<${id}@sms>`,
    in_reply_to: null,
    reference_ids: [],
    subject,
    from_address: { address: from, name: '' },
    reply_to: null,
    to_addresses: [{ address: to, name: '' }],
    cc_addresses: [],
    bcc_addresses: [],
    text,
    html: null,
    headers: [],
    automatic: 'none',
    problems: [],
  });
  const party = { kind: 'strategy', name: run.strategy, runId: run.id };
  changes.events.push(
    { interactionId: id, kind: 'InteractionSubmitted', party, facts: { parentId: interaction.id, subject } },
    { interactionId: id, kind: 'PlacedInQueue', party, facts: { queue } },
  );
  changes.queues.add(queue);
  return id;
}
