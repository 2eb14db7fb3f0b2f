import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, startTestApi, type TestApi } from '#test/support/api.ts';

let api: TestApi;
let designer: Caller;
beforeAll(async () => {
  api = await startTestApi();
  designer = await api.as('designer');
});
afterAll(() => api.stop());

const layout = { process: { positions: {}, notes: {} }, strategies: {} };

/** A sound process: what comes in is stopped. */
function soundProcess(name: string, endpoint = name): Record<string, unknown> {
  return {
    format: 1,
    name,
    endpoints: { [endpoint]: { media: 'email', queue: `${name} in` } },
    queues: {
      [`${name} in`]: { views: { All: { submitter: { strategy: 'End it' } } } },
      ErrorHeld: { parking: true },
    },
    strategies: {
      'End it': {
        blocks: {
          entry: { type: 'entry', ports: { next: 'stop' } },
          stop: { type: 'stop-interaction' },
        },
      },
    },
  };
}

async function make(name: string, draft: unknown): Promise<number> {
  expect((await designer.call('POST', '/api/processes', { name })).status).toBe(201);
  const saved = await designer.call('PUT', `/api/processes/${name}/draft`, { draft, layout, revision: 1 });
  expect(saved.status).toBe(200);
  return saved.body.revision;
}

test('a process is made with its first draft in one request, or not at all', async () => {
  const draft = soundProcess('From a template');
  const made = await designer.call('POST', '/api/processes', { name: 'From a template', draft, layout });

  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ draft, layout, revision: 1, draftDiffers: true });
  const activated = await designer.call('POST', '/api/processes/From%20a%20template/activate', { revision: 1 });
  expect(activated.body).toEqual({ version: 1 });

  const taken = await designer.call('POST', '/api/processes', { name: 'From a template', draft: { format: 1 } });
  expect([taken.status, taken.body.code]).toEqual([409, 'request/conflict']);
  expect((await designer.call('GET', '/api/processes/From%20a%20template')).body.draft).toEqual(draft);

  const unreadable = await designer.call('POST', '/api/processes', { name: 'Nothing', layout: { cards: 1 } });
  expect(unreadable.status).toBe(400);
  expect((await designer.call('GET', '/api/processes/Nothing')).status).toBe(404);
});

test('keeps a draft with its problems and says what they are', async () => {
  await designer.call('POST', '/api/processes', { name: 'Broken' });
  const draft = {
    format: 1,
    name: 'Broken',
    queues: { In: { views: { All: { submitter: { strategy: 'Nobody' } } } } },
  };

  const saved = await designer.call('PUT', '/api/processes/Broken/draft', { draft, layout, revision: 1 });

  expect(saved.body.revision).toBe(2);
  expect(saved.body.diagnostics).toContainEqual(expect.objectContaining({ severity: 'error' }));
  const read = await designer.call('GET', '/api/processes/Broken');
  expect(read.body).toMatchObject({ revision: 2, draft, layout, activeVersion: null, draftDiffers: true });
  const refused = await designer.call('POST', '/api/processes/Broken/activate', { revision: 2 });
  expect([refused.status, refused.body.code]).toEqual([422, 'process/has-problems']);
  expect(refused.body.diagnostics).toContainEqual(expect.objectContaining({ severity: 'error' }));
});

test('refuses a save that started from an older revision', async () => {
  await make('Contended', soundProcess('Contended'));

  const late = await designer.call('PUT', '/api/processes/Contended/draft', { draft: {}, layout, revision: 1 });

  expect([late.status, late.body.code]).toEqual([409, 'request/conflict']);
  expect(late.body.message).toContain('designer (revision 2)');
});

test('makes a version only when the document changed', async () => {
  const revision = await make('Versioned', soundProcess('Versioned'));
  const activate = (from: number) =>
    designer.call('POST', '/api/processes/Versioned/activate', { revision: from, message: 'go' });
  const save = async (from: number, draft: unknown, moved = layout) =>
    (await designer.call('PUT', '/api/processes/Versioned/draft', { draft, layout: moved, revision: from })).body
      .revision;

  expect((await activate(revision)).body).toEqual({ version: 1 });
  const moved = { ...layout, process: { positions: { 'queue:In': { x: 1, y: 2 } }, notes: {} } };
  const second = await save(revision, soundProcess('Versioned'), moved);
  expect((await activate(second)).body).toEqual({ version: 1 });
  const third = await save(second, { ...soundProcess('Versioned'), description: 'changed' });
  expect((await designer.call('GET', '/api/processes/Versioned')).body.draftDiffers).toBe(true);
  expect((await activate(third)).body).toEqual({ version: 2 });

  const versions = await designer.call('GET', '/api/processes/Versioned/versions');
  expect(versions.body.map(({ version, active }: { version: number; active: boolean }) => [version, active])).toEqual([
    [2, true],
    [1, false],
  ]);
  const first = await designer.call('GET', '/api/processes/Versioned/versions/1');
  expect(first.body.document).toEqual(soundProcess('Versioned'));
  expect(first.body.layout).toEqual(moved);
});

test('refuses an endpoint that another active process has', async () => {
  const revision = await make('Owner', soundProcess('Owner', 'shared'));
  expect((await designer.call('POST', '/api/processes/Owner/activate', { revision })).status).toBe(200);
  const other = await make('Late', soundProcess('Late', 'shared'));

  const refused = await designer.call('POST', '/api/processes/Late/activate', { revision: other });

  expect(refused.status).toBe(422);
  expect(refused.body.diagnostics).toContainEqual(expect.objectContaining({ code: 'document/endpoint-taken' }));
  await designer.call('POST', '/api/processes/Owner/deactivate');
  expect((await designer.call('POST', '/api/processes/Late/activate', { revision: other })).status).toBe(200);
});

test('removes a process only when it is not active', async () => {
  const revision = await make('Gone', soundProcess('Gone'));
  await designer.call('POST', '/api/processes/Gone/activate', { revision });

  expect((await designer.call('DELETE', '/api/processes/Gone')).status).toBe(409);
  await designer.call('POST', '/api/processes/Gone/deactivate');
  expect((await designer.call('DELETE', '/api/processes/Gone')).status).toBe(204);
  expect((await designer.call('GET', '/api/processes/Gone')).status).toBe(404);
});

test('names the field that is wrong and what would be right', async () => {
  const answer = await designer.call('POST', '/api/processes', { name: 7 });

  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({ code: 'request/invalid', field: 'name' });
  expect(answer.body.message).toContain('expected string');
});
