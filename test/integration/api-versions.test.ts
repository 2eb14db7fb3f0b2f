import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, startTestApi, type TestApi } from '#test/support/api.ts';
import { aProcessDocument } from '#test/support/a-process.ts';

let api: TestApi;
let designer: Caller;
let administrator: Caller;
beforeAll(async () => {
  api = await startTestApi();
  [designer, administrator] = await Promise.all([api.as('designer'), api.as('administrator')]);
});
afterAll(() => api.stop());

const layout = { process: { positions: {}, notes: {} }, strategies: {} };

function documentOf(name: string, description: string, endpoint = name) {
  const endpoints = { [endpoint]: { media: 'email' as const, queue: 'In' } };
  return aProcessDocument({ name, description, endpoints });
}

/** Saves a draft as the caller, whatever stood there before; answers its revision. */
async function save(name: string, description: string, who = designer, endpoint = name): Promise<number> {
  await designer.call('POST', '/api/processes', { name });
  const { revision } = (await designer.call('GET', `/api/processes/${name}`)).body;
  const draft = documentOf(name, description, endpoint);
  const saved = await who.call('PUT', `/api/processes/${name}/draft`, { draft, layout, revision });
  expect(saved.status).toBe(200);
  return saved.body.revision;
}

async function activeVersion(name: string): Promise<number | null> {
  return (await designer.call('GET', `/api/processes/${name}`)).body.activeVersion;
}

async function demandFourEyes(fourEyes: boolean): Promise<void> {
  expect((await administrator.call('PUT', '/api/activation-rules', { fourEyes })).status).toBe(200);
}

test('keeps what was saved with author and time; a message makes it a state of its own', async () => {
  await save('Saved', 'one');
  const revision = await save('Saved', 'two');
  await designer.call('POST', '/api/processes/Saved/saves', { revision, message: 'Before the holidays' });
  await save('Saved', 'three');
  await save('Saved', 'four', administrator);

  const { body } = await designer.call('GET', '/api/processes/Saved/saves');

  expect(body.map((one: { message: string; savedBy: string }) => [one.savedBy, one.message])).toEqual([
    ['administrator', ''],
    ['designer', ''],
    ['designer', 'Before the holidays'],
  ]);
  const kept = await designer.call('GET', `/api/processes/Saved/saves/${body[2].id}`);
  expect(kept.body.document.description).toBe('two');
  const late = await designer.call('POST', '/api/processes/Saved/saves', { revision, message: 'too late' });
  expect([late.status, late.body.code]).toEqual([409, 'request/conflict']);
});

test('goes back to an earlier version at once, and tells who did and why', async () => {
  for (const description of ['one', 'two']) {
    const revision = await save('Rolled', description);
    await designer.call('POST', '/api/processes/Rolled/activate', { revision, message: description });
  }

  const done = await administrator.call('POST', '/api/processes/Rolled/rollback', { version: 1, message: 'Loops' });

  expect(done.status).toBe(204);
  expect(await activeVersion('Rolled')).toBe(1);
  const { body } = await designer.call('GET', '/api/processes/Rolled/activations');
  expect(body[0]).toMatchObject({ version: 1, kind: 'rolled-back', activatedBy: 'administrator', message: 'Loops' });
  expect(body.slice(1)).toMatchObject([
    { version: 2, kind: 'activated', message: 'two' },
    { version: 1, kind: 'activated', message: 'one' },
  ]);
  const unknown = await designer.call('POST', '/api/processes/Rolled/rollback', { version: 9 });
  expect(unknown.status).toBe(404);
});

test('activates at its time what was the draft when it was planned', async () => {
  const revision = await save('Planned', 'planned');
  const activateAt = new Date(Date.now() - 1000).toISOString();
  const planned = await designer.call('POST', '/api/processes/Planned/planned', { revision, message: 'x', activateAt });
  await save('Planned', 'edited since');

  expect(planned.body).toMatchObject({ version: 1, state: 'scheduled', activateAt });
  await expect.poll(() => activeVersion('Planned'), { timeout: 20_000 }).toBe(1);
  const { body } = await designer.call('GET', '/api/processes/Planned/versions/1');
  expect(body.document.description).toBe('planned');
  expect((await designer.call('GET', '/api/processes/Planned/planned')).body).toEqual([]);
});

test('a plan that was called off does not happen, and cannot be called off twice', async () => {
  const revision = await save('Off', 'one');
  const activateAt = new Date(Date.now() + 3_600_000).toISOString();
  const { body } = await designer.call('POST', '/api/processes/Off/planned', { revision, activateAt });
  const cancel = () => designer.call('POST', `/api/processes/Off/planned/${body.id}/cancel`);

  expect((await designer.call('GET', '/api/processes/Off/planned')).body).toMatchObject([{ id: body.id }]);
  expect((await cancel()).status).toBe(204);
  expect((await cancel()).status).toBe(409);
  expect((await designer.call('GET', '/api/processes/Off/planned')).body).toEqual([]);
});

test('a plan that cannot be carried out any more stays, with its reason', async () => {
  const revision = await save('Late', 'one', designer, 'contested');
  const activateAt = new Date(Date.now() + 3_600_000).toISOString();
  const { body } = await designer.call('POST', '/api/processes/Late/planned', { revision, activateAt });
  const first = await save('Early', 'one', designer, 'contested');
  await designer.call('POST', '/api/processes/Early/activate', { revision: first });

  await api.database.pool.query('update planned_activations set activate_at = now() where id = $1', [body.id]);

  const plans = async () => (await designer.call('GET', '/api/processes/Late/planned')).body;
  await expect.poll(async () => (await plans())[0]?.state, { timeout: 20_000 }).toBe('failed');
  expect((await plans())[0].problem).toContain('belongs to the active process "Early"');
  expect(await activeVersion('Late')).toBeNull();
});

test('where two have to agree, who wrote it cannot approve it', async () => {
  await demandFourEyes(true);
  const revision = await save('Reviewed', 'one');
  const refused = await designer.call('POST', '/api/processes/Reviewed/activate', { revision });
  const asked = await designer.call('POST', '/api/processes/Reviewed/planned', { revision, message: 'please' });
  const approve = (who: Caller) => who.call('POST', `/api/processes/Reviewed/planned/${asked.body.id}/approve`);

  expect([refused.status, refused.body.code]).toEqual([422, 'process/needs-approval']);
  expect(asked.body.state).toBe('awaiting-approval');
  const own = await approve(designer);
  expect([own.status, own.body.code]).toEqual([422, 'process/own-approval']);
  expect(await activeVersion('Reviewed')).toBeNull();

  expect((await approve(administrator)).status).toBe(204);
  expect(await activeVersion('Reviewed')).toBe(1);
  const { body } = await designer.call('GET', '/api/processes/Reviewed/activations');
  expect(body).toMatchObject([{ version: 1, activatedBy: 'designer', approvedBy: 'administrator' }]);
  await demandFourEyes(false);
});

test('who edited the draft cannot approve it either, though somebody else asked', async () => {
  await demandFourEyes(true);
  await save('Shared', 'one', administrator);
  const revision = await save('Shared', 'two', designer);
  const asked = await designer.call('POST', '/api/processes/Shared/planned', { revision });

  const own = await administrator.call('POST', `/api/processes/Shared/planned/${asked.body.id}/approve`);

  expect(own.body.code).toBe('process/own-approval');
  await demandFourEyes(false);
});

test('of two processes activated at the same moment with one endpoint, one is refused', async () => {
  const names = ['Twin-1', 'Twin-2', 'Twin-3', 'Twin-4'];
  const revisions = await Promise.all(names.map((name) => save(name, 'x', designer, 'twins')));

  const answers = await Promise.all(
    names.map((name, index) =>
      designer.call('POST', `/api/processes/${name}/activate`, { revision: revisions[index] }),
    ),
  );

  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(3);
});
