import { z } from 'zod';
import {
  processTestRuleSchema,
  replayResultSchema,
  replaySchema,
  testRuleSchema,
  testRulesSchema,
} from '#dsl/protocol/replay.ts';
import { getProcess } from '#runtime/process/process-summary.ts';
import { replayDraft } from '#runtime/replay/replay-draft.ts';
import { readTestRules, saveTestRule, saveTestRules } from '#runtime/replay/test-rules.ts';
import { type ApiParts, type App, whoAsks } from './app.ts';

const byName = z.object({ name: z.string() });

/** Drafts tried over what was really there, and whether activation demands that strategy tests pass. */
export function replayRoutes(app: App, parts: ApiParts): void {
  const { pool } = parts;
  app.post(
    '/api/processes/:name/replay',
    { schema: { params: byName, body: replaySchema, response: { 200: replayResultSchema } } },
    (request) => {
      const { tenantId } = whoAsks(request);
      return replayDraft(pool, { tenantId, process: request.params.name, ...request.body });
    },
  );
  testRuleRoutes(app, parts);
}

function testRuleRoutes(app: App, { pool }: ApiParts): void {
  app.get('/api/test-rules', { schema: { response: { 200: testRulesSchema } } }, async (request) => {
    const { everywhere } = await readTestRules(pool, whoAsks(request).tenantId);
    return { everywhere };
  });
  app.put(
    '/api/test-rules',
    { schema: { body: testRulesSchema, response: { 204: z.undefined() } } },
    async (request, reply) => {
      await saveTestRules(pool, whoAsks(request).tenantId, request.body);
      return reply.code(204).send();
    },
  );
  app.get(
    '/api/processes/:name/test-rule',
    { schema: { params: byName, response: { 200: processTestRuleSchema } } },
    async (request) => {
      const { everywhere, processes } = await readTestRules(pool, whoAsks(request).tenantId);
      return { everywhere, required: processes.includes(request.params.name) };
    },
  );
  app.put(
    '/api/processes/:name/test-rule',
    { schema: { params: byName, body: testRuleSchema, response: { 204: z.undefined() } } },
    async (request, reply) => {
      const { tenantId } = whoAsks(request);
      const { name } = request.params;
      // says that there is no such process
      await getProcess(pool, tenantId, name);
      await saveTestRule(pool, { tenantId, name }, request.body);
      return reply.code(204).send();
    },
  );
}
