import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { logoutAgent } from '#runtime/agent/logout-agent.ts';
import { type KeptFloor, keepFloor } from '#runtime/routing/keep-floor.ts';
import { routeWaiting } from '#runtime/routing/route-waiting.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { type RoutingScene, routingScene } from '#test/support/routing-scene.ts';

let database: TestDatabase;
let scene: RoutingScene;
let kept: KeptFloor;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  scene = await routingScene(database.pool);
  kept = keepFloor(database.pool, scene.tenantId);
});

const route = () =>
  routeWaiting(database.pool, { tenantId: scene.tenantId, invitationMs: 30_000, now: scene.now }, kept);

it('learns of an agent by being told', async () => {
  await route();
  const kim = await scene.agent('kim');
  await scene.waiting();

  expect(await route()).toEqual([]);
  kept.changed(kim);
  expect(await route()).toMatchObject([{ agentId: kim }]);
});

it('finds by going round who came and who left without a word', async () => {
  const lee = await scene.agent('lee');
  await kept.refresh();
  await logoutAgent(scene.deps, lee);
  const kim = await scene.agent('kim');
  await scene.waiting();

  await kept.goRound();

  expect([...kept.floor.ids()]).toEqual([kim]);
  expect(await route()).toMatchObject([{ agentId: kim }]);
});

it('looks again at whom it believed free, when the invitation does not come about', async () => {
  const lee = await scene.agent('lee', { capacity: 1 });
  await kept.refresh();
  await logoutAgent(scene.deps, lee);
  await scene.waiting();

  expect(await route()).toEqual([]);
  expect(kept.floor.size).toBe(0);
});

it('knows everybody anew when groups have changed', async () => {
  const kim = await scene.agent('kim');
  await scene.waiting({ targets: [{ agentGroup: 'Sales' }] });
  expect(await route()).toEqual([]);
  await scene.group('Sales', [kim]);

  kept.changedAll();

  expect(await route()).toMatchObject([{ agentId: kim }]);
});

it('does not put what it read before a change over what it was told since', async () => {
  const kim = await scene.agent('kim');
  await kept.refresh();
  await scene.waiting();

  const round = kept.goRound();
  await logoutAgent(scene.deps, kim);
  kept.changed(kim);
  await Promise.all([kept.refresh(), round]);

  expect(kept.floor.size).toBe(0);
});
