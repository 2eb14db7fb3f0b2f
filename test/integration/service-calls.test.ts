import { pino } from 'pino';
import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import { ServiceCaller } from '#runtime/service/service-caller.ts';
import { ServiceDocuments } from '#runtime/service/service-documents.ts';
import { DataSourcePools } from '#runtime/service/sql/data-source-pools.ts';
import { subscribe } from '#runtime/store/signal.ts';
import { createSecretBox } from '#runtime/tenant/secret-box.ts';
import { saveSecret } from '#runtime/tenant/secrets.ts';
import { anInteraction, type Engine, startEngine } from '#test/support/engine.ts';
import { until } from '#test/support/until.ts';
import { type SeenRequest, startWebService, type WebService } from '#test/support/web-service.ts';

const box = createSecretBox('a secret of at least thirty-two characters');
let engine: Engine;
let service: WebService;
let caller: ServiceCaller;
let sources: DataSourcePools;
let signals: { stop(): Promise<void> };
let answer: (request: SeenRequest, response: ServerResponse) => void;

function aCaller(): ServiceCaller {
  const { pool } = engine.database;
  const documents = new ServiceDocuments(pool, box);
  const log = pino({ level: 'silent' });
  return new ServiceCaller({ pool, wake: engine.wake, log, documents, sources, allowedHosts: [service.host] });
}

beforeAll(async () => {
  engine = await startEngine();
  service = await startWebService((request, response) => answer(request, response));
  sources = new DataSourcePools();
  caller = aCaller();
  signals = await subscribe(engine.database.pool, ({ kind }) => {
    if (kind === 'services') void caller.call();
  });
  engine.listen();
  const value = decodeURIComponent(new URL(engine.database.url).password);
  await saveSecret(engine.database.pool, box, 'default', { name: 'Database', hosts: [], value });
  await keepDataSource('Here', {});
});
afterAll(async () => {
  await signals.stop();
  await caller.stop();
  await sources.close();
  await service.stop();
  await engine.stop();
});
beforeEach(() => {
  service.seen.length = 0;
});

async function keep(table: string, document: { name: string }): Promise<void> {
  await engine.database.pool.query(
    `insert into ${table} (tenant_id, name, document) values ('default', $1, $2)
     on conflict (tenant_id, name) do update set document = excluded.document`,
    [document.name, JSON.stringify(document)],
  );
}

function keepDataSource(name: string, changes: object): Promise<void> {
  const { hostname, port, username, pathname, searchParams } = new URL(engine.database.url);
  return keep('data_sources', {
    name,
    host: searchParams.get('host') ?? hostname,
    port: Number(searchParams.get('port') ?? (port || 5432)),
    database: pathname.slice(1),
    user: decodeURIComponent(username),
    tls: 'none',
    secret: 'Database',
    ...changes,
  } as { name: string });
}

let count = 0;
/** Further wires of the block that is run. */
let ports: Record<string, string> = {};

/** Runs one block on an interaction of its own; answers what it left in attached data. */
async function runBlock(type: string, config: Record<string, unknown>): Promise<Record<string, unknown>> {
  count += 1;
  const name = `Case ${count}`;
  const process: BusinessProcessInput = {
    format: 1,
    name,
    endpoints: { [name]: { media: 'email', queue: `In ${count}` } },
    queues: { [`In ${count}`]: { views: { All: { submitter: { strategy: 'Ask' } } } }, ErrorHeld: { parking: true } },
    strategies: {
      Ask: {
        blocks: {
          entry: { type: 'entry', ports: { next: 'ask' } },
          ask: { type, config: config as never, ports: { next: 'note', 'no-rows': 'none', error: 'failed', ...ports } },
          note: note('next', 'stop'),
          none: note('no-rows', 'stop'),
          failed: {
            type: 'attach-data',
            config: {
              entries: [
                { key: 'Code', value: { js: 'lastError.code' } },
                { key: 'Text', value: { js: 'lastError.message' } },
              ],
            },
            ports: { next: 'stop' },
          },
          stop: { type: 'stop-interaction' },
        },
      },
    },
  };
  await engine.activate(process);
  const { interactionId } = await engine.submissions.submit(anInteraction({ endpoint: name }));
  return until(async () => {
    const { rows } = await engine.database.pool.query<{ data: Record<string, unknown>; state: string }>(
      'select data, state from interactions where id = $1',
      [interactionId],
    );
    return rows[0]?.state === 'stopped' ? rows[0].data : undefined;
  });
}

function note(port: string, next: string) {
  return {
    type: 'attach-data',
    config: { entries: [{ key: 'Port', value: port }] },
    ports: { next },
  };
}

const json =
  (value: unknown, status = 200) =>
  (_: SeenRequest, response: ServerResponse) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));

describe('HTTP Request', () => {
  it('waits for the answer, shows the secret, and journals neither more nor less than was asked', async () => {
    await saveSecret(engine.database.pool, box, 'default', {
      name: 'CRM',
      hosts: [service.host],
      value: 'the-key',
    });
    answer = json({ customer: { name: 'Ada' } });

    const data = await runBlock('http-request', {
      method: 'POST',
      url: `${service.origin}/search`,
      query: { mail: { js: 'interaction.fromAddress' } },
      body: { js: '({ subject: interaction.subject })' },
      secret: 'CRM',
      attach: { Name: 'body.customer.name' },
    });

    expect(data).toMatchObject({ Port: 'next', Name: 'Ada' });
    expect(service.seen).toHaveLength(1);
    expect(service.seen[0]).toMatchObject({ method: 'POST', url: '/search?mail=ada%40example.com' });
    expect(service.seen[0]?.headers).toMatchObject({
      authorization: 'Bearer the-key',
      'content-type': 'application/json',
    });
    expect(JSON.parse(service.seen[0]?.body ?? '')).toEqual({ subject: 'A question' });
    const { rows } = await engine.database.pool.query(`select params, result from journal where name = 'http-request'`);
    expect(JSON.stringify(rows)).not.toContain('the-key');
  });

  it('shows a secret to no host that it does not name', async () => {
    await saveSecret(engine.database.pool, box, 'default', { name: 'Other', hosts: ['api.example.com'], value: 'x' });
    answer = json({});

    const data = await runBlock('http-request', { url: `${service.origin}/`, secret: 'Other', attach: {} });

    expect(data).toMatchObject({ Code: 'http/secret' });
    expect(service.seen).toEqual([]);
  });

  it('tries again what may be repeated, and never a POST', async () => {
    const busyOnce = (request: SeenRequest, response: ServerResponse): void =>
      json({}, service.seen.length === 1 ? 503 : 200)(request, response);
    answer = busyOnce;
    expect(await runBlock('http-request', { url: service.origin, retries: 2, attach: {} })).toMatchObject({
      Port: 'next',
    });
    expect(service.seen).toHaveLength(2);

    service.seen.length = 0;
    const posted = await runBlock('http-request', { method: 'POST', url: service.origin, retries: 2, attach: {} });
    expect(posted).toMatchObject({ Code: 'http/status' });
    expect(service.seen).toHaveLength(1);
  });

  it('does not ask twice what its process may have asked before it was lost, unless it may be repeated', async () => {
    answer = () => undefined;
    const held = [
      runBlock('http-request', { method: 'POST', url: `${service.origin}/post`, attach: {} }),
      runBlock('http-request', { url: `${service.origin}/get`, attach: {} }),
    ];
    await until(async () => (service.seen.length === 2 ? true : undefined));
    answer = json({});
    // as if the process had been killed: its leases run out, another takes over
    const taken = aCaller();
    try {
      await until(async () => {
        // again, where the first process has renewed them in between
        await engine.database.pool.query(`update service_calls set lease_until = now() - interval '1 hour'`);
        await taken.call();
        return service.seen.length > 2 ? true : undefined;
      });
      const [post, get] = await Promise.all(held);
      expect(post).toMatchObject({ Code: 'service/uncertain' });
      expect(get).toMatchObject({ Port: 'next' });
      expect(service.seen.map(({ url }) => url).toSorted()).toEqual(['/get', '/get', '/post']);
    } finally {
      await taken.stop();
    }
  });

  it('holds nobody else up while a service is slow', async () => {
    let release: (() => void) | undefined;
    answer = ({ url }, response) => {
      const end = () => json({ url })({} as never, response);
      if (url === '/slow') release = end;
      else end();
    };
    const slow = runBlock('http-request', { url: `${service.origin}/slow`, attach: {} });
    await until(async () => release);

    expect(await runBlock('http-request', { url: `${service.origin}/fast`, attach: {} })).toMatchObject({
      Port: 'next',
    });
    release?.();
    expect(await slow).toMatchObject({ Port: 'next' });
  });
});

describe('SQL Query', () => {
  it('gives rows, with values apart from the statement', async () => {
    const data = await runBlock('sql-query', {
      dataSource: 'Here',
      sql: "select $1::text as mail, 9007199254740993::bigint as big, 7::bigint as small, date '2027-01-04' as day",
      values: [{ value: { js: `"x'; drop table interactions; --"` } }],
      attach: { Rows: 'rows', Count: 'count' },
    });

    expect(data).toMatchObject({
      Port: 'next',
      Count: 1,
      Rows: [{ mail: "x'; drop table interactions; --", big: '9007199254740993', small: 7, day: '2027-01-04' }],
    });
  });

  it('leaves by "no-rows" when there are none, and takes no more than wanted', async () => {
    const none = await runBlock('sql-query', { dataSource: 'Here', sql: 'select 1 where false', attach: {} });
    const some = await runBlock('sql-query', {
      dataSource: 'Here',
      sql: 'select n from generate_series(1, 1000000) as n',
      maxRows: 2,
      attach: { Rows: 'rows', More: 'more' },
    });

    expect(none).toMatchObject({ Port: 'no-rows' });
    expect(some).toMatchObject({ Rows: [{ n: 1 }, { n: 2 }], More: true });
  });

  it.each([
    ['insert into tenants (id, name) values ($1, $1)', 'sql/read-only'],
    ['select 1; drop table tenants', 'sql/failed'],
    ["select set_config('transaction_read_only', 'off', false), lo_create(0)", 'sql/failed'],
    ['select pg_sleep(10)', 'sql/timeout'],
    ["select repeat('x', 1000000)", 'sql/too-large'],
    ["select repeat('x', 50000000)", 'sql/too-large'],
    ['select nothing', 'sql/failed'],
  ])('%s ends with %s', async (sql, code) => {
    const values = sql.includes('$1') ? [{ value: 'evil' }] : [];
    expect(
      await runBlock('sql-query', { dataSource: 'Here', sql, values, timeoutSeconds: 1, attach: {} }),
    ).toMatchObject({
      Code: code,
    });
  });

  it('changes the database when block and data source both allow it, and commits', async () => {
    const { pool } = engine.database;
    await pool.query('create table if not exists notes (text text)');
    const config = {
      sql: 'insert into notes values ($1)',
      values: [{ value: 'kept' }],
      writes: true,
      attach: { N: 'count' },
    };
    await keepDataSource('Writable', { allowWrites: true });

    expect(await runBlock('sql-query', { ...config, dataSource: 'Here' })).toMatchObject({ Code: 'sql/read-only' });
    expect(await runBlock('sql-query', { ...config, dataSource: 'Writable' })).toMatchObject({ N: 1 });
    expect((await pool.query('select text from notes')).rows).toEqual([{ text: 'kept' }]);
  });

  it('says what is not set up, and what cannot be reached', async () => {
    await keepDataSource('Gone', { host: '127.0.0.1', port: 1 });

    expect(await runBlock('sql-query', { dataSource: 'Nowhere', sql: 'select 1', attach: {} })).toMatchObject({
      Code: 'service/not-configured',
    });
    expect(await runBlock('sql-query', { dataSource: 'Gone', sql: 'select 1', attach: {} })).toMatchObject({
      Code: 'sql/unreachable',
    });
  });
});

describe('External Service', () => {
  const score = {
    service: 'Scoring',
    method: 'Score',
    parameters: { mail: 'a' },
    attach: { Score: 'parameters.Score' },
  };

  it('is not configured until an administrator sets it up', async () => {
    expect(await runBlock('external-service', { ...score, service: 'Nobody' })).toMatchObject({
      Code: 'service/not-configured',
    });
  });

  it('hears method, parameters and attached data, and answers parameters or a fault', async () => {
    const parameters = [{ name: 'mail', type: 'text', required: true }];
    await keep('external_services', {
      name: 'Scoring',
      url: service.origin,
      methods: { Score: { parameters } },
    } as never);
    answer = json({ parameters: { Score: 81 } });
    expect(await runBlock('external-service', score)).toMatchObject({ Score: 81 });
    expect(JSON.parse(service.seen[0]?.body ?? '')).toMatchObject({ method: 'Score', parameters: { mail: 'a' } });

    answer = json({ fault: { code: 7, message: 'no such customer' } });
    const fault = await runBlock('external-service', score);
    expect(fault).toMatchObject({ Code: 'service/fault', Text: '"Scoring": no such customer (7)' });

    answer = json({ score: 81 });
    expect(await runBlock('external-service', score)).toMatchObject({ Code: 'service/bad-answer' });
    const wrong = await runBlock('external-service', { ...score, parameters: {} });
    expect(wrong).toMatchObject({ Code: 'service/invalid-request', Text: expect.stringContaining('"mail"') });
  });
});

describe('List Lookup and Business Hours', () => {
  it('look in lists and calendars of the tenant', async () => {
    await keep('lists', {
      name: 'Branches',
      columns: ['Branch'],
      items: [{ key: 'ada@example.com', values: ['North'] }],
    } as never);
    await keep('business_hours', { name: 'Office', timeZone: 'UTC' } as never);

    const key = { js: 'interaction.fromAddress.toUpperCase()' };
    const config = { list: 'Branches', key, ignoreCase: true, attach: { Branch: 'values.Branch' } };
    // neither has a port called next: the interaction ends where it is, with what was attached
    expect(await runListed('list-lookup', config, 'found')).toMatchObject({ Branch: 'North' });
    const hours = { calendar: 'Office', attach: { State: 'state' } };
    expect(await runListed('business-hours', hours, 'closed')).toMatchObject({ State: 'closed' });
    expect(await runBlock('list-lookup', { ...config, list: 'None' })).toMatchObject({ Code: 'list/no-such-list' });
  });

  async function runListed(type: string, config: Record<string, unknown>, port: string) {
    ports = { [port]: 'note' };
    try {
      return await runBlock(type, config);
    } finally {
      ports = {};
    }
  }
});
