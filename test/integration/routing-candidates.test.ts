import { afterAll, beforeAll, expect, test } from 'vitest';
import { considerNow } from '#runtime/routing/consider-now.ts';
import { routeWaiting } from '#runtime/routing/route-waiting.ts';
import { type RoutingScene, routingScene } from '#test/support/routing-scene.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';

let database: TestDatabase;
let scene: RoutingScene;
beforeAll(async () => {
  database = await startTestDatabase();
  scene = await routingScene(database.pool);
});
afterAll(() => database.stop());

const considered = async (interactionId: string) =>
  (await considerNow(database.pool, { tenantId: scene.tenantId, interactionId, now: scene.now })).waiting;

test('tells of an interaction that nobody was invited to who could get it, and why they do not', async () => {
  const ready = await scene.agent('ready');
  const away = await scene.agent('away', { ready: false });
  const full = await scene.agent('full', { capacity: 0 });
  const other = await scene.agent('other');
  await scene.group('Mail', [ready, away, full]);
  await database.pool.query(
    `insert into agents (id, tenant_id, user_name, capacity) values ($1, $2, 'gone', '{"email": 1}')`,
    [`gone-${scene.tenantId}`, scene.tenantId],
  );
  await database.pool.query(`insert into agent_group_members values ($1, 'Mail', $2)`, [
    scene.tenantId,
    `gone-${scene.tenantId}`,
  ]);
  const id = await scene.waiting({ targets: [{ agentGroup: 'Mail' }] });
  await database.pool.query('insert into declines values ($1, $2, $3)', [id, other, new Date(Date.now() + 60_000)]);

  expect(await considered(id)).toMatchObject({
    invited: null,
    more: 0,
    candidates: [
      { agent: 'ready', verdict: 'next' },
      { agent: 'full', verdict: 'no-capacity' },
      { agent: 'away', verdict: 'not-ready' },
      { agent: 'gone', verdict: 'absent' },
    ],
  });
});

test('decides as the router does', async () => {
  const id = await scene.waiting({ targets: [{ agent: 'other' }] });
  expect((await considered(id))?.candidates).toEqual([{ agent: 'other', verdict: 'next' }]);

  await routeWaiting(database.pool, { tenantId: scene.tenantId, invitationMs: 60_000, now: scene.now });
  expect(await considered(id)).toMatchObject({
    invited: 'other',
    candidates: [{ agent: 'other', verdict: 'no-capacity' }],
  });
});

test('says nothing of one that waits for nobody, and that of another tenant is not there', async () => {
  const id = await scene.waiting();
  await database.pool.query('delete from routing_requests where interaction_id = $1', [id]);
  expect(await considered(id)).toBeNull();

  const another = { tenantId: 'default', interactionId: id, now: scene.now };
  await expect(considerNow(database.pool, another)).rejects.toMatchObject({ code: 'request/not-found' });
});
