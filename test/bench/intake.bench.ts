import { connect } from 'node:net';
import { expectStatus, startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';
import type { BenchResult } from './bench-result.ts';

/** Name on the command line. */
export const name = 'intake';

const connections = 50;
const warmUpMs = 3000;
const measureMs = Number(process.env['SECONDS'] ?? 10) * 1000;

/**
 * Interactions a second over HTTP with 50 connections, each committed to PostgreSQL (fsync and synchronous_commit on) before its
 * answer: into a queue where they stay, and into ABC Simple BP, which acknowledges and routes them meanwhile.
 */
export async function run(): Promise<BenchResult> {
  const product = await startWholeProduct();
  try {
    await activateParking(product);
    const { administrator } = product;
    const made = await administrator.call('POST', '/api/tokens', { name: 'bench', roles: ['designer'] });
    expectStatus(made, 201);
    const { token } = made.body;
    await submitFor(product, { token, endpoint: 'parking', forMs: warmUpMs });
    const parked = await submitFor(product, { token, endpoint: 'parking', forMs: measureMs });
    const processed = await submitFor(product, { token, endpoint: 'default', forMs: measureMs });
    const { rows } = await product.pool.query<{ count: number }>('select count(*)::int as count from interactions');
    return {
      ours: parked.perSecond,
      unit: 'interactions/s',
      detail: { connections, parked, whileTheyAreProcessed: processed, inTheDatabase: rows[0]?.count },
    };
  } finally {
    await product.stop();
  }
}

/** A process whose only queue nobody takes from. */
async function activateParking({ administrator }: WholeProduct): Promise<void> {
  const draft = {
    format: 1,
    name: 'Parking',
    endpoints: { parking: { media: 'email', queue: 'Parked' } },
    queues: { Parked: { parking: true }, ErrorHeld: { parking: true } },
  };
  const layout = { process: { positions: {}, notes: {} }, strategies: {} };
  expectStatus(await administrator.call('POST', '/api/processes', { name: 'Parking' }), 201);
  const saved = await administrator.call('PUT', '/api/processes/Parking/draft', { draft, layout, revision: 1 });
  expectStatus(saved, 200);
  const revision = { revision: saved.body.revision };
  expectStatus(await administrator.call('POST', '/api/processes/Parking/activate', revision), 200);
}

interface Submitting {
  readonly token: string;
  readonly endpoint: string;
  readonly forMs: number;
}

interface Rate {
  readonly perSecond: number;
  readonly medianMs: number;
  readonly p99Ms: number;
}

/** Each connection sends its next request when it has the answer to the last one. */
async function submitFor({ url }: WholeProduct, { token, endpoint, forMs }: Submitting): Promise<Rate> {
  const { hostname, port } = new URL(url);
  const latencies: number[] = [];
  const until = performance.now() + forMs;
  let number = 0;
  const request = (): string => {
    number += 1;
    const from = { address: `customer${number % 1000}@bench.example`, name: 'Jane Doe' };
    const text = 'Where is my order? I have waited for three weeks now. '.repeat(8);
    const body = JSON.stringify({ endpoint, media: 'email', subject: `Question ${number}`, text, from });
    const head = `POST /api/interactions HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAuthorization: Bearer ${token}\r\n`;
    return `${head}Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: connections }, () => talk({ hostname, port, request, until, latencies })));
  const seconds = (performance.now() - startedAt) / 1000;
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round(sorted[Math.floor(sorted.length * share)] ?? Number.NaN);
  return { perSecond: Math.round(latencies.length / seconds), medianMs: at(0.5), p99Ms: at(0.99) };
}

interface Talk {
  readonly hostname: string;
  readonly port: string;
  readonly request: () => string;
  readonly until: number;
  readonly latencies: number[];
}

/** One connection, by hand: an HTTP client would need more of the machine than the server. */
function talk({ hostname, port, request, until, latencies }: Talk): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let [received, sentAt] = ['', 0];
    const next = (): void => {
      if (performance.now() > until) {
        socket.end();
        resolve();
        return;
      }
      sentAt = performance.now();
      socket.write(request());
    };
    socket.setNoDelay(true);
    socket.on('connect', next);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      const bodyAt = received.indexOf('\r\n\r\n') + 4;
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1]);
      if (bodyAt < 4 || received.length < bodyAt + length) return;
      if (!received.startsWith('HTTP/1.1 201')) reject(new Error(received));
      latencies.push(performance.now() - sentAt);
      received = '';
      next();
    });
  });
}
