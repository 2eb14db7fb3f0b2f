import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebhookTeller } from '#runtime/media/open/webhooks.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { startWebService, type WebService } from '#test/support/web-service.ts';

let database: TestDatabase;
let service: WebService;
let status = 204;
beforeAll(async () => {
  database = await startTestDatabase();
  service = await startWebService((_request, response) => response.writeHead(status).end());
  await database.pool.query(`insert into media_types (tenant_id, name, document) values ('default', 'workitem', $1)`, [
    { name: 'workitem', label: 'Work item', delivery: 'webhook', webhook: service.origin, secret: 'Webhook' },
  ]);
});
afterAll(() => Promise.all([database.stop(), service.stop()]));

const interactionId = '01900000-0000-7000-8000-000000000001';

const note = (queue: string) =>
  database.pool.query(
    `insert into open_events (tenant_id, media, interaction_id, document) values ('default', 'workitem', $1, $2)`,
    [interactionId, { kind: 'state', externalId: 'a', state: 'queued', queue, agent: null, reason: null, data: {} }],
  );

/** Tells until there is nothing left to tell now. */
async function tell(): Promise<void> {
  const teller = new WebhookTeller({
    pool: database.pool,
    wake: { run: () => Promise.resolve() },
    secretOf: () => Promise.resolve('a secret'),
    allowedHosts: [service.host],
    onProblem: () => undefined,
  });
  await teller.begin();
  await teller.settled();
}

test('tells the events of an interaction in order, also those that come while an earlier one is not taken', async () => {
  status = 503;
  await note('first');
  await tell();
  status = 204;
  await note('second');
  await tell();
  const whileItWaits = service.seen.length;

  await database.pool.query('update open_events set next_at = now()');
  await tell();

  expect(whileItWaits).toBe(1);
  expect(service.seen.map(({ body }) => (JSON.parse(body) as { queue: string }).queue)).toEqual([
    'first',
    'first',
    'second',
  ]);
});
