import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, startTestApi, type TestApi } from '#test/support/api.ts';

let source: TestApi;
let target: TestApi;
let designer: Caller;
let importer: Caller;
beforeAll(async () => {
  [source, target] = await Promise.all([startTestApi(), startTestApi()]);
  [designer, importer] = await Promise.all([source.as('designer'), target.as('designer')]);
  await fill();
});
afterAll(() => Promise.all([source.stop(), target.stop()]));

const process = {
  format: 1,
  name: 'Answer',
  endpoints: { default: { media: 'email', queue: 'In' } },
  queues: {
    In: { views: { All: { submitter: { strategy: 'Acknowledge' } } } },
    Out: { parking: true },
    ErrorHeld: { parking: true },
  },
  strategies: {
    Acknowledge: {
      blocks: {
        entry: { type: 'entry', ports: { next: 'ack' } },
        ack: {
          type: 'acknowledgement',
          config: { response: 'Received', queue: 'Out' },
          ports: { sent: 'route', error: 'stop', suppressed: 'stop' },
        },
        route: {
          type: 'route-interaction',
          config: { targets: [{ agentGroup: 'First line' }], timeoutSeconds: 60 },
          ports: { timeout: 'stop', error: 'stop' },
        },
        stop: { type: 'stop-interaction' },
      },
    },
  },
};
const layout = { process: { positions: { 'queue:In': { x: 10, y: 20 } }, notes: {} }, strategies: {} };

async function fill(): Promise<void> {
  const administrator = await source.as('administrator');
  const response = { name: 'Received', text: 'We got it.' };
  await designer.call('PUT', '/api/responses/Received', response);
  await designer.call('PUT', '/api/responses/Unused', { ...response, name: 'Unused' });
  const people = await administrator.call('GET', '/api/people');
  const members = people.body.map(({ id }: { id: string }) => id);
  await administrator.call('PUT', '/api/agent-groups/First%20line', { name: 'First line', members });
  await designer.call('POST', '/api/processes', { name: 'Answer' });
  await designer.call('PUT', '/api/processes/Answer/draft', { draft: process, layout, revision: 1 });
}

const importBundle = (body: Record<string, unknown>) => importer.call('POST', '/api/import', body);
const outcome = ({ items }: { items: { kind: string; name: string; status: string; action: string }[] }) =>
  items.map(({ kind, name, status, action }) => `${kind} ${name}: ${status}, ${action}`);

test('exports a process with what it refers to, and imports it into an empty tenant as it was', async () => {
  const exported = await designer.call('GET', '/api/processes/Answer/export');
  expect(exported.headers.get('content-disposition')).toContain('Answer.json');
  expect(exported.body.process).toMatchObject({ name: 'Answer', strategies: process.strategies });
  expect(exported.body.responses).toMatchObject([{ name: 'Received' }]);
  expect(exported.body.agentGroups[0]).toMatchObject({ name: 'First line', members: ['administrator', 'designer'] });

  const dry = await importBundle({ bundle: exported.body });
  expect(dry.body.applied).toBe(false);
  expect(outcome(dry.body)).toEqual([
    'process Answer: new, create',
    'response Received: new, create',
    'agent-group First line: new, create',
  ]);
  expect(dry.body.diagnostics).toContainEqual(expect.objectContaining({ code: 'import/unknown-member' }));
  expect((await importer.call('GET', '/api/processes')).body).toEqual([]);

  const applied = await importBundle({ bundle: exported.body, apply: true });
  expect(applied.body.applied).toBe(true);
  const again = await importer.call('GET', '/api/processes/Answer/export');
  expect({ ...again.body, agentGroups: [] }).toEqual({ ...exported.body, agentGroups: [] });
  const activated = await importer.call('POST', '/api/processes/Answer/activate', { revision: 1 });
  expect(activated.body).toEqual({ version: 1 });
});

test('keeps what is there unless it is told to overwrite it', async () => {
  const { body: bundle } = await importer.call('GET', '/api/processes/Answer/export');
  const changed = { ...bundle, responses: [{ ...bundle.responses[0], text: 'We got it, thank you.' }] };

  const kept = await importBundle({ bundle: changed, apply: true });
  expect(outcome(kept.body)).toContain('response Received: conflict, keep');
  expect(kept.body.items.find(({ kind }: { kind: string }) => kind === 'response').differences).toEqual([
    'text differs',
  ]);
  expect((await importer.call('GET', '/api/responses/Received')).body.text).toBe('We got it.');

  const overwritten = await importBundle({ bundle: changed, apply: true, overwrite: ['response:Received'] });
  expect(outcome(overwritten.body)).toContain('response Received: conflict, overwrite');
  expect((await importer.call('GET', '/api/responses/Received')).body.text).toBe('We got it, thank you.');
});

test('imports a process alone', async () => {
  const answer = await importBundle({ bundle: { ...process, name: 'Alone' }, apply: true });

  expect(outcome(answer.body)).toEqual(['process Alone: new, create']);
});

test('says what is wrong with a document it cannot read, and imports nothing of it', async () => {
  const answer = await importBundle({ bundle: { format: 1, kind: 'bundle', proces: {} }, apply: true });

  expect(answer.body.applied).toBe(false);
  expect(answer.body.diagnostics).toContainEqual(
    expect.objectContaining({ code: 'document/unknown-field', path: ['proces'] }),
  );
});

const drafted = async (name: string) => (await importer.call('GET', `/api/processes/${name}`)).body.draft;

test('imports under another name beside what is there, and what refers to it follows', async () => {
  const { body: bundle } = await importer.call('GET', '/api/processes/Answer/export');
  const changed = { ...bundle, responses: [{ ...bundle.responses[0], text: 'Another text.' }] };
  const rename = { 'process:Answer': 'Answer too', 'response:Received': 'Received too' };

  const answer = await importBundle({ bundle: changed, apply: true, rename });

  expect(outcome(answer.body)).toContain('response Received too: new, create');
  expect(answer.body.backup).toBeNull();
  expect((await importer.call('GET', '/api/responses/Received%20too')).body.text).toBe('Another text.');
  expect((await drafted('Answer%20too')).strategies.Acknowledge.blocks.ack.config.response).toBe('Received too');
  expect((await drafted('Answer')).strategies.Acknowledge.blocks.ack.config.response).toBe('Received');
});

test('merges block by block, asks where both say something else, and keeps what was there', async () => {
  const { body: bundle } = await importer.call('GET', '/api/processes/Answer/export');
  const before = await drafted('Answer');
  const imported = structuredClone(bundle);
  const { blocks } = imported.process.strategies.Acknowledge;
  blocks.route.config.timeoutSeconds = 90;
  blocks.stop.name = 'The end';
  blocks.extra = { type: 'stop-interaction', name: 'Extra' };
  delete imported.process.queues.Out;

  const dry = await importBundle({ bundle: imported });
  const item = dry.body.items[0];
  expect(item).toMatchObject({ status: 'conflict', action: 'keep' });
  expect(item.conflicts).toMatchObject([{ subject: 'Block "route" of "Acknowledge"', here: '60', imported: '90' }]);

  const merge = { 'process:Answer': [item.conflicts[0].key] };
  const done = await importBundle({ bundle: imported, apply: true, merge });
  expect(done.body.items[0].action).toBe('merge');
  const merged = await drafted('Answer');
  expect(merged.strategies.Acknowledge.blocks).toMatchObject({
    route: { config: { timeoutSeconds: 90 } },
    stop: { name: 'The end' },
    extra: { name: 'Extra' },
  });
  expect(merged.queues.Out).toBeDefined();

  const saves = (await importer.call('GET', '/api/processes/Answer/saves')).body;
  expect(saves.map(({ message }: { message: string }) => message).slice(0, 2)).toEqual(['', 'Before an import']);
  const was = await importer.call('GET', `/api/processes/Answer/saves/${saves[1].id}`);
  expect(was.body.document).toEqual(before);

  const [backup] = (await importer.call('GET', '/api/import/backups')).body;
  expect(backup).toMatchObject({ id: done.body.backup, process: 'Answer', items: ['process:Answer'] });
  const { body: kept } = await importer.call('GET', `/api/import/backups/${backup.id}`);
  await importBundle({ bundle: kept, apply: true, overwrite: ['process:Answer'] });
  expect(await drafted('Answer')).toEqual(before);
  expect((await source.as('agent').then((agent) => agent.call('GET', '/api/import/backups'))).status).toBe(403);
});

test('merges a response field by field, and what is here stands where nothing else is chosen', async () => {
  const { body: bundle } = await importer.call('GET', '/api/processes/Answer/export');
  const here = (await importer.call('GET', '/api/responses/Received')).body;
  const response = { ...bundle.responses[0], text: 'Something else.', subject: 'Your message' };

  const body = { bundle: { ...bundle, responses: [response] } };

  const dry = await importBundle(body);
  const { conflicts } = dry.body.items.find(({ kind }: { kind: string }) => kind === 'response');
  expect(conflicts.map(({ field }: { field: string }) => field)).toEqual(['subject', 'text']);
  await importBundle({ ...body, apply: true, merge: { 'response:Received': [conflicts[0].key] } });

  expect((await importer.call('GET', '/api/responses/Received')).body).toMatchObject({
    text: here.text,
    subject: 'Your message',
  });
});
