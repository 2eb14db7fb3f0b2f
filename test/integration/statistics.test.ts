import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { revocations } from '#dsl/lifecycle/revocation.ts';
import { countEvents } from '#runtime/statistics/count-events.ts';
import { eventRow, type Party } from '#runtime/routing/event-row.ts';
import { insertRows } from '#runtime/store/insert-rows.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { type Entry, recount } from '#test/support/recount-statistics.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

/** Numbers that look random and are the same each time (a linear congruential generator). */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Event {
  readonly kind: string;
  readonly party: Party;
  readonly facts?: Record<string, unknown>;
}

const agentNames = ['ada', 'bo'];
const agentParty = (name: string): Party => ({ kind: 'agent', name });

/** A life of an interaction, at random: stays in queues and workbins, runs, invitations, rejections, transfers, perhaps its end. */
function aLife(pick: (below: number) => number): Event[] {
  const queue = (): string => ['In', 'Later', 'Out'][pick(3)] ?? 'In';
  const name = (): string => agentNames[pick(2)] ?? 'ada';
  const strategy: Party = { kind: 'strategy', name: pick(2) === 0 ? 'Sort' : 'Send' };
  const system: Party = { kind: 'system', name: 'router' };
  const events: Event[] = [
    {
      kind: 'InteractionSubmitted',
      party: pick(3) === 0 ? agentParty(name()) : { kind: 'media', name: 'email default' },
    },
    { kind: 'PlacedInQueue', party: system, facts: { queue: queue() } },
  ];
  for (let turn = pick(5); turn > 0; turn -= 1) {
    const [agent, way] = [name(), pick(8)];
    const back: Event =
      pick(4) === 0
        ? { kind: 'PlacedInWorkbin', party: strategy, facts: { workbin: 'Drafts' } }
        : {
            kind: 'PlacedInQueue',
            party: strategy,
            facts: { queue: queue(), ...(pick(4) === 0 ? { problem: { code: 'x' } } : {}) },
          };
    const taken: Event[] = [
      { kind: 'TakenFromQueue', party: strategy, facts: {} },
      { kind: 'PartyAdded', party: strategy },
    ];
    const invited: Event = { kind: 'AgentInvited', party: agentParty(agent), facts: { agent } };
    const left: Event = { kind: 'PartyRemoved', party: strategy };
    const handled: Event[] = [
      { kind: 'PartyAdded', party: agentParty(agent) },
      ...(pick(2) === 0 ? [left] : []),
      ...(pick(3) === 0 ? [{ kind: 'Transferred', party: agentParty(agent) }] : []),
      { kind: 'PartyRemoved', party: agentParty(agent) },
    ];
    if (way === 0) events.push(back);
    if (way === 1) events.push(...taken, left, back);
    if (way === 2)
      events.push(
        ...taken,
        invited,
        { kind: 'Rejected', party: agentParty(agent), facts: { agent, reason: 'Busy' } },
        left,
        back,
      );
    if (way === 3)
      events.push(
        ...taken,
        invited,
        { kind: 'Revoked', party: system, facts: { agent, reason: revocations.missed.reason } },
        left,
        back,
      );
    if (way === 4)
      events.push(
        ...taken,
        invited,
        { kind: 'Revoked', party: system, facts: { agent, reason: 'Agent logged out' } },
        left,
        back,
      );
    if (way === 5) events.push({ kind: 'TakenFromQueue', party: agentParty(agent) }, ...handled, back);
    if (way > 5) events.push(...taken, invited, ...handled, back);
  }
  const end = pick(4);
  if (end > 0)
    events.push({
      kind: 'ProcessingStopped',
      party: [strategy, agentParty(name()), { kind: 'supervisor', name: 'eve' } as const][end - 1] ?? strategy,
    });
  return events;
}

/** A day of an agent, at random. */
function aDay(pick: (below: number) => number, name: string): Event[] {
  const say = (kind: string, media?: string): Event => ({
    kind,
    party: agentParty(name),
    facts: { agent: name, ...(media === undefined ? {} : { media }) },
  });
  const events = [say('AgentLogin'), say('MediaAdded', 'email'), say('MediaAdded', 'chat')];
  for (let turn = pick(6); turn > 0; turn -= 1) {
    const kind =
      ['ReadyForMedia', 'NotReadyForMedia', 'ReadyForMedia', 'DoNotDisturbOn', 'DoNotDisturbOff'][pick(5)] ??
      'ReadyForMedia';
    events.push(kind.endsWith('Media') ? say(kind, pick(2) === 0 ? 'email' : 'chat') : say(kind));
  }
  return pick(3) === 0 ? events : [...events, say('AgentLogout')];
}

const now = new Date('2026-11-02T12:00:00Z');

async function write(
  client: PoolClient,
  tenantId: string,
  story: readonly Event[],
  of: { id?: string; pick: (below: number) => number },
): Promise<void> {
  let at = now.getTime() - 7_000_000 + of.pick(3_000_000);
  const rows = story.map((event) => {
    // now and then a clock that is a little behind
    at += of.pick(8) === 0 ? -of.pick(3000) : of.pick(200_000);
    return eventRow({ tenantId, at: new Date(at), ...event, ...(of.id === undefined ? {} : { interactionId: of.id }) });
  });
  await insertRows(client, 'events', rows);
}

async function addInteraction(client: PoolClient, tenantId: string, media: string): Promise<string> {
  const id = randomUUID();
  await client.query(
    `insert into interactions (id, tenant_id, media, type, subtype, state, received_at, thread_id) values ($1, $2, $3, 'Inbound', 'InboundNew', 'queued', now(), $1)`,
    [id, tenantId, media],
  );
  return id;
}

async function addTenant(id: string): Promise<void> {
  await database.pool.query('insert into tenants (id, name) values ($1, $1)', [id]);
}

/** What the statistics hold, one line for each count that is not zero. */
async function kept(tenantId: string): Promise<Record<string, number>> {
  const { rows } = await database.pool.query<{ key: string; counts: Record<string, number>; at: Date }>(
    `select span || ' ' || kind || ' ' || name || ' ' || media as key, at, counts from statistics_buckets where tenant_id = $1`,
    [tenantId],
  );
  return Object.fromEntries(
    rows.flatMap(({ key, at, counts }) =>
      Object.entries(counts).map(([count, value]) => [`${key} ${at.toISOString()} ${count}`, value]),
    ),
  );
}

async function logOf(tenantId: string): Promise<Entry[]> {
  const { rows } = await database.pool.query<Entry>(
    'select e.interaction_id, i.media, e.at, e.kind, e.party, e.facts from events e left join interactions i on i.id = e.interaction_id where e.tenant_id = $1 order by e.id',
    [tenantId],
  );
  return rows;
}

async function countAll(): Promise<void> {
  while (await countEvents(database.pool, now));
}

test.each([1, 2, 3])(
  'statistics equal what is worked out anew from the whole event log, written by many at once (history %i)',
  async (seed) => {
    const pick = chance(seed);
    const tenantId = `history-${seed}`;
    await addTenant(tenantId);
    const open: PoolClient[] = [];
    for (let step = 0; step < 60; step += 1) {
      const waiting = open.length === 4 || pick(2) === 0 ? open.shift() : undefined;
      const client = waiting ?? (await database.pool.connect());
      if (waiting === undefined) await client.query('begin');
      if (step % 6 === 0) await write(client, tenantId, aDay(pick, agentNames[pick(2)] ?? 'ada'), { pick });
      const id = await addInteraction(client, tenantId, pick(2) === 0 ? 'email' : 'chat');
      await write(client, tenantId, aLife(pick), { id, pick });
      // others go on writing and commit while this one is open; some never commit
      if (pick(3) > 0) open.push(client);
      else {
        await client.query(pick(5) === 0 ? 'rollback' : 'commit');
        client.release();
      }
      // two servers at once, now and then
      if (pick(3) === 0)
        await Promise.all([
          countEvents(database.pool, now, 1 + pick(40)),
          countEvents(database.pool, now, 1 + pick(40)),
        ]);
    }
    for (const client of open) {
      await client.query('commit');
      client.release();
    }
    await countAll();

    const log = await logOf(tenantId);
    expect(log.length).toBeGreaterThan(200);
    expect(await kept(tenantId)).toEqual(recount(log));
  },
);
