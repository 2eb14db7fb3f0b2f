import type { Pool, PoolClient } from 'pg';
import { nextState } from '#dsl/lifecycle/interaction.ts';
import type { Address } from '#dsl/protocol/interactions.ts';
import { insertRows } from '../../store/insert-rows.ts';
import type { LiveRun } from '../execute/live-run.ts';
import { addOutboundMail, type MailParent, takeAttachments, toAddresses } from './add-outbound-mail.ts';
import { answerSubject } from './automatic-answer.ts';
import type { HostCallHandler } from './handler.ts';
import { unknownQueue } from './unknown-queue.ts';
import { wholeMessage } from './whole-message.ts';

/** Turns the reply of an external resource into the answer to the customer who wrote the original. */
export const replyFromExternalResource: HostCallHandler<'reply-from-external-resource'> = async (params, context) => {
  const { run, pool, now } = context;
  const unknown = unknownQueue(params.queue, context);
  if (unknown !== undefined) return { error: unknown };
  const original = await originalOf(pool, run);
  const customer = original?.reply_to ?? original?.from_address;
  if (original === undefined || customer === null || customer === undefined) {
    const message = 'This interaction is no reply to a mail that Forward E-mail sent.';
    return { error: { code: 'mail/no-original', message } };
  }
  const reply = await wholeMessage(pool, run.tenantId, run.interaction.id);
  const interactionId = addOutboundMail(
    run,
    {
      subtype: 'OutboundReply',
      queue: params.queue,
      from: toAddresses(params.from)[0] ?? { address: original.mailbox ?? original.to_address ?? '', name: '' },
      to: [customer],
      cc: [],
      bcc: [],
      subject: params.subject ?? answerSubject(original.subject),
      text: reply?.reply_text ?? reply?.text ?? '',
      threaded: true,
      parent: original,
    },
    now,
  );
  if (params.attachments) takeAttachments(run, run.interaction.id, interactionId);
  if (params.stopOriginal) run.changes.steps.push((client) => stopOriginal(client, run, original.id));
  run.changes.signals.push({ kind: 'interaction', tenantId: run.tenantId, interactionId: original.id });
  return { result: { interactionId, originalId: original.id } };
};

interface Original extends MailParent {
  readonly subject: string;
  readonly to_address: string | null;
  readonly from_address: Address | null;
  readonly reply_to: Address | null;
}

/** The message that was forwarded, by the table of forwards: attached data can be written by anybody. */
async function originalOf(pool: Pool, { tenantId, interaction }: LiveRun): Promise<Original | undefined> {
  const { rows } = await pool.query<Original>(
    `select i.id, i.contact_id, i.thread_id, i.mailbox, i.to_address, i.subject, m.message_id, m.reference_ids, m.from_address, m.reply_to
     from forwards f join interactions i on i.id = f.original_id left join messages m on m.interaction_id = i.id
     where f.interaction_id = $1 and f.tenant_id = $2`,
    [interaction.parent_id, tenantId],
  );
  return rows[0];
}

/** Only what lies still is stopped: not what an agent or another strategy has. */
async function stopOriginal(client: PoolClient, run: LiveRun, id: string): Promise<void> {
  const reason = 'Answered by the external resource';
  const { rowCount } = await client.query(
    `update interactions set state = $2, queue = null, workbin = null, workbin_owner = null, stopped_at = now(), stop_reason = $3,
       version = version + 1
     where id = $1 and state in ('queued', 'workbin')`,
    [id, nextState('queued', 'stop'), reason],
  );
  if (rowCount === 0) return;
  await insertRows(client, 'events', [
    {
      tenant_id: run.tenantId,
      interaction_id: id,
      at: new Date(),
      kind: 'ProcessingStopped',
      party: { kind: 'strategy', name: run.strategy, runId: run.id },
      facts: { reason },
    },
  ]);
}
