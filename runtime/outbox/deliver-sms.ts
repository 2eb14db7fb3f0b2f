import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Submission } from '../media/sms/contract.ts';
import { encodeSms, maxParts } from '../media/sms/encode-sms.ts';
import type { SmppChannel } from '../media/sms/smpp-channel.ts';
import type { SendOutcome } from './record-outcome.ts';
import type { OutgoingRow } from './take-outgoing.ts';

/** Waits between attempts for a message of which no part was taken yet, in seconds. */
const retrySeconds = [1, 5, 15, 60, 300, 900] as const;
/** A text that was not taken for so long is of no use any more. */
const giveUpAfterMs = 86_400_000;
/** Tries of a later part: the parts before it are out, so it must follow soon or not at all. */
const partTries = 30;

/**
 * Sends one short message, part by part. What may have reached the centre is not sent again: SMPP has no key by which a centre
 * could know it, and the customer would pay for and read it twice.
 */
export async function deliverSms(pool: Pool, row: OutgoingRow, channel: SmppChannel | undefined): Promise<SendOutcome> {
  const failed = (reply: string, uncertain = false): SendOutcome => ({ state: 'failed', reply, uncertain });
  if (channel === undefined) return failed('No SMS channel is configured for this number.');
  if (row.uncertain) return failed('Its sender was lost while it was being sent; it is not sent twice.', true);
  const to = row.to_addresses[0]?.address ?? '';
  const { numbers, charset, receipts } = channel.settings;
  const from = row.from_address.address || (numbers[0] ?? '');
  const sms = encodeSms(row.text, charset, Number.parseInt(row.id.slice(-2), 16));
  if (sms.parts.length > maxParts)
    return failed(`The text takes ${sms.parts.length} messages; at most ${maxParts} go out.`);
  const { dataCoding, hasHeaders: hasHeader } = sms;
  for (const [index, content] of sms.parts.entries()) {
    const submit = (): Promise<Submission> =>
      channel.submit({ from, to, dataCoding, hasHeader, content, wantsReceipt: receipts });
    const result = index === 0 ? await submit() : await submitSoon(submit);
    if (result.outcome === 'sent') {
      await rememberSent(pool, row, channel.settings.name, result.messageId);
      continue;
    }
    if (result.outcome === 'temporary' && index === 0 && Date.now() - row.created_at.getTime() < giveUpAfterMs) {
      const seconds = retrySeconds[Math.min(row.attempts, retrySeconds.length) - 1] ?? retrySeconds[0];
      return { state: 'pending', reply: result.reply, uncertain: false, nextAt: new Date(Date.now() + seconds * 1000) };
    }
    const missing = index === 0 ? '' : ` (${index} of ${sms.parts.length} parts went out)`;
    return failed(`${result.reply}${missing}`, result.outcome === 'uncertain');
  }
  return { state: 'sent', reply: `taken in ${sms.parts.length} ${sms.parts.length === 1 ? 'message' : 'messages'}` };
}

async function submitSoon(submit: () => Promise<Submission>): Promise<Submission> {
  for (let tries = 1; ; tries += 1) {
    const result = await submit();
    if (result.outcome !== 'temporary' || tries === partTries) return result;
    await pause(1000);
  }
}

/** Ties the centre's id to the message, so that its receipt is understood. */
async function rememberSent(pool: Pool, row: OutgoingRow, channel: string, messageId: string): Promise<void> {
  if (messageId === '') return;
  await pool.query(
    `insert into sms_sent (tenant_id, channel, message_id, interaction_id) values ($1, $2, $3, $4)
     on conflict (tenant_id, channel, message_id) do update set interaction_id = excluded.interaction_id`,
    [row.tenant_id, channel, messageId, row.interaction_id],
  );
}
