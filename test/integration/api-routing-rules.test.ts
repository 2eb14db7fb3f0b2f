import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, startTestApi, type TestApi } from '#test/support/api.ts';

let api: TestApi;
let designer: Caller;
beforeAll(async () => {
  api = await startTestApi();
  designer = await api.as('designer');
});
afterAll(() => api.stop());

const rule = {
  name: 'Shares',
  kind: 'percentage',
  targets: [
    { agentGroup: 'Berlin', percent: 70 },
    { skill: 'English >= 1', percent: 30 },
  ],
};

/** A process whose only strategy follows the rule of this name. */
const following = (name: string) => ({
  format: 1,
  name: 'Rules',
  endpoints: { rules: { media: 'email', queue: 'In' } },
  queues: { In: { views: { All: { submitter: { strategy: 'Main' } } } }, ErrorHeld: { parking: true } },
  strategies: {
    Main: {
      blocks: {
        entry: { type: 'entry', ports: { next: 'rule' } },
        rule: { type: 'routing-rule', config: { rule: name }, ports: { timeout: 'last' } },
        last: { type: 'default-route' },
      },
    },
  },
});

test('keeps, lists, reads and removes routing rules, and tells strategies of them', async () => {
  expect((await designer.call('PUT', '/api/routing-rules/Shares', rule)).status).toBe(204);

  expect((await designer.call('GET', '/api/routing-rules/Shares')).body).toEqual(rule);
  expect((await designer.call('GET', '/api/routing-rules')).body).toMatchObject([
    { name: 'Shares', kind: 'percentage', description: '' },
  ]);
  expect((await designer.call('GET', '/api/surroundings')).body.routingRules).toEqual(['Shares']);
  expect((await designer.call('DELETE', '/api/routing-rules/Shares')).status).toBe(204);
  expect((await designer.call('GET', '/api/routing-rules/Shares')).status).toBe(404);
});

test('refuses a rule that could route to nobody, and whoever may not change rules', async () => {
  const agent = await api.as('agent');
  const nobody = { ...rule, targets: [{ agentGroup: 'Berlin', percent: 0 }] };

  expect((await designer.call('PUT', '/api/routing-rules/Shares', nobody)).status).toBe(400);
  expect((await designer.call('PUT', '/api/routing-rules/Other', rule)).status).toBe(400);
  expect((await agent.call('PUT', '/api/routing-rules/Shares', rule)).status).toBe(403);
  expect((await agent.call('GET', '/api/routing-rules')).status).toBe(403);
});

test('carries the rules of a process in its export, and brings them with an import', async () => {
  const bundle = { format: 1, kind: 'bundle', process: following('Shares'), routingRules: [rule] };

  const imported = await designer.call('POST', '/api/import', { bundle, apply: true });
  const exported = await designer.call('GET', '/api/processes/Rules/export');

  expect(imported.body).toMatchObject({ applied: true, diagnostics: [] });
  expect(imported.body.items).toContainEqual(
    expect.objectContaining({ kind: 'routing-rule', name: 'Shares', status: 'new', action: 'create' }),
  );
  expect(exported.body).toMatchObject({ routingRules: [rule] });
});

test('finds the name of a rule that does not exist before it is activated', async () => {
  const bundle = { format: 1, kind: 'bundle', process: following('Sharse') };

  const { body } = await designer.call('POST', '/api/import', { bundle });

  expect(body.diagnostics).toEqual([
    expect.objectContaining({ code: 'check/unknown-routing-rule', message: expect.stringContaining('Shares') }),
  ]);
});
