import { z } from 'zod';
import { screeningRuleDocumentSchema } from '#dsl/document/bundle.ts';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { standardResponseSchema } from '#dsl/model/standard-response.ts';
import {
  knowledgeNameSchema,
  previewResponseSchema,
  responsePreviewSchema,
  responseSummarySchema,
  screeningResultSchema,
  screeningRuleSummarySchema,
  testScreeningRuleSchema,
} from '#dsl/protocol/knowledge.ts';
import { screen } from '#dsl/screening-pattern/screening-rule.ts';
import { getInteraction } from '#runtime/interaction/get-interaction.ts';
import {
  deleteDocument,
  getDocument,
  listDocuments,
  responses,
  saveDocument,
  screeningRules,
} from '#runtime/knowledge/documents.ts';
import { previewResponse, readPreviewAgent, sampleSubject } from '#runtime/knowledge/preview-response.ts';
import { checkSight } from './agent-sight.ts';
import { type ApiParts, type App, whoAsks } from './app.ts';

/** Standard responses and screening rules. */
export function knowledgeRoutes(app: App, parts: ApiParts): void {
  responseRoutes(app, parts);
  previewRoute(app, parts);
  screeningRuleRoutes(app, parts);
  app.post(
    '/api/screening-rules/test',
    { schema: { body: testScreeningRuleSchema, response: { 200: screeningResultSchema } } },
    ({ body }) => screen(body.rule, { subject: body.subject, body: body.body, headers: body.headers }),
  );
}

function checkName(document: { readonly name: string }, name: string): void {
  if (document.name !== name)
    throw new CodedError('request/invalid', { field: 'name', expected: `"${name}", as in the address` });
}

function responseRoutes(app: App, { pool }: ApiParts): void {
  app.get('/api/responses', { schema: { response: { 200: z.array(responseSummarySchema) } } }, async (request) => {
    const kept = await listDocuments(pool, responses, whoAsks(request).tenantId);
    return kept.map(({ document, updatedAt }) => {
      const { name, description = '', language, status } = standardResponseSchema.parse(document);
      return { name, description, language, status, updatedAt: updatedAt.toISOString() };
    });
  });
  app.get(
    '/api/responses/:name',
    { schema: { params: knowledgeNameSchema, response: { 200: standardResponseSchema } } },
    async (request) => {
      const key = { tenantId: whoAsks(request).tenantId, name: request.params.name };
      return standardResponseSchema.parse((await getDocument(pool, responses, key)).document);
    },
  );
  app.put(
    '/api/responses/:name',
    { schema: { params: knowledgeNameSchema, body: standardResponseSchema, response: { 204: z.undefined() } } },
    async (request, reply) => {
      checkName(request.body, request.params.name);
      const { name } = request.params;
      await saveDocument(pool, responses, { tenantId: whoAsks(request).tenantId, name, document: request.body });
      return reply.code(204).send();
    },
  );
  app.delete(
    '/api/responses/:name',
    { schema: { params: knowledgeNameSchema, response: { 204: z.undefined() } } },
    async (request, reply) => {
      await deleteDocument(pool, responses, { tenantId: whoAsks(request).tenantId, name: request.params.name });
      return reply.code(204).send();
    },
  );
}

function previewRoute(app: App, { pool }: ApiParts): void {
  app.post(
    '/api/responses/preview',
    { schema: { body: previewResponseSchema, response: { 200: responsePreviewSchema } } },
    async (request) => {
      const { response, interactionId } = request.body;
      const who = whoAsks(request);
      const agent = who.kind === 'person' ? await readPreviewAgent(pool, who.id) : sampleSubject.agent;
      if (interactionId === undefined) return previewResponse(response, { ...sampleSubject, agent }, new Date());
      await checkSight(pool, who, { interactionId });
      const interaction = await getInteraction(pool, who.tenantId, interactionId, { showRemoteImages: false });
      return previewResponse(response, { interaction, contact: interaction.contact, agent }, new Date());
    },
  );
}

function screeningRuleRoutes(app: App, { pool }: ApiParts): void {
  app.get(
    '/api/screening-rules',
    { schema: { response: { 200: z.array(screeningRuleSummarySchema) } } },
    async (request) => {
      const kept = await listDocuments(pool, screeningRules, whoAsks(request).tenantId);
      return kept.map(({ document, updatedAt }) => {
        const { name, pattern, enabled, order = null } = screeningRuleDocumentSchema.parse(document);
        return { name, pattern, enabled, order, updatedAt: updatedAt.toISOString() };
      });
    },
  );
  app.get(
    '/api/screening-rules/:name',
    { schema: { params: knowledgeNameSchema, response: { 200: screeningRuleDocumentSchema } } },
    async (request) => {
      const key = { tenantId: whoAsks(request).tenantId, name: request.params.name };
      return screeningRuleDocumentSchema.parse((await getDocument(pool, screeningRules, key)).document);
    },
  );
  app.put(
    '/api/screening-rules/:name',
    { schema: { params: knowledgeNameSchema, body: screeningRuleDocumentSchema, response: { 204: z.undefined() } } },
    async (request, reply) => {
      checkName(request.body, request.params.name);
      const { name } = request.params;
      await saveDocument(pool, screeningRules, { tenantId: whoAsks(request).tenantId, name, document: request.body });
      return reply.code(204).send();
    },
  );
  app.delete(
    '/api/screening-rules/:name',
    { schema: { params: knowledgeNameSchema, response: { 204: z.undefined() } } },
    async (request, reply) => {
      await deleteDocument(pool, screeningRules, { tenantId: whoAsks(request).tenantId, name: request.params.name });
      return reply.code(204).send();
    },
  );
}
