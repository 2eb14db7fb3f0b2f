import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Intervened, Intervention } from '#dsl/protocol/supervise.ts';
import { returnTransfers } from '#runtime/routing/return-transfers.ts';
import { routeWaiting } from '#runtime/routing/route-waiting.ts';
import { type Caller, startTestApi, type TestApi } from '#test/support/api.ts';

let api: TestApi;
let designer: Caller;
let supervisor: Caller;
let agent: Caller;

beforeAll(async () => {
  api = await startTestApi();
  [designer, supervisor, agent] = await Promise.all([api.as('designer'), api.as('supervisor'), api.as('agent')]);
  const draft = {
    format: 1,
    name: 'Park',
    endpoints: { web: { media: 'email', queue: 'In' } },
    queues: {
      In: { parking: true },
      Elsewhere: { parking: true },
      ErrorHeld: { parking: true },
      Own: { workbin: { owner: 'agent' } },
    },
  };
  await designer.call('POST', '/api/processes', { name: 'Park' });
  const layout = { process: { positions: {}, notes: {} }, strategies: {} };
  await designer.call('PUT', '/api/processes/Park/draft', { draft, layout, revision: 1 });
  const activated = await designer.call('POST', '/api/processes/Park/activate', { revision: 2 });
  expect(activated.status, JSON.stringify(activated.body)).toBe(200);
});
afterAll(() => api.stop());

async function submit(subject: string): Promise<string> {
  const body = { endpoint: 'web', media: 'email', subject, text: subject };
  return (await designer.call('POST', '/api/interactions', body)).body.interactionId;
}
const read = async (id: string) => (await supervisor.call('GET', `/api/interactions/${id}`)).body;
const kindsOf = async (id: string): Promise<string[]> =>
  (await supervisor.call('GET', `/api/interactions/${id}/trace`)).body.events.map(({ kind }: { kind: string }) => kind);
async function intervene(ids: readonly string[], act: Intervention): Promise<Intervened> {
  const answer = await supervisor.call('POST', '/api/interactions/intervene', { ids, act });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
}

test('acts on many at once, and says which were refused and why, while the others go through', async () => {
  const [one, two, stopped] = [await submit('One'), await submit('Two'), await submit('Stopped')];
  await intervene([stopped], { kind: 'stop', reason: 'spam' });

  const moved = await intervene([one, stopped, two], { kind: 'move', queue: 'Elsewhere' });

  expect(moved.done).toEqual([one, two]);
  expect(moved.refused).toMatchObject([{ id: stopped, code: 'request/conflict' }]);
  expect(moved.refused[0]?.message).toContain('is stopped');
  expect([await read(one), await read(two)]).toMatchObject([{ queue: 'Elsewhere' }, { queue: 'Elsewhere' }]);
  const nowhere = await intervene([one, two], { kind: 'move', queue: 'Nowhere' });
  expect(nowhere).toMatchObject({ done: [], refused: [{ code: 'request/not-found' }, { code: 'request/not-found' }] });
});

test('is for supervisors, and takes only so many in one request', async () => {
  const id = await submit('Mine');
  const body = { ids: [id], act: { kind: 'hold' } };
  expect((await agent.call('POST', '/api/interactions/intervene', body)).status).toBe(403);
  expect((await agent.call('GET', '/api/destinations')).status).toBe(403);
  const many = { ids: Array.from({ length: 26 }, () => id), act: { kind: 'hold' } };
  expect((await supervisor.call('POST', '/api/interactions/intervene', many)).status).toBe(400);
  expect(await read(id)).toMatchObject({ isHeld: false });
});

test("puts what waits into an agent's workbin, where the agent finds it", async () => {
  const id = await submit('For your workbin');

  expect(await intervene([id], { kind: 'workbin', workbin: 'Own', owner: 'agent' })).toEqual({
    done: [id],
    refused: [],
  });

  expect(await read(id)).toMatchObject({ state: 'workbin', queue: 'Own', agentName: expect.any(String) });
  const { workbins } = (await agent.call('GET', '/api/desktop/workbins')).body;
  expect(workbins[0].interactions).toMatchObject([{ id, placedBy: 'supervisor' }]);
  for (const wrong of [
    { workbin: 'Own', owner: 'nobody' },
    { workbin: 'Other', owner: 'agent' },
  ])
    expect((await intervene([id], { kind: 'workbin', ...wrong })).refused[0]?.code).toBe('request/not-found');
});

test('assigns to an agent who is ready; what they do not take goes back to where it waited', async () => {
  const [id, held] = [await submit('For you'), await submit('Held')];
  await intervene([held], { kind: 'hold' });
  const act = { kind: 'assign', agent: 'agent' } as const;
  const away = await intervene([id], act);
  expect(away.refused[0]?.message).toContain('is not ready for email');

  await agent.call('POST', '/api/desktop/login', {});
  await agent.call('POST', '/api/desktop/ready', { media: 'email', ready: true });
  const given = await intervene([id, held], act);

  expect(given.done).toEqual([id]);
  expect(given.refused[0]?.message).toContain('is held');
  const { rows } = await api.database.pool.query<{ tenant_id: string }>(
    'select tenant_id from interactions where id = $1',
    [id],
  );
  const tenantId = rows[0]?.tenant_id ?? '';
  await routeWaiting(api.database.pool, { tenantId, invitationMs: 30_000, now: new Date() });
  const { invitations } = (await agent.call('GET', '/api/desktop')).body;
  expect(invitations).toMatchObject([{ id, transfer: { by: 'supervisor' } }]);

  const rejected = await agent.call('POST', `/api/desktop/interactions/${id}/reject`, {});
  expect(rejected.status, JSON.stringify(rejected.body)).toBe(200);
  expect(await read(id)).toMatchObject({ state: 'queued', queue: 'In' });
  expect((await intervene([id], act)).done).toEqual([id]);
  // whoever has just rejected it is not asked again at once
  await routeWaiting(api.database.pool, { tenantId, invitationMs: 30_000, now: new Date() });
  expect(await read(id)).toMatchObject({ state: 'routing' });
  const later = new Date(Date.now() + 61_000);
  const wake = { queue: () => Promise.resolve(), run: () => Promise.resolve() };
  await returnTransfers({ pool: api.database.pool, wake }, [tenantId], later);
  expect(await read(id)).toMatchObject({ state: 'queued', queue: 'In' });
  const before = ['InteractionSubmitted', 'PlacedInQueue'];
  const rejection = ['TakenFromQueue', 'Transferred', 'AgentInvited', 'Rejected', 'PlacedInQueue'];
  const lapse = ['TakenFromQueue', 'Transferred', 'Revoked', 'PlacedInQueue'];
  expect(await kindsOf(id)).toEqual([...before, ...rejection, ...lapse]);
});
