import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Place } from '#dsl/protocol/presence.ts';
import { publish } from '#runtime/store/signal.ts';
import { type Caller, startTestApi, type TestApi } from '#test/support/api.ts';
import { openPageSocket, type PageSocket } from '#test/support/api-socket.ts';

let api: TestApi;
let designer: Caller;
let supervisor: Caller;
let agent: Caller;
beforeAll(async () => {
  api = await startTestApi();
  [designer, supervisor, agent] = await Promise.all([api.as('designer'), api.as('supervisor'), api.as('agent')]);
});
afterAll(() => api.stop());

function go(page: PageSocket, place: Place | null): void {
  page.sendText(JSON.stringify({ type: 'presence', place }));
}

/** Next time a page is told of exactly these people in its process. */
async function peopleSeen(page: PageSocket, ...userNames: string[]) {
  const { people } = await page.next(
    'presence',
    (message) =>
      JSON.stringify(message.people.map(({ userName }) => userName).toSorted()) === JSON.stringify(userNames),
  );
  return people;
}

test('who has the same process open sees the others, where they are, and that they leave', async () => {
  const [one, other] = [await openPageSocket(api.url, designer), await openPageSocket(api.url, supervisor)];
  go(one, { process: 'P', strategy: 'Main', card: 'route' });
  await peopleSeen(one, 'designer');

  go(other, { process: 'P' });
  const people = await peopleSeen(other, 'designer', 'supervisor');
  expect(people.find(({ userName }) => userName === 'designer')?.place).toEqual({
    process: 'P',
    strategy: 'Main',
    card: 'route',
  });
  await peopleSeen(one, 'designer', 'supervisor');

  await other.close();
  await peopleSeen(one, 'designer');
  await one.close();
});

test('who goes to another process is no longer seen in the first', async () => {
  const [one, other] = [await openPageSocket(api.url, designer), await openPageSocket(api.url, supervisor)];
  go(one, { process: 'First' });
  go(other, { process: 'First' });
  await peopleSeen(one, 'designer', 'supervisor');

  go(other, { process: 'Second' });

  await peopleSeen(one, 'designer');
  await Promise.all([one.close(), other.close()]);
});

test('agents are neither seen nor told', async () => {
  const [one, other] = [await openPageSocket(api.url, agent), await openPageSocket(api.url, designer)];
  go(one, { process: 'Closed' });
  // answered in order: the place has been read by then
  one.sendText(JSON.stringify({ type: 'ping' }));
  await one.next('pong');

  go(other, { process: 'Closed' });

  expect(await peopleSeen(other, 'designer')).toHaveLength(1);
  await Promise.all([one.close(), other.close()]);
});

test('pages that show processes hear when one of them was saved', async () => {
  const page = await openPageSocket(api.url, designer);
  page.subscribe('processes');
  page.sendText(JSON.stringify({ type: 'ping' }));
  await page.next('pong');

  await publish(api.database.pool, [{ kind: 'process', tenantId: 'default', process: 'Saved' }]);

  expect(await page.next('process')).toEqual({ type: 'process', process: 'Saved' });
  await page.close();
});
