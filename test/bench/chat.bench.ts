import { cpus, loadavg } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { ChatServerMessage } from '#dsl/protocol/chat.ts';
import { startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';
import type { BenchResult } from './bench-result.ts';
import { openRawSocket, type RawSocket } from './raw-socket.ts';

/** Name on the command line. */
export const name = 'chat';

const sessions = Number(process.env['SESSIONS'] ?? 5000);
const warmUpMs = 5000;
const measureMs = Number(process.env['SECONDS'] ?? 15) * 1000;
const openAtOnce = 100;

/**
 * Sessions that each say one message a second, with two pages on each session: one says it, the other has it when it is committed to
 * PostgreSQL and delivered. Load, server and database share the machine.
 */
export async function run(): Promise<BenchResult> {
  const product = await startWholeProduct();
  try {
    const ids = await makeSessions(product);
    const load = await openAll(product.url, ids);
    await talk(load, warmUpMs);
    load.latencies.length = 0;
    const sent = await talk(load, measureMs);
    await wait(1000);
    const sorted = load.latencies.toSorted((left, right) => left - right);
    const at = (share: number): number => Math.round(sorted[Math.floor(sorted.length * share)] ?? Number.NaN);
    return {
      ours: at(0.99),
      unit: 'ms, 99th percentile of delivery',
      detail: {
        sessions: ids.length,
        webSockets: ids.length * 2,
        sentPerSecond: Math.round(sent / (measureMs / 1000)),
        delivered: sorted.length,
        sent,
        medianMs: at(0.5),
        p95Ms: at(0.95),
        maxMs: at(0.999999),
        cores: cpus().length,
        loadAverage: loadavg()[0]?.toFixed(1),
      },
    };
  } finally {
    await product.stop();
  }
}

async function makeSessions({ pool }: WholeProduct): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `insert into chat_sessions (id, tenant_id, endpoint, client_key, token_hash)
     select gen_random_uuid(), 'default', 'default', 'bench ' || n, sha256('bench'::bytea) from generate_series(1, $1) n returning id`,
    [sessions],
  );
  return rows.map(({ id }) => id);
}

interface Load {
  readonly speakers: readonly RawSocket[];
  readonly latencies: number[];
}

async function openAll(url: string, ids: readonly string[]): Promise<Load> {
  const latencies: number[] = [];
  const speakers: RawSocket[] = [];
  const hear = (text: string): void => {
    const message = JSON.parse(text) as ChatServerMessage;
    if (message.type !== 'messages') return;
    const now = performance.now();
    for (const { text: sentAt } of message.messages) latencies.push(now - Number(sentAt));
  };
  const open = async (id: string): Promise<void> => {
    const address = new URL(`/api/chat/sessions/${id}/socket`, url);
    const [speaker] = await Promise.all([enter(address, () => undefined), enter(address, hear)]);
    speakers.push(speaker);
  };
  for (let at = 0; at < ids.length; at += openAtOnce) await Promise.all(ids.slice(at, at + openAtOnce).map(open));
  return { speakers, latencies };
}

/** Opens a socket and says hello; resolves when the session has answered. */
async function enter(address: URL, onText: (text: string) => void): Promise<RawSocket> {
  const isIn = Promise.withResolvers<void>();
  const socket = await openRawSocket(address, (text) => {
    isIn.resolve();
    onText(text);
  });
  socket.send(JSON.stringify({ type: 'hello', token: 'bench', since: 0 }));
  await isIn.promise;
  return socket;
}

/** Each session says something once a second, spread over the second. */
async function talk({ speakers }: Load, forMs: number): Promise<number> {
  const startedAt = performance.now();
  let sent = 0;
  for (;;) {
    const elapsed = performance.now() - startedAt;
    const due = Math.floor((Math.min(elapsed, forMs) / 1000) * speakers.length);
    for (; sent < due; sent += 1) {
      const text = String(performance.now());
      speakers[sent % speakers.length]?.send(JSON.stringify({ type: 'say', clientId: `${startedAt} ${sent}`, text }));
    }
    if (elapsed >= forMs) return sent;
    await wait(5);
  }
}
