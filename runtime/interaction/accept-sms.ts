import type { Pool } from 'pg';
import type { ReceivedPart, ReceivedReceipt, SmsIntake } from '../media/sms/contract.ts';
import { storableText } from '../media/email/storable-text.ts';
import { publish } from '../store/signal.ts';
import type { NewInteraction } from './new-interaction.ts';
import type { Submissions } from './submit.ts';

/** Parts of one message come within seconds; after so long a missing one is taken for lost and the rest is handed over. */
const missingAfterMs = 10 * 60_000;

/** Longest subject that is made of a text. */
const maxSubjectLength = 60;

interface PartRow {
  readonly number: number;
  readonly text: string;
  readonly endpoint: string;
  readonly received_at: Date;
}

/** Intake of the SMS Server: a message becomes an interaction (paging mode), committed before the centre hears that we have it. */
export function smsIntake(submissions: Pick<Submissions, 'submit'>, pool: Pool): SmsIntake {
  return {
    async accept(part) {
      if (part.place === undefined) await submissions.submit(smsInteraction(part, []));
      else await acceptPart(pool, submissions, part);
    },
    noteReceipt: (received) => noteReceipt(pool, received),
  };
}

/** A part waits for the others. That all are there is found by whoever stores the last; the key keeps two that do so from making two. */
async function acceptPart(pool: Pool, submissions: Pick<Submissions, 'submit'>, part: ReceivedPart): Promise<void> {
  const { place } = part;
  if (place === undefined) return;
  const key = [part.tenantId, part.channel, part.from, part.to, place.reference, place.total];
  await pool.query(
    `insert into sms_parts (tenant_id, channel, sender, recipient, reference, total, endpoint, number, text, received_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
    [...key, part.endpoint, place.number, storableText(part.text, part.text.length), part.receivedAt],
  );
  await joinParts(pool, submissions, { ...part, place });
}

async function joinParts(
  pool: Pool,
  submissions: Pick<Submissions, 'submit'>,
  part: Omit<ReceivedPart, 'text'>,
  evenIfIncomplete = false,
): Promise<void> {
  const { place } = part;
  if (place === undefined) return;
  const key = [part.tenantId, part.channel, part.from, part.to, place.reference, place.total];
  const where = 'tenant_id = $1 and channel = $2 and sender = $3 and recipient = $4 and reference = $5 and total = $6';
  const { rows } = await pool.query<PartRow>(
    `select number, text, endpoint, received_at from sms_parts where ${where} order by number`,
    key,
  );
  const [first] = rows;
  if (first === undefined || (rows.length < place.total && !evenIfIncomplete)) return;
  const since = Math.min(...rows.map((row) => row.received_at.getTime()));
  const text = Array.from(
    { length: place.total },
    (_, index) => rows.find((row) => row.number === index + 1)?.text ?? '…',
  );
  const whole = { ...part, text: text.join('') };
  await submissions.submit(smsInteraction(whole, [`sms ${key.slice(1).join(' ')} ${since}`]));
  await pool.query(`delete from sms_parts where ${where}`, key);
}

/** Hands over messages of which a part never came, with a mark where it is missing. Answers how many. */
export async function handOverIncomplete(pool: Pool, submissions: Pick<Submissions, 'submit'>): Promise<number> {
  const { rows } = await pool.query<{
    tenant_id: string;
    channel: string;
    endpoint: string;
    sender: string;
    recipient: string;
    reference: number;
    total: number;
    since: Date;
  }>(
    `select tenant_id, channel, sender, recipient, reference, total, min(endpoint) as endpoint, min(received_at) as since
     from sms_parts where received_at < $1 group by 1, 2, 3, 4, 5, 6 limit 100`,
    [new Date(Date.now() - missingAfterMs)],
  );
  for (const row of rows) {
    const { tenant_id: tenantId, channel, endpoint, sender: from, recipient: to, reference, total } = row;
    const place = { reference, total, number: 1 };
    await joinParts(pool, submissions, { tenantId, channel, endpoint, from, to, place, receivedAt: row.since }, true);
  }
  return rows.length;
}

function smsInteraction(sms: Omit<ReceivedPart, 'place'>, onceKeys: readonly string[]): NewInteraction {
  const text = storableText(sms.text, sms.text.length);
  const [line = ''] = text.trim().split('\n');
  const from = { address: sms.from, name: '' };
  return {
    tenantId: sms.tenantId,
    endpoint: sms.endpoint,
    media: 'sms',
    type: 'Inbound',
    subtype: 'InboundNew',
    onceKeys,
    receivedAt: sms.receivedAt,
    priority: 0,
    from,
    to: sms.to,
    data: { FromAddress: sms.from, PhoneNumber: sms.from, To: sms.to, SmsChannel: sms.channel },
    message: {
      direction: 'in',
      references: [],
      subject: line.length > maxSubjectLength ? `${line.slice(0, maxSubjectLength - 1)}…` : line,
      from,
      to: [{ address: sms.to, name: '' }],
      cc: [],
      bcc: [],
      text,
      headers: [],
      automatic: 'none',
      problems: [],
      attachments: [],
    },
  };
}

/** A word on a part of ours. What is final and no delivery is told in the interaction's history. */
async function noteReceipt(pool: Pool, { tenantId, channel, receipt }: ReceivedReceipt): Promise<void> {
  const { messageId, state, error } = receipt;
  if (messageId === '') return;
  const { rows } = await pool.query<{ interaction_id: string | null }>(
    `with noted as (
       insert into sms_sent (tenant_id, channel, message_id, state, error) values ($1, $2, $3, $4, $5)
       on conflict (tenant_id, channel, message_id) do update set state = excluded.state, error = excluded.error, at = now()
       returning interaction_id
     ), told as (
       insert into events (tenant_id, interaction_id, at, kind, facts)
       select $1, interaction_id, now(), 'DeliveryReported', jsonb_build_object('state', $4::text, 'error', $5::text, 'messageId', $3::text)
       from noted where interaction_id is not null
     ) select interaction_id from noted`,
    [tenantId, channel, messageId, state, error],
  );
  const interactionId = rows[0]?.interaction_id;
  if (interactionId) await publish(pool, [{ kind: 'interaction', tenantId, interactionId }]);
}
