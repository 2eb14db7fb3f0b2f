import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smsChannelSchema } from '#dsl/model/sms-channel.ts';
import { SmppChannel } from '#runtime/media/sms/smpp-channel.ts';
import { startSmsServer } from '#runtime/roles/sms-server.ts';
import { createSecretBox } from '#runtime/tenant/secret-box.ts';
import { listSmsChannels, saveSmsChannel } from '#runtime/tenant/sms-channels.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { SmsCentre } from '#test/support/sms-centre.ts';
import { until } from '#test/support/until.ts';

const secret = 'a secret of at least thirty-two characters';
const customer = { source_addr: '4915112345678', source_addr_ton: 1, source_addr_npi: 1 };
const us = { destination_addr: '4930999', dest_addr_ton: 1, dest_addr_npi: 1 };

let engine: Engine;
let centre: SmsCentre;
let server: { stop(): Promise<void> };

beforeAll(async () => {
  engine = await startEngine();
  engine.listen();
  centre = await SmsCentre.start();
  await engine.activate({
    format: 1,
    name: 'Short messages',
    endpoints: { sms: { media: 'sms', queue: 'In' } },
    queues: {
      In: { views: { All: { submitter: { strategy: 'Answer' } } } },
      Out: { views: { All: { submitter: { strategy: 'Send' } } } },
      Sent: { parking: true },
      NotSent: { parking: true },
      Done: { parking: true },
      ErrorHeld: { parking: true },
    },
    strategies: {
      Answer: {
        blocks: {
          entry: { type: 'entry', ports: { next: 'answer' } },
          answer: {
            type: 'create-sms-out',
            config: { to: { js: 'interaction.fromAddress' }, text: { js: 'interaction.text' }, queue: 'Out' },
            ports: { created: 'done' },
          },
          done: { type: 'queue-interaction', config: { queue: 'Done' } },
        },
      },
      Send: {
        blocks: {
          entry: { type: 'entry', ports: { next: 'send' } },
          send: { type: 'send-sms-out', config: {}, ports: { sent: 'sent', error: 'keep' } },
          keep: { type: 'script', config: { code: 'data.Error = lastError.message;' }, ports: { next: 'not' } },
          sent: { type: 'queue-interaction', config: { queue: 'Sent' } },
          not: { type: 'queue-interaction', config: { queue: 'NotSent' } },
        },
      },
    },
  });
  const box = createSecretBox(secret);
  const { password, ...rest } = smsChannelSchema.parse({
    name: 'Centre',
    host: '127.0.0.1',
    port: centre.port,
    security: 'none',
    systemId: 'signalbox',
    password: 'secret',
    numbers: ['+4930999'],
    endpoint: 'sms',
  });
  const { pool } = engine.database;
  await saveSmsChannel(pool, box, 'default', { ...rest, password });
  const log = pino({ level: 'silent' });
  server = await startSmsServer({ pool, wakeUps: engine.wake, log, settings: { secret } }, engine.submissions);
  await until(() => Promise.resolve(centre.isBound || undefined));
});
afterAll(async () => {
  await server.stop();
  await engine.stop();
  await centre.stop();
});

const query = async (sql: string, ...values: unknown[]) => (await engine.database.pool.query(sql, values)).rows;

/** The outbound SMS whose text begins so, once its strategy is through with it. */
function sentSms(start: string, queue = 'Sent') {
  return until(
    async () =>
      (
        await query(
          `select i.id, i.data, i.thread_id, i.parent_id, i.contact_id from interactions i join messages m on m.interaction_id = i.id
           where i.type = 'Outbound' and i.queue = $2 and starts_with(m.text, $1)`,
          start,
          queue,
        )
      )[0],
  );
}

describe('a channel', () => {
  it('has no more messages under way than its window, and sends all of them', async () => {
    const settings = smsChannelSchema.parse({
      name: 'Narrow',
      host: '127.0.0.1',
      port: centre.port,
      security: 'none',
      systemId: 'signalbox',
      password: 'secret',
      numbers: ['+4930999'],
      endpoint: 'sms',
      window: 1,
      perSecond: 1000,
    });
    const nothing = { accept: () => Promise.resolve(), noteReceipt: () => Promise.resolve() };
    const channel = new SmppChannel({ tenantId: 'default', settings, intake: nothing, onProblem: () => undefined });
    await until(() => Promise.resolve(channel.state().status === 'connected' || undefined));
    const content = Buffer.from('narrow');
    const message = {
      from: '+4930999',
      to: '+4915112345678',
      dataCoding: 0,
      hasHeader: false,
      content,
      wantsReceipt: false,
    };

    const answers = await Promise.all(Array.from({ length: 5 }, () => channel.submit(message)));

    await channel.stop();
    expect(answers.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 5 }, () => 'sent'));
    expect(centre.mostAtOnce).toBe(1);
  });
});

describe('a short message', () => {
  it('becomes an interaction of the contact with that number, and the answer of its strategy goes out', async () => {
    const gsm = Buffer.from('Where is my order? \u001be5', 'latin1');
    expect(await centre.deliver({ ...customer, ...us, data_coding: 0, short_message: gsm })).toBe(0);

    const answer = await sentSms('Where is');
    expect(centre.taken.at(-1)).toEqual({
      from: '4930999',
      to: '4915112345678',
      text: 'Where is my order? €5',
      dataCoding: 0,
      part: undefined,
      wantsReceipt: true,
    });
    const [inbound] = await query('select * from interactions where id = $1', answer.parent_id);
    expect(inbound).toMatchObject({
      media: 'sms',
      subtype: 'InboundNew',
      from_address: '+4915112345678',
      queue: 'Done',
    });
    expect(answer.thread_id).toBe(inbound.thread_id);
    expect(await query('select kind, value from contact_addresses where contact_id = $1', inbound.contact_id)).toEqual([
      { kind: 'phone', value: '+4915112345678' },
    ]);
  });

  it('of several parts is one interaction, in whatever order they come and however often', async () => {
    const text = `Long: ${'ü€ "ж" 😀 '.repeat(20)}end`;
    const before = centre.taken.length;
    const cut = Array.from(text).reduce<string[]>(
      (parts, character) => {
        const last = parts.at(-1) ?? '';
        return last.length + character.length > 60 ? [...parts, character] : [...parts.slice(0, -1), last + character];
      },
      [''],
    );
    const part = (number: number) =>
      centre.deliver({
        ...customer,
        ...us,
        esm_class: 0x40,
        data_coding: 8,
        short_message: { udh: Buffer.from([5, 0, 3, 7, cut.length, number]), message: cut[number - 1] },
      });
    const order = [2, 1, 2, ...cut.map((_, index) => index + 1).slice(2)];
    for (const number of order) expect(await part(number)).toBe(0);

    const answer = await sentSms('Long:');
    expect((await query('select text from messages where interaction_id = $1', answer.parent_id))[0].text).toBe(text);
    const parts = centre.taken.slice(before);
    expect(parts.map((one) => one.text).join('')).toBe(text);
    expect(parts.map((one) => one.part?.slice(1))).toEqual(parts.map((_, index) => [parts.length, index + 1]));
    expect(await query('select from sms_parts')).toEqual([]);
  });

  it('is tried again while the centre says that there are too many, and not when it is refused', async () => {
    centre.refusals.push(0x58, 0x14);
    await centre.deliver({ ...customer, ...us, short_message: 'Busy' });
    await sentSms('Busy');
    expect(centre.taken.filter(({ text }) => text === 'Busy')).toHaveLength(1);

    centre.refusals.push(0x0b);
    await centre.deliver({ ...customer, ...us, short_message: 'Nobody' });
    expect((await sentSms('Nobody', 'NotSent')).data.Error).toContain('the recipient is not accepted');
  });

  it('has in its history what the centre says became of it', async () => {
    await centre.deliver({ ...customer, ...us, short_message: 'Receipt' });
    const answer = await sentSms('Receipt');
    const [{ message_id: id }] = await query('select message_id from sms_sent where interaction_id = $1', answer.id);
    const receipt = `id:${id} sub:001 dlvrd:000 submit date:2611241200 done date:2611241201 stat:UNDELIV err:027 text:Receipt`;
    expect(await centre.deliver({ ...customer, ...us, esm_class: 4, short_message: receipt })).toBe(0);

    const reported = await query(
      `select facts from events where interaction_id = $1 and kind = 'DeliveryReported'`,
      answer.id,
    );
    expect(reported).toEqual([{ facts: { state: 'undeliverable', error: '027', messageId: id } }]);
  });

  it('waits while the centre is away and goes out when it is back, and the channel says why', async () => {
    const { port } = centre;
    await centre.stop();
    const [channel] = await until(async () => {
      const channels = await listSmsChannels(engine.database.pool, 'default');
      return channels[0]?.status?.status === 'failing' ? channels : undefined;
    });
    expect(channel?.status?.reason).toMatch(/closed|ECONN/);
    await engine.submissions.submit({
      tenantId: 'default',
      endpoint: 'sms',
      media: 'sms',
      type: 'Inbound',
      subtype: 'InboundNew',
      onceKeys: [],
      receivedAt: new Date(),
      priority: 0,
      from: { address: '+4915112345678', name: '' },
      to: '+4930999',
      data: {},
      message: {
        direction: 'in',
        references: [],
        subject: 'Away',
        to: [],
        cc: [],
        bcc: [],
        text: 'Away',
        headers: [],
        automatic: 'none',
        problems: [],
        attachments: [],
      },
    });
    centre = await SmsCentre.start(port);

    await sentSms('Away');
    expect(centre.taken.map(({ text }) => text)).toEqual(['Away']);
  });
});
