import type { SmsChannelSettings } from '#dsl/model/sms-channel.ts';
import { SmppConnection } from './smpp-connection.ts';

const timers = { answerMs: 5000, enquireMs: 30_000 };

/** Binds and says goodbye; a message that comes meanwhile is left to the centre. Throws an error with the reason when that fails. */
export async function testSmsChannel(settings: SmsChannelSettings): Promise<void> {
  const kind = settings.bind === 'pair' ? 'transmitter' : 'transceiver';
  const refuse = (): Promise<void> => Promise.reject(new Error('this connection only tests'));
  const connection = await SmppConnection.open(settings, kind, timers, { delivered: refuse });
  await connection.close();
}
