import { setTimeout as pause } from 'node:timers/promises';
import type { Caller } from '#test/support/api.ts';
import { type Desk, openDesk } from '#test/support/desk.ts';
import { hire } from '#test/support/load/busy-agents.ts';
import { sendSmtp } from '#test/support/mail/send-smtp.ts';
import { processTree } from '#test/support/process-tree.ts';
import { startTestRedis } from '#test/support/redis.ts';
import { startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';
import type { BenchResult } from './bench-result.ts';

/** Name on the command line. */
export const name = 'mail-to-desktop';

const perSecond = 20;
const warmUpSeconds = 5;
const seconds = Number(process.env['SECONDS'] ?? 30);
/** Enough that nobody has to wait for one: 20 a second are with an agent for two seconds each. */
const agents = 10;
const capacity = 20;
const handlingMs = 2000;

/**
 * From SMTP's 250 to the invitation on the agent's web socket, at 20 mails a second into ABC Simple BP: each is acknowledged by a
 * real mail server, accepted at once and done two seconds later. With wake-ups on Redis, and on PostgreSQL as `npm start` has them.
 */
export async function run(): Promise<BenchResult> {
  const redis = await startTestRedis();
  try {
    const onRedis = await measure({ REDIS_URL: redis.url });
    const onPostgres = await measure({});
    return {
      ours: onRedis.p99Ms,
      unit: 'ms (p99)',
      detail: { perSecond, seconds, agents, aimP99Ms: 300, onRedis, onPostgres },
    };
  } finally {
    await redis.stop();
  }
}

interface Latencies {
  readonly mails: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly longestMs: number;
  /** From the first byte of a mail's connection to its 250. */
  readonly medianTo250Ms: number;
  /** Processor time of the product, in cores. */
  readonly cores: Readonly<Record<string, number>>;
}

async function measure(env: NodeJS.ProcessEnv): Promise<Latencies> {
  const product = await startWholeProduct({ env });
  try {
    const invitedAt = await seatAgents(product);
    await writeMails(product, { first: 0, count: perSecond * warmUpSeconds });
    const before = await cpuOf(product);
    const startedAt = performance.now();
    const sent = await writeMails(product, { first: perSecond * warmUpSeconds, count: perSecond * seconds });
    const wallMs = performance.now() - startedAt;
    const after = await cpuOf(product);
    await arrived(invitedAt, sent);
    const latencies = [...sent].map(([subject, { takenAt }]) => (invitedAt.get(subject) ?? Number.NaN) - takenAt);
    const sorted = latencies.toSorted((a, b) => a - b);
    const to250 = [...sent.values()].map(({ takenAt, sentAt }) => takenAt - sentAt).toSorted((a, b) => a - b);
    return {
      mails: sent.size,
      medianMs: quantile(sorted, 0.5),
      p99Ms: quantile(sorted, 0.99),
      longestMs: quantile(sorted, 1),
      medianTo250Ms: quantile(to250, 0.5),
      cores: Object.fromEntries(
        Object.entries(after).map(([part, ms]) => [part, round((ms - (before[part] ?? 0)) / wallMs, 2)]),
      ),
    };
  } finally {
    await product.stop();
  }
}

/** Agents who accept at once and are done after a while; answers when each subject was first seen on a desktop. */
async function seatAgents(product: WholeProduct): Promise<ReadonlyMap<string, number>> {
  const invitedAt = new Map<string, number>();
  for (let number = 1; number <= agents; number += 1) {
    const who: Caller = await hire(product, `agent${number}`, capacity);
    void work(await openDesk(product, who), invitedAt);
  }
  return invitedAt;
}

async function work(desk: Desk, invitedAt: Map<string, number>): Promise<never> {
  const seen = new Set<string>();
  for (;;) {
    const { id, subject } = await desk.invited((invitation) => !seen.has(invitation.id));
    invitedAt.set(subject, performance.now());
    seen.add(id);
    void desk
      .accept(id)
      .then(() => pause(handlingMs))
      .then(() => desk.call('POST', `/api/desktop/interactions/${id}/done`, {}))
      // What is still with an agent at the end goes down with the product.
      .catch(() => undefined);
  }
}

interface Sent {
  readonly sentAt: number;
  readonly takenAt: number;
}

async function writeMails(
  product: WholeProduct,
  { first, count }: { first: number; count: number },
): Promise<ReadonlyMap<string, Sent>> {
  const sent = new Map<string, Sent>();
  const startedAt = performance.now();
  const deliveries: Promise<void>[] = [];
  for (let number = first; number < first + count; number += 1) {
    await pause(Math.max(0, startedAt + ((number - first) * 1000) / perSecond - performance.now()));
    const mail = { from: `customer${number}@bench.example`, to: 'support@abc.example', subject: `Question ${number}` };
    const sentAt = performance.now();
    const delivery = sendSmtp(product.smtpPort, { ...mail, text: 'Where is my order?\n'.repeat(20) });
    deliveries.push(delivery.then(() => void sent.set(mail.subject, { sentAt, takenAt: performance.now() })));
  }
  await Promise.all(deliveries);
  return sent;
}

/** Waits for the invitations of what was sent last. */
async function arrived(invitedAt: ReadonlyMap<string, number>, sent: ReadonlyMap<string, Sent>): Promise<void> {
  while ([...sent.keys()].some((subject) => !invitedAt.has(subject))) await pause(100);
}

/** Processor time of each part so far, in milliseconds. */
async function cpuOf({ signalbox }: WholeProduct): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { part, cpuMs } of await processTree(signalbox.process.pid ?? 0)) sums[part] = (sums[part] ?? 0) + cpuMs;
  return sums;
}

function quantile(sorted: readonly number[], share: number): number {
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN, 0);
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
