import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { hasCode } from '#dsl/errors/coded-error.ts';
import { agentStatisticSchema } from '#dsl/model/selection.ts';
import { acceptInvitation } from '#runtime/agent/accept-invitation.ts';
import { desktopState } from '#runtime/agent/desktop-state.ts';
import { finishHandling } from '#runtime/agent/finish-handling.ts';
import { loginAgent } from '#runtime/agent/login-agent.ts';
import { logoutAgent } from '#runtime/agent/logout-agent.ts';
import { rejectInvitation } from '#runtime/agent/reject-invitation.ts';
import { setReady } from '#runtime/agent/set-ready.ts';
import { invite } from '#runtime/routing/invite.ts';
import { routeWaiting } from '#runtime/routing/route-waiting.ts';
import { createPool } from '#runtime/store/create-pool.ts';
import { newId } from '#runtime/store/new-id.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { type RoutingScene, routingScene } from '#test/support/routing-scene.ts';

let database: TestDatabase;
const pools: Pool[] = [];

beforeAll(async () => {
  database = await startTestDatabase();
  for (const name of routerNames) pools.push(createPool(database.url, { max: 3, name }));
});
afterAll(async () => {
  for (const pool of pools) await pool.end();
  await database.stop();
});

const interactionCount = 120;
const routerNames = ['a', 'b', 'c', 'd'];
/** A router is killed each time so many interactions have been finished. */
const killEvery = 10;
const agentCount = 12;

/** Numbers that look random and are the same in every run. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** Every way of choosing the agent, force included: none of them may exceed a capacity. */
const selections = [{}, { force: true }, ...agentStatisticSchema.options.map((statistic) => ({ statistic }))];

/** As a submitter and its strategy would: what is back in the queue waits for an agent again, in a new run. */
async function resubmit(scene: RoutingScene): Promise<void> {
  await database.pool.query(
    `with taken as (
       update interactions set state = 'routing', run_id = gen_random_uuid(), taken_from = queue, queue = null, version = version + 1
       where id in (select id from interactions where tenant_id = $1 and state = 'queued' for update skip locked)
       returning id, run_id
     )
     insert into routing_requests (interaction_id, tenant_id, run_id, seq, media, targets, selection)
     select id, $1, run_id, 0, 'email', '[{"skill": "1=1"}]', ($2::jsonb[])[1 + abs(hashtext(id::text)) % cardinality($2::jsonb[])] from taken`,
    [scene.tenantId, selections],
  );
}

/** Ends every connection of a router in the middle of whatever it does, as the end of its process would. Answers 1. */
async function killRouter(index: number): Promise<number> {
  await database.pool.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [
    `signalbox ${routerNames[index]}`,
  ]);
  return 1;
}

/** The router's connection was ended: SQLSTATE 57P01, or the socket was closed before it was told. */
function isKilled(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    ('code' in error && (error.code === '57P01' || error.code === 'ECONNRESET')) ||
    /terminated|not queryable/i.test(error.message)
  );
}

/** What an agent may do to what they have, chosen at random; another hand may have been faster. */
async function act(scene: RoutingScene, agentId: string, random: () => number): Promise<void> {
  const { invitations, handling } = await desktopState(database.pool, agentId);
  const offered = invitations[0];
  const mine = handling[0];
  const dice = random();
  if (dice < 0.03) {
    await logoutAgent(scene.deps, agentId);
    await loginAgent(scene.deps, agentId, ['email']);
    await setReady(scene.deps, agentId, { media: 'email', ready: true });
  } else if (offered !== undefined && dice < 0.15) {
    await rejectInvitation(scene.deps, agentId, offered.id);
  } else if (offered !== undefined) {
    await acceptInvitation(scene.deps, agentId, offered.id);
  } else if (mine !== undefined) {
    await finishHandling(scene.deps, agentId, mine.id);
  }
}

it('offers nothing twice and exceeds no capacity, with four routers at once that are killed in turn', async () => {
  const scene = await routingScene(database.pool);
  const capacities = new Map<string, number>();
  for (let index = 0; index < agentCount; index += 1) {
    const capacity = 1 + (index % 3);
    capacities.set(await scene.agent(`agent${index}`, { capacity }), capacity);
  }
  for (let count = 0; count < interactionCount; count += 1) await scene.waiting({ priority: count % 3 });
  let isOver = false;

  // A clock that stands still would keep declines for ever; each router has its own.
  const routing = pools.map(async (pool) => {
    while (!isOver) {
      const routing = { tenantId: scene.tenantId, invitationMs: 60_000, now: new Date() };
      await routeWaiting(pool, routing).catch((error: unknown) => {
        if (!isKilled(error)) throw error;
      });
    }
  });
  const submitting = (async () => {
    while (!isOver) await resubmit(scene);
  })();
  const working = [...capacities.keys()].map(async (agentId, index) => {
    const random = sequence(index + 1);
    while (!isOver) {
      await act(scene, agentId, random).catch((error: unknown) => {
        if (!hasCode(error, 'request/conflict')) throw error;
      });
    }
  });
  const stopped = async (): Promise<number> => {
    const text = `select count(*)::int as count from interactions where tenant_id = $1 and state = 'stopped'`;
    return (await database.pool.query<{ count: number }>(text, [scene.tenantId])).rows[0]?.count ?? 0;
  };
  let kills = 0;
  for (let count = 0; count < interactionCount; count = await stopped()) {
    // whatever its connections are at, they end there
    if (count >= (kills + 1) * killEvery) kills += await killRouter(kills % pools.length);
    await new Promise((resolve) => setImmediate(resolve));
  }
  isOver = true;
  await Promise.all([...routing, submitting, ...working]);

  const invitations = await checkLog(scene, capacities);
  expect(invitations).toBeGreaterThan(interactionCount);
  expect(kills).toBeGreaterThan(3);
});

it('lets one router at most invite for an interaction, however many decide the same', async () => {
  const scene = await routingScene(database.pool);
  for (let index = 0; index < 8; index += 1) await scene.agent(newId());
  const ids: string[] = [];
  for (let count = 0; count < 4; count += 1) ids.push(await scene.waiting());
  const routing = { tenantId: scene.tenantId, invitationMs: 60_000, now: scene.now };

  const made = (await Promise.all([...pools, ...pools].map((pool) => routeWaiting(pool, routing)))).flat();

  expect(made.map((one) => one.interactionId).toSorted()).toEqual(ids.toSorted());
});

it('invites nobody whose session ended while it waited for the lock, also when they are back by then', async () => {
  const scene = await routingScene(database.pool);
  const kim = await scene.agent('kim');
  const id = await scene.waiting();
  const client = await database.pool.connect();
  await client.query('begin');
  await client.query('select from agent_sessions where agent_id = $1 for update', [kim]);

  const invitations = [{ interactionId: id, agentId: kim, media: 'email', considered: [] }];
  const inviting = { tenantId: scene.tenantId, invitations, invitationMs: 60_000, now: scene.now };
  const made = invite(database.pool, inviting);
  await vi.waitUntil(async () => (await database.pool.query('select from pg_locks where not granted')).rowCount !== 0);
  await client.query('delete from agent_sessions where agent_id = $1', [kim]);
  await client.query('insert into agent_sessions (agent_id, tenant_id) values ($1, $2)', [kim, scene.tenantId]);
  await client.query(`insert into agent_media (agent_id, media, ready) values ($1, 'email', true)`, [kim]);
  await client.query('commit');
  client.release();

  expect(await made).toEqual([]);
});

/** Plays the event log through: who has what after each event. Answers how many invitations there were. */
async function checkLog(scene: RoutingScene, capacities: ReadonlyMap<string, number>): Promise<number> {
  const { rows } = await database.pool.query<{ kind: string; interaction_id: string; name: string }>(
    `select kind, interaction_id, party ->> 'name' as name from events
     where tenant_id = $1 and interaction_id is not null order by id`,
    [scene.tenantId],
  );
  const holder = new Map<string, string>();
  const counts = new Map<string, number>();
  let invitations = 0;
  for (const { kind, interaction_id: id, name } of rows) {
    const before = holder.get(id);
    if (kind === 'AgentInvited') {
      invitations += 1;
      expect(before, `${id} is offered while ${before} has it`).toBeUndefined();
      holder.set(id, name);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      expect(counts.get(name)).toBeLessThanOrEqual(capacities.get(`${name}-${scene.tenantId}`) ?? 0);
    } else if (['Rejected', 'Revoked', 'ProcessingStopped'].includes(kind) && before !== undefined) {
      holder.delete(id);
      counts.set(before, (counts.get(before) ?? 0) - 1);
    }
  }
  expect([...holder]).toEqual([]);
  return invitations;
}
