import type { Pool } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { acceptInvitation } from '#runtime/agent/accept-invitation.ts';
import { connectDesktop, disconnectDesktop, keepDesktops } from '#runtime/agent/desktop-connection.ts';
import { desktopState } from '#runtime/agent/desktop-state.ts';
import { logoutLostAgents } from '#runtime/agent/logout-lost-agents.ts';
import { setReady } from '#runtime/agent/set-ready.ts';
import { revokeMissed } from '#runtime/routing/revoke-missed.ts';
import { routeWaiting } from '#runtime/routing/route-waiting.ts';
import { type Router, startRouter } from '#runtime/routing/start-router.ts';
import { timeOutRequests } from '#runtime/routing/time-out-requests.ts';
import { createPool } from '#runtime/store/create-pool.ts';
import { publish } from '#runtime/store/signal.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { type RoutingScene, routingScene } from '#test/support/routing-scene.ts';

let database: TestDatabase;
let scene: RoutingScene;
let routers: Router[] = [];
let pools: Pool[] = [];

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  scene = await routingScene(database.pool);
});
afterEach(async () => {
  for (const router of routers) await router.stop();
  for (const pool of pools) await pool.end();
  routers = [];
  pools = [];
});

const route = () => routeWaiting(database.pool, { tenantId: scene.tenantId, invitationMs: 30_000, now: scene.now });
const later = (ms: number) => {
  scene.now = new Date(scene.now.getTime() + ms);
};

async function start(name: string): Promise<Router> {
  const pool = createPool(database.url, { max: 4, name });
  pools.push(pool);
  const log = { info: () => undefined, warn: () => undefined };
  const router = await startRouter({ ...scene.deps, pool, log });
  routers.push(router);
  return router;
}

describe('routing', () => {
  it('serves by priority, then age', async () => {
    await scene.agent('kim', { capacity: 2 });
    await scene.waiting({ createdAt: new Date(2000) });
    const older = await scene.waiting({ createdAt: new Date(1000) });
    const urgent = await scene.waiting({ createdAt: new Date(3000), priority: 5 });

    const made = await route();

    expect(made.map((one) => one.interactionId)).toEqual([urgent, older]);
  });

  it('gives to members of the group only', async () => {
    await scene.agent('kim');
    const lee = await scene.agent('lee');
    await scene.group('Distribution', [lee]);
    await scene.waiting({ targets: [{ agentGroup: 'Distribution' }] });

    expect(await route()).toMatchObject([{ agentId: lee }]);
  });

  it('reaches a request whose targets are free behind any number whose targets are not', async () => {
    const kim = await scene.agent('kim');
    await scene.group('Nobody', []);
    for (let count = 0; count < 20; count += 1) {
      await scene.waiting({ targets: [{ agentGroup: 'Nobody' }], priority: 9 });
    }
    const id = await scene.waiting({ targets: [{ skill: 'English = 0' }] });

    expect(await route()).toMatchObject([{ interactionId: id, agentId: kim }]);
  });

  it('writes down whom it passed over', async () => {
    const busy = await scene.agent('busy', { ready: false });
    await scene.agent('kim');
    const id = await scene.waiting();
    await route();

    const { rows } = await database.pool.query(
      `select facts from events where interaction_id = $1 and kind = 'AgentInvited'`,
      [id],
    );

    expect(rows[0].facts).toMatchObject({ agent: 'kim', considered: [{ agentId: busy, reason: 'not-ready' }] });
  });

  it('goes past an interaction that left routing by other hands, and forgets its request', async () => {
    await scene.agent('kim');
    const gone = await scene.waiting({ priority: 1 });
    const id = await scene.waiting();
    await database.pool.query(`update interactions set state = 'stopped' where id = $1`, [gone]);

    const made = await route();

    expect(made).toMatchObject([{ interactionId: id }]);
    const left = await database.pool.query('select from routing_requests where interaction_id = $1', [gone]);
    expect(left.rowCount).toBe(0);
  });
});

describe('time limits', () => {
  it('answer the run when nobody was found in time', async () => {
    const id = await scene.waiting({ deadlineAt: new Date(scene.now.getTime() + 1000) });
    const { run_id: runId } = await scene.interaction(id);
    const look = () => timeOutRequests(scene.deps, [scene.tenantId], scene.now);

    expect(await look()).toBe(0);
    later(1000);
    expect(await look()).toBe(1);

    const answers = await database.pool.query('select seq, result from answers where run_id = $1', [runId]);
    expect(answers.rows).toEqual([{ seq: 4, result: { timeout: true } }]);
    expect(scene.woken).toEqual([`run ${String(runId)}`]);
    expect(await route()).toEqual([]);
  });

  it('take a missed invitation back, make the agent not ready and do not ask them again at once', async () => {
    const kim = await scene.agent('kim');
    const id = await scene.waiting();
    await route();
    const look = () => revokeMissed(scene.deps, [scene.tenantId], scene.now);

    expect(await look()).toBe(0);
    later(30_000);
    expect(await look()).toBe(1);

    expect(await scene.interaction(id)).toMatchObject({ state: 'queued', queue: 'Inbound queue', agent_id: null });
    const state = await desktopState(database.pool, kim);
    expect(state).toMatchObject({ invitations: [], media: [{ ready: false, reason: 'Missed invitation' }] });
    expect(scene.woken).toEqual(['queue Inbound queue']);
    await expect(acceptInvitation(scene.deps, kim, id)).rejects.toMatchObject({ code: 'request/conflict' });
  });

  it('end: a decline is over after a while', async () => {
    const kim = await scene.agent('kim');
    const id = await scene.waiting();
    await database.pool.query('insert into declines values ($1, $2, $3)', [
      id,
      kim,
      new Date(scene.now.getTime() + 1000),
    ]);

    expect(await route()).toEqual([]);
    later(1000);
    expect(await route()).toHaveLength(1);
  });
});

describe('an agent whose desktop is gone', () => {
  const age = (table: string, seconds: number) =>
    database.pool.query(`update ${table} set last_seen_at = now() - make_interval(secs => $1)`, [seconds]);
  const look = () => logoutLostAgents(scene.deps, [scene.tenantId]);

  it('is logged out after a grace, and what they had returns to its queue', async () => {
    const kim = await scene.agent('kim');
    const connection = await connectDesktop(database.pool, kim);
    const id = await scene.waiting();
    await route();
    await age('agent_sessions', 60);
    expect(await look()).toBe(0);

    await disconnectDesktop(database.pool, connection);
    expect(await look()).toBe(0);
    await age('agent_sessions', 60);
    expect(await look()).toBe(1);

    expect(await scene.interaction(id)).toMatchObject({ state: 'queued', agent_id: null });
    expect(await scene.eventKinds(id)).toEqual(['AgentInvited', 'Revoked', 'PartyRemoved', 'PlacedInQueue']);
  });

  it('is noticed by the silence of the gateway', async () => {
    const kim = await scene.agent('kim');
    const connection = await connectDesktop(database.pool, kim);
    await age('agent_sessions', 60);
    await age('desktop_connections', 60);
    await keepDesktops(database.pool, [{ id: connection, agentId: kim }]);
    expect(await look()).toBe(0);

    await age('desktop_connections', 60);

    expect(await look()).toBe(1);
  });
});

describe('routers', () => {
  it('act on signals', async () => {
    const kim = await scene.agent('kim', { ready: false });
    const id = await scene.waiting();
    await start('one');

    await setReady(scene.deps, kim, { media: 'email', ready: true });
    await vi.waitUntil(async () => (await scene.interaction(id))['state'] === 'inviting');

    await acceptInvitation(scene.deps, kim, id);
    const next = await scene.waiting();
    await database.pool.query('update agents set capacity = $2 where id = $1', [kim, { email: 2 }]);
    await publish(database.pool, [{ kind: 'agent', tenantId: scene.tenantId, agentId: kim }]);
    await vi.waitUntil(async () => (await scene.interaction(next))['state'] === 'inviting');
  });

  it('take over from one whose connection is lost', async () => {
    const first = await start('first');
    const second = await start('second');
    expect([first.owned.has(scene.tenantId), second.owned.has(scene.tenantId)]).toEqual([true, false]);

    await first.stop();
    await vi.waitUntil(() => second.owned.has(scene.tenantId), 5000);
    await database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'signalbox second'`,
    );
    await vi.waitUntil(() => !second.owned.has(scene.tenantId), 5000);
    await vi.waitUntil(() => second.owned.has(scene.tenantId), 5000);

    await scene.agent('kim');
    const id = await scene.waiting();
    await vi.waitUntil(async () => (await scene.interaction(id))['state'] === 'inviting', 5000);
  });
});
