import type { PoolClient } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#runtime/store/new-id.ts';
import { type Caller, startTestApi, type TestApi } from '#test/support/api.ts';

let api: TestApi;
let supervisor: Caller;
beforeAll(async () => {
  api = await startTestApi();
  supervisor = await api.as('supervisor');
});
afterAll(() => api.stop());

const interactionId = newId();
const otherId = newId();

interface Entry {
  readonly kind: string;
  readonly at?: string;
  readonly interaction?: string;
  readonly agent?: string;
  readonly queue?: string;
}

const write = (client: Pick<PoolClient, 'query'>, { kind, at, interaction, agent, queue }: Entry) =>
  client.query(
    `insert into events (tenant_id, interaction_id, at, kind, party, facts) values ('default', $1, coalesce($2, now()), $3, $4, $5)`,
    [
      interaction ?? null,
      at ?? null,
      kind,
      JSON.stringify(agent === undefined ? { kind: 'system', name: 'router' } : { kind: 'agent', name: agent }),
      JSON.stringify(queue === undefined ? {} : { queue }),
    ],
  );

const get = async (path: string) => {
  const { status, body } = await supervisor.call('GET', path);
  expect(status, JSON.stringify(body)).toBe(200);
  return body as { events: { id: string; kind: string }[]; next: string; isMore: boolean };
};
const now = async (): Promise<string> => (await get('/api/events/changes?after=now')).next;
const kinds = ({ events }: { events: { kind: string }[] }): string[] => events.map(({ kind }) => kind);

/** Reads the stream to its present end, a few events at a time. */
async function follow(after: string): Promise<{ kinds: string[]; next: string }> {
  const seen: string[] = [];
  let changes = await get(`/api/events/changes?after=${after}&limit=2`);
  seen.push(...kinds(changes));
  while (changes.isMore) {
    changes = await get(`/api/events/changes?after=${changes.next}&limit=2`);
    seen.push(...kinds(changes));
  }
  return { kinds: seen, next: changes.next };
}

test('reads the log by interaction, agent, queue, kind and time, newest first', async () => {
  const { pool } = api.database;
  await write(pool, { kind: 'PlacedInQueue', at: '2030-01-01T10:00:00Z', interaction: interactionId, queue: 'In' });
  await write(pool, { kind: 'PartyAdded', at: '2030-01-01T10:01:00Z', interaction: interactionId, agent: 'ada' });
  await write(pool, { kind: 'PlacedInQueue', at: '2030-01-01T10:02:00Z', interaction: otherId, queue: 'Out' });
  const days = 'since=2030-01-01T00:00:00Z&until=2030-01-02T00:00:00Z';

  expect(kinds(await get(`/api/events?interactionId=${interactionId}`))).toEqual(['PartyAdded', 'PlacedInQueue']);
  expect(kinds(await get(`/api/events?${days}&agent=ada`))).toEqual(['PartyAdded']);
  expect((await get(`/api/events?${days}&queue=Out`)).events).toMatchObject([{ interactionId: otherId }]);
  expect(kinds(await get(`/api/events?${days}&kinds=PartyAdded,Rejected`))).toEqual(['PartyAdded']);
  expect(kinds(await get('/api/events?since=2030-01-01T10:00:30Z&until=2030-01-01T10:02:00Z'))).toEqual(['PartyAdded']);
});

test('pages through events of the same moment without losing or repeating one', async () => {
  const at = '2031-01-01T10:00:00.123456Z';
  for (const kind of ['a', 'b', 'c', 'd', 'e']) await write(api.database.pool, { kind, at });
  const path = '/api/events?since=2031-01-01T00:00:00Z&until=2031-01-02T00:00:00Z&limit=2';

  const first = await get(path);
  const second = await get(`${path}&cursor=${first.next}`);
  const third = await get(`${path}&cursor=${second.next}`);

  expect([first, second, third].flatMap(kinds)).toEqual(['e', 'd', 'c', 'b', 'a']);
  expect(third.next).toBeNull();
});

test('holds back what began after a transaction that is still open, so that nothing appears behind a cursor', async () => {
  const [early, late] = [await api.database.pool.connect(), await api.database.pool.connect()];
  try {
    const start = await now();
    await early.query('begin');
    await write(early, { kind: 'early' });
    await late.query('begin');
    await write(late, { kind: 'late' });
    await late.query('commit');

    const before = await follow(start);
    await early.query('commit');
    const after = await follow(before.next);

    expect(before.kinds).toEqual([]);
    expect(after.kinds).toEqual(['early', 'late']);
  } finally {
    early.release();
    late.release();
  }
});

test('tells each event once while many transactions commit and roll back in any order', async () => {
  const start = await now();
  const clients = await Promise.all(Array.from({ length: 4 }, () => api.database.pool.connect()));
  const expected = new Set<string>();
  let isOver = false;
  const writeSome = async (client: PoolClient, writer: number): Promise<void> => {
    for (let turn = 0; turn < 15; turn += 1) {
      const isKept = (turn + writer) % 4 !== 0;
      await client.query('begin');
      for (let index = 0; index < 3; index += 1) {
        const kind = `w${writer}-${turn}-${index}`;
        if (isKept) expected.add(kind);
        await write(client, { kind });
      }
      // transactions of different lengths overtake one another
      for (let pause = 0; pause < (turn * 7 + writer * 3) % 5; pause += 1) await client.query('select 1');
      await client.query(isKept ? 'commit' : 'rollback');
    }
  };
  const seen: string[] = [];
  let cursor = start;
  const read = async (): Promise<void> => {
    const part = await follow(cursor);
    seen.push(...part.kinds);
    cursor = part.next;
  };
  const reader = (async () => {
    while (!isOver) await read();
  })();
  await Promise.all(clients.map(writeSome));
  isOver = true;
  await reader;
  for (const client of clients) client.release();
  await read();

  expect(seen).toHaveLength(expected.size);
  expect(new Set(seen)).toEqual(expected);
});

test('goes on behind what a filter leaves out, and waits for what is wanted', async () => {
  const start = await now();
  for (const kind of ['x', 'x', 'x']) await write(api.database.pool, { kind });

  const passed = await get(`/api/events/changes?after=${start}&kinds=wanted`);
  const waiting = get(`/api/events/changes?after=${passed.next}&kinds=wanted&wait=30`);
  await write(api.database.pool, { kind: 'wanted', agent: 'ada' });

  expect(passed.events).toEqual([]);
  expect(passed.next).not.toBe(start);
  expect(kinds(await waiting)).toEqual(['wanted']);
});

test('refuses a cursor that is none, and one of another database', async () => {
  const none = await supervisor.call('GET', '/api/events/changes?after=yesterday');
  const foreign = await supervisor.call('GET', '/api/events/changes?after=99999999999999999-1');

  expect([none.status, none.body.field]).toEqual([400, 'after']);
  expect([foreign.status, foreign.body.code]).toEqual([409, 'request/conflict']);
});

test('agents do not read the log of others', async () => {
  const agent = await api.as('agent');

  expect((await agent.call('GET', '/api/events')).status).toBe(403);
  expect((await agent.call('GET', '/api/events/changes')).status).toBe(403);
});

test.each([
  [
    'the change stream',
    'events_stream',
    `(xid, id) > ('9'::xid8, 1) and xid < pg_snapshot_xmin(pg_current_snapshot()) order by xid, id`,
  ],
  [
    'the log of a queue',
    'events_queue',
    `coalesce(facts ->> 'queue', facts ->> 'workbin') = 'In' order by at desc, id desc`,
  ],
  [
    'the log of an agent',
    'events_agent',
    `case when party ->> 'kind' = 'agent' then party ->> 'name' else facts ->> 'agent' end = 'ada' order by at desc, id desc`,
  ],
])('%s is answered by its index', async (_name, index, condition) => {
  const client = await api.database.pool.connect();
  try {
    await client.query('begin');
    await client.query('set local enable_seqscan = off');
    await client.query('set local enable_bitmapscan = off');
    const plan = await client.query(
      `explain select id from events where tenant_id = 'default' and ${condition} limit 100`,
    );
    expect(JSON.stringify(plan.rows)).toContain(index);
  } finally {
    await client.query('rollback');
    client.release();
  }
});
