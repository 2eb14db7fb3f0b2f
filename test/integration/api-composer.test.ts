import { afterAll, beforeAll, expect, test } from 'vitest';
import { composerImportSchema } from '#dsl/protocol/composer.ts';
import { aZip } from '#test/support/a-zip.ts';
import { type Caller, startTestApi, type TestApi } from '#test/support/api.ts';
import { aDiagram, aWorkflow } from '#test/support/composer-project.ts';

let api: TestApi;
let designer: Caller;
beforeAll(async () => {
  api = await startTestApi();
  designer = await api.as('designer');
});
afterAll(() => api.stop());

const workflow = aWorkflow(
  [
    { id: 'play', type: 'ird:PlayMessageBlock', name: 'Hello' },
    { id: 'target', type: 'ird:TargetBlock', name: 'Target', inner: '<targets name="Support"/>' },
    { id: 'exit', type: 'ird:ExitBlock', name: 'Exit1' },
  ],
  [
    ['play', 'target'],
    ['target', 'exit', 'error.queue.submit'],
  ],
);
const diagram = aDiagram('ipd:IpdDiagram', [
  { id: 'w', type: 'ipd:WorkflowBlock', name: 'Main', settings: { resource: '/Workflows/Main.workflow' } },
]);

async function upload(
  files: readonly (readonly [name: string, content: string | Uint8Array<ArrayBuffer>])[],
  cookie = designer.cookie,
) {
  const form = new FormData();
  for (const [name, content] of files) form.append('files', new Blob([content]), name);
  const response = await fetch(`${api.url}/api/import/composer`, { method: 'POST', body: form, headers: { cookie } });
  return { status: response.status, body: (await response.json()) as unknown };
}

test('a zip is read, told of block by block, and saved as a draft by the import of bundles', async () => {
  const zip = aZip([
    ['Care/Workflows/Main.workflow', workflow],
    ['Care/default.ixnprocess', diagram],
    ['Care/hello.vox', 'noise'],
  ]);

  const { status, body } = await upload([['Care.zip', new Uint8Array(zip)]]);

  expect(status).toBe(200);
  const { bundle, report, diagnostics } = composerImportSchema.parse(body);
  expect(report).toMatchObject({ project: 'Care', count: { files: 2, blocks: 5, lost: 0 } });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect((await designer.call('GET', '/api/processes')).body).toEqual([]);

  const applied = await designer.call('POST', '/api/import', { bundle, apply: true });

  expect(applied.body.applied).toBe(true);
  const saved = await designer.call('GET', '/api/processes/Care');
  expect(saved.body.draft.strategies.Main.blocks.target).toMatchObject({ type: 'route-interaction' });
  const activated = await designer.call('POST', '/api/processes/Care/activate', { revision: saved.body.revision });
  expect(activated.status).toBe(200);
});

test('the files of a folder are read with their paths, so that one refers to the other', async () => {
  const { body } = await upload([
    ['Shop/Workflows/Main.workflow', workflow],
    ['Shop/Interaction Processes/default.ixnprocess', diagram],
  ]);

  const { report } = composerImportSchema.parse(body);
  expect(report.project).toBe('Shop');
  expect(report.files.map(({ path }) => path)).toEqual([
    'Shop/Interaction Processes/default.ixnprocess',
    'Shop/Workflows/Main.workflow',
  ]);
  expect(report.items.find(({ type }) => type === 'ipd:WorkflowBlock')?.level).toBe('exact');
});

test('what holds no diagram, and no zip at all, is refused with what would be right', async () => {
  expect(await upload([['notes.txt', 'Hello']])).toMatchObject({
    status: 400,
    body: { code: 'request/invalid', field: 'files' },
  });
  expect(await upload([['broken.zip', 'PK\u0003\u0004broken']])).toMatchObject({
    status: 422,
    body: { code: 'document/unreadable' },
  });
});

test('only designers may read a project in', async () => {
  const agent = await api.as('agent');

  expect((await upload([['Main.workflow', workflow]], agent.cookie)).status).toBe(403);
});
