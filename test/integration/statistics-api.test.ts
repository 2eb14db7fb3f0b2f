import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Board, Report } from '#dsl/protocol/statistics.ts';
import { countEvents } from '#runtime/statistics/count-events.ts';
import { type Caller, startTestApi, type TestApi } from '#test/support/api.ts';

let api: TestApi;
let designer: Caller;
let supervisor: Caller;

beforeAll(async () => {
  api = await startTestApi();
  [designer, supervisor] = await Promise.all([api.as('designer'), api.as('supervisor')]);
  const draft = {
    format: 1,
    name: 'Park',
    endpoints: { web: { media: 'email', queue: 'In' } },
    queues: { In: { parking: true }, Elsewhere: { parking: true }, ErrorHeld: { parking: true } },
  };
  await designer.call('POST', '/api/processes', { name: 'Park' });
  const layout = { process: { positions: {}, notes: {} }, strategies: {} };
  await designer.call('PUT', '/api/processes/Park/draft', { draft, layout, revision: 1 });
  expect((await designer.call('POST', '/api/processes/Park/activate', { revision: 2 })).status).toBe(200);
  const ids: string[] = [];
  for (const subject of ['One', 'Two', 'Three']) {
    const body = { endpoint: 'web', media: 'email', subject, text: subject };
    const submitted = await designer.call('POST', '/api/interactions', body);
    ids.push((submitted.body as { interactionId: string }).interactionId);
  }
  expect((await supervisor.call('POST', `/api/interactions/${ids[0]}/move`, { queue: 'Elsewhere' })).status).toBe(204);
  expect((await supervisor.call('POST', `/api/interactions/${ids[1]}/stop`, { reason: 'Spam' })).status).toBe(204);
  while (await countEvents(api.database.pool, new Date()));
});
afterAll(() => api.stop());

test('the board tells what waits where and what has happened lately', async () => {
  const answer = await supervisor.call('GET', '/api/statistics/board?window=5&within=60');

  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  const { queues } = answer.body as Board;
  expect(queues.find(({ name }) => name === 'In')).toMatchObject({ waiting: 1, entered: 3, serviceFactor: null });
  expect(queues.find(({ name }) => name === 'Elsewhere')).toMatchObject({ waiting: 1, entered: 1 });
  expect(queues.find(({ name }) => name === 'In')?.arrivals.reduce((sum, count) => sum + count, 0)).toBe(3);
});

test('refuses a window that is not kept, by name', async () => {
  const answer = await supervisor.call('GET', '/api/statistics/board?window=7');

  expect(answer.status).toBe(400);
  expect(JSON.stringify(answer.body)).toContain('window');
});

const spanOf = (): string => {
  const now = Date.now();
  const [from, to] = [new Date(now - 3_600_000), new Date(now + 3_600_000)];
  return `from=${from.toISOString()}&to=${to.toISOString()}`;
};

test('a report adds up a day of the zone that is asked for', async () => {
  const zone = 'Asia/Kathmandu';
  const answer = await supervisor.call(
    'GET',
    `/api/statistics/report?kind=queue&interval=day&zone=${zone}&name=In&${spanOf()}`,
  );

  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  const { columns, lines } = answer.body as Report;
  const total = (column: string): number =>
    lines.reduce((sum, { values }) => sum + (values[columns.indexOf(column)] ?? 0), 0);
  expect([total('entered'), total('left'), total('stopped')]).toEqual([3, 2, 1]);
  const hour = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, timeStyle: 'short' });
  for (const { at } of lines) expect(hour.format(new Date(at))).toBe('00:00');
});

test('the file holds the same lines as the report', async () => {
  const answer = await supervisor.call('GET', `/api/statistics/report.csv?kind=media&interval=15&${spanOf()}`);

  expect(answer.status).toBe(200);
  const [head, ...lines] = String(answer.body).trim().split('\r\n');
  expect(head).toBe('at,name,submitted,accepted,stopped,abandoned');
  const submitted = lines.reduce((sum, line) => sum + Number(line.split(',')[2]), 0);
  expect(submitted).toBe(3);
});

test('refuses a time zone that nobody knows', async () => {
  const answer = await supervisor.call('GET', `/api/statistics/report?kind=media&zone=Mars/Olympus&${spanOf()}`);

  expect(answer.status).toBe(400);
  expect(JSON.stringify(answer.body)).toContain('zone');
});
