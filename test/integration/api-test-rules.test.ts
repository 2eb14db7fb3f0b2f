import { afterAll, beforeAll, expect, test } from 'vitest';
import { aProcessDocument } from '#test/support/a-process.ts';
import { type Caller, startTestApi, type TestApi } from '#test/support/api.ts';

let api: TestApi;
let designer: Caller;

beforeAll(async () => {
  api = await startTestApi();
  designer = await api.as('designer');
});
afterAll(() => api.stop());

/** A process whose only test expects what it does, or not; answers the revision of its draft. */
async function make(name: string, stopped: boolean): Promise<number> {
  const main = aProcessDocument().strategies?.['Main'];
  if (main === undefined) throw new Error('the usual process has a strategy');
  const draft = aProcessDocument({
    name,
    endpoints: { [name]: { media: 'email', queue: 'In' } },
    strategies: { Main: { ...main, tests: { stops: { expect: { stopped } } } } },
  });
  await designer.call('POST', '/api/processes', { name });
  const layout = { process: { positions: {}, notes: {} }, strategies: {} };
  const saved = await designer.call('PUT', `/api/processes/${name}/draft`, { draft, layout, revision: 1 });
  return saved.body.revision;
}

const activate = (name: string, revision: number) =>
  designer.call('POST', `/api/processes/${name}/activate`, { revision, message: '' });

test('a process is activated with failing tests as long as nobody demands that they pass', async () => {
  expect((await activate('Free', await make('Free', false))).status).toBe(200);
});

test('where tests have to pass, a failing one keeps the draft from being activated and says what differed', async () => {
  const revision = await make('Strict', false);
  expect((await designer.call('PUT', '/api/processes/Strict/test-rule', { required: true })).status).toBe(204);
  expect((await designer.call('GET', '/api/processes/Strict/test-rule')).body).toEqual({
    everywhere: false,
    required: true,
  });

  const refused = await activate('Strict', revision);

  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({
    code: 'process/tests-failed',
    message: '"Strict" has to pass its strategy tests before it is activated, and some do not pass.',
    diagnostics: [{ strategy: 'Main', message: 'Test "stops": Stopped: expected false, found true.' }],
  });
});

test('where tests have to pass, a draft that passes them is activated', async () => {
  const revision = await make('Sound', true);
  await designer.call('PUT', '/api/processes/Sound/test-rule', { required: true });

  expect((await activate('Sound', revision)).status).toBe(200);
});

test('an administrator demands it of every process', async () => {
  const administrator = await api.as('administrator');
  expect((await administrator.call('PUT', '/api/test-rules', { everywhere: true })).status).toBe(204);

  expect((await activate('Late', await make('Late', false))).body.code).toBe('process/tests-failed');

  await administrator.call('PUT', '/api/test-rules', { everywhere: false });
  expect((await designer.call('GET', '/api/test-rules')).body).toEqual({ everywhere: false });
});

test('a rule for a process that is not there is refused', async () => {
  expect((await designer.call('PUT', '/api/processes/Nobody/test-rule', { required: true })).status).toBe(404);
});

test('replay answers what would change, and refuses more than it takes', async () => {
  await make('Replayed', true);
  const answer = await designer.call('POST', '/api/processes/Replayed/replay', { strategy: 'Main' });

  expect(answer.body).toEqual({ replayed: 0, changed: [] });
  expect((await designer.call('POST', '/api/processes/Replayed/replay', { strategy: 'Main', count: 501 })).status).toBe(
    400,
  );
  expect((await designer.call('POST', '/api/processes/Replayed/replay', { strategy: 'Other' })).status).toBe(404);
});
