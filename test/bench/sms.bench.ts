import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { smsChannelSchema } from '#dsl/model/sms-channel.ts';
import { smsIntake } from '#runtime/interaction/accept-sms.ts';
import { encodeSms } from '#runtime/media/sms/encode-sms.ts';
import { SmppChannel } from '#runtime/media/sms/smpp-channel.ts';
import { startEngine } from '#test/support/engine.ts';
import { SmsCentre } from '#test/support/sms-centre.ts';
import type { BenchResult } from './bench-result.ts';

/** Name on the command line. */
export const name = 'sms';

const count = Number(process.env['COUNT'] ?? 5000);
/** Messages that the centre and we have under way at once. */
const window = 100;

/**
 * Short messages a second through one SMPP connection: delivered by the centre and committed to PostgreSQL (fsync on) as interactions
 * before each is acknowledged, and submitted to the centre. The peer takes them with the same protocol and commits nothing. The centre,
 * another implementation, runs in the same process and needs its share.
 */
export async function run(): Promise<BenchResult> {
  const engine = await startEngine({ durable: true });
  const centre = await SmsCentre.start();
  try {
    await engine.activate({
      format: 1,
      name: 'Messages',
      endpoints: { sms: { media: 'sms', queue: 'In' } },
      queues: { In: { parking: true }, ErrorHeld: { parking: true } },
    });
    const settings = smsChannelSchema.parse({
      name: 'Centre',
      host: '127.0.0.1',
      port: centre.port,
      security: 'none',
      systemId: 'signalbox',
      password: 'secret',
      numbers: ['+4930999'],
      endpoint: 'sms',
      window: 1000,
      perSecond: 10_000,
    });
    const channelFor = async (intake: ReturnType<typeof smsIntake>): Promise<SmppChannel> => {
      const channel = new SmppChannel({
        tenantId: 'default',
        settings,
        intake,
        onProblem: (reason) => pino().warn({ reason }, 'the channel has a problem'),
      });
      while (channel.state().status !== 'connected' || !centre.isBound) await pause(5);
      return channel;
    };
    const nothing = { accept: () => Promise.resolve(), noteReceipt: () => Promise.resolve() };
    const bare = await channelFor(nothing);
    const peer = await rate(() => centre.deliver(message()));
    await bare.stop();
    const channel = await channelFor(smsIntake(engine.submissions, engine.database.pool));
    const ours = await rate(() => centre.deliver(message()));
    const { parts, dataCoding } = encodeSms('Thank you, your order is on its way.', 'gsm', 0);
    const [content = Buffer.alloc(0)] = parts;
    const from = '+4930999';
    const sent = await rate(() =>
      channel.submit({ from, to: '+4915112345678', dataCoding, hasHeader: false, content, wantsReceipt: false }),
    );
    await channel.stop();
    const { rows } = await engine.database.pool.query<{ count: number }>(
      'select count(*)::int as count from interactions',
    );
    return {
      ours,
      peer,
      ratio: Math.round((ours / peer) * 100) / 100,
      unit: 'SMS/s committed',
      detail: { count, window, submittedPerSecond: sent, inTheDatabase: rows[0]?.count },
    };
  } finally {
    await engine.stop();
    await centre.stop();
  }
}

function message(): object {
  const from = `49151${String(Math.floor(Math.random() * 1e7)).padStart(7, '0')}`;
  return {
    source_addr: from,
    source_addr_ton: 1,
    destination_addr: '4930999',
    dest_addr_ton: 1,
    short_message: 'Where is my order? I have waited for three weeks now.',
  };
}

async function rate(one: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  let left = count;
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await one();
    }
  };
  await Promise.all(Array.from({ length: window }, lane));
  return Math.round(count / ((performance.now() - startedAt) / 1000));
}
