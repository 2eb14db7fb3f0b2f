import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deliver } from '#runtime/outbox/deliver.ts';
import { MailSenders } from '#runtime/outbox/mail-senders.ts';
import { OutboxSender } from '#runtime/outbox/outbox-sender.ts';
import { recordOutcome } from '#runtime/outbox/record-outcome.ts';
import { takeOutgoing } from '#runtime/outbox/take-outgoing.ts';
import { newId } from '#runtime/store/new-id.ts';
import { createSecretBox } from '#runtime/tenant/secret-box.ts';
import { saveSmtpOut } from '#runtime/tenant/smtp-out.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { startSmtpSink, type SmtpSink } from '#test/support/mail/smtp-sink.ts';
import { until } from '#test/support/until.ts';

const box = createSecretBox('a secret of at least thirty-two characters');
const nothing = () => Promise.resolve();
const wake = { queue: nothing, run: nothing, send: nothing, close: nothing };

let database: TestDatabase;
let sink: SmtpSink;
const senders: { sender: OutboxSender; connections: MailSenders }[] = [];

beforeAll(async () => {
  database = await startTestDatabase();
});
beforeEach(async () => {
  sink = await startSmtpSink();
  await database.pool.query('truncate outbox, messages');
  const server = { host: '127.0.0.1', port: sink.port, security: 'none', maxConnections: 50 } as const;
  await saveSmtpOut(database.pool, box, 'default', { ...server, allowInsecure: false, timeoutSeconds: 30 });
});
afterEach(async () => {
  sink.answer = 'accept';
  sink.disconnect();
  for (const { sender, connections } of senders.splice(0)) {
    await sender.stop();
    connections.close();
  }
  await sink.stop();
});
afterAll(() => database.stop());

function startSender(): OutboxSender {
  const connections = new MailSenders(database.pool, box);
  const sender = new OutboxSender({
    pool: database.pool,
    wake,
    kind: 'mail',
    deliver: async (mail) => deliver(database.pool, mail, await connections.of(mail.tenant_id)),
    log: pino({ level: 'silent' }),
  });
  senders.push({ sender, connections });
  return sender;
}

async function mailsInOutbox(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  await database.pool.query(
    `insert into messages (interaction_id, tenant_id, direction, message_id, from_address, to_addresses, subject, text)
     select id, 'default', 'out', '<' || id || '@abc.example>', '{"address": "support@abc.example", "name": ""}',
       '[{"address": "jane@customer.example", "name": ""}]', 'Hello', 'Hello.' from unnest($1::uuid[]) as id`,
    [ids],
  );
  await database.pool.query(
    `insert into outbox (id, tenant_id, key, kind, interaction_id, payload, next_at)
     select id, 'default', id, 'mail', id, '{}', now() - interval '1 s' from unnest($1::uuid[]) as id`,
    [ids],
  );
  return ids;
}

const rowOf = async (id: string | undefined) =>
  (
    await database.pool.query<{ state: string; outcome: object; attempts: number }>(
      'select state, outcome, attempts from outbox where id = $1',
      [id],
    )
  ).rows[0];

/** Message-IDs the mail server got. */
const seenIds = () => sink.mails.map(({ raw }) => /^message-id: <(.*)@/im.exec(raw)?.[1]);

describe('the sender', () => {
  it('sends a mail again under its Message-ID, and counts it, when the connection broke before the answer', async () => {
    const [id] = await mailsInOutbox(1);
    sink.answer = 'cut-after-accept';
    const sender = startSender();
    await sender.send();
    await until(async () => ((await rowOf(id))?.state === 'pending' ? true : undefined));
    expect(await rowOf(id)).toMatchObject({ outcome: { uncertain: true } });

    sink.answer = 'accept';
    await database.pool.query(`update outbox set next_at = now() - interval '1 s'`);
    await sender.send();

    await until(async () => ((await rowOf(id))?.state === 'sent' ? true : undefined));
    expect(await rowOf(id)).toMatchObject({ outcome: { uncertain: true }, attempts: 2 });
    expect(seenIds()).toEqual([id, id]);
  });

  it('takes over what a killed sender had under way, and counts it', async () => {
    const [id] = await mailsInOutbox(1);
    await database.pool.query(
      `update outbox set state = 'sending', attempts = 1, lease_until = now() - interval '1 s'`,
    );

    await startSender().send();

    await until(async () => ((await rowOf(id))?.state === 'sent' ? true : undefined));
    expect(await rowOf(id)).toMatchObject({ outcome: { uncertain: true }, attempts: 2 });
  });

  it('records an answer of the mail server that holds what the database cannot store', async () => {
    const [id] = await mailsInOutbox(1);
    const [mail] = await takeOutgoing(database.pool, 'mail', 1);
    if (mail === undefined) throw new Error('nothing was taken');

    await recordOutcome(database.pool, mail, { state: 'sent', reply: '250 a\0b\ud800', raw: Buffer.from('mail') });

    expect(await rowOf(id)).toMatchObject({ state: 'sent', outcome: { reply: '250 ab\ufffd' } });
  });

  it('gives a mail up that could not be prepared for days, with the reason', async () => {
    const [old, fresh] = await mailsInOutbox(2);
    await database.pool.query('update messages set from_address = null');
    await database.pool.query(`update outbox set created_at = now() - interval '5 days' where id = $1`, [old]);

    await startSender().send();

    const settled = (id: string | undefined) =>
      until(async () => ((await rowOf(id))?.state === 'sending' ? undefined : rowOf(id)));
    expect(await settled(old)).toMatchObject({ state: 'failed', outcome: { reply: expect.stringMatching(/./) } });
    expect(await settled(fresh)).toMatchObject({ state: 'pending' });
  });

  it('keeps to its limit however often it is asked at the same time', async () => {
    await mailsInOutbox(50);
    sink.answer = 'hang';
    const sender = startSender();

    void Promise.all(Array.from({ length: 5 }, () => sender.send()));

    const underWay = () => database.pool.query(`select id from outbox where state = 'sending'`);
    await until(async () => ((await underWay()).rowCount === 20 ? true : undefined));
    await database.pool.query('select pg_sleep(0.2)');
    expect((await underWay()).rowCount).toBe(20);
  });

  it('records what became of a mail once the database is back, and does not send it again', async () => {
    const [id] = await mailsInOutbox(1);
    await database.pool.query(`alter table outbox add constraint away check (state <> 'sent')`);
    const sender = startSender();
    await sender.send();
    await sink.received(1);
    await database.pool.query(`update outbox set lease_until = now() - interval '1 s'`);

    await sender.send();
    await database.pool.query('alter table outbox drop constraint away');

    await until(async () => ((await rowOf(id))?.state === 'sent' ? true : undefined));
    expect(await rowOf(id)).toMatchObject({ attempts: 1 });
    expect(seenIds()).toEqual([id]);
  });
});
