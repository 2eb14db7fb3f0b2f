import { z } from 'zod';
import {
  classificationSchema,
  knowledgeNameSchema,
  modelDetailSchema,
  modelSummarySchema,
  saveModelSchema,
  testModelSchema,
} from '#dsl/protocol/knowledge.ts';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { Knowledge } from '#runtime/knowledge/knowledge.ts';
import {
  cancelTraining,
  deleteModel,
  getModel,
  keepModelDocument,
  listModels,
  startTraining,
} from '#runtime/knowledge/models.ts';
import { readExamples } from '#runtime/knowledge/read-examples.ts';
import { type ApiParts, type App, whoAsks } from './app.ts';

/** Classification models: kept, trained in the background, tried out. */
export function modelRoutes(app: App, parts: ApiParts): void {
  keepingRoutes(app, parts);
  trainingRoutes(app, parts);
  const { pool } = parts;
  app.get('/api/models', { schema: { response: { 200: z.array(modelSummarySchema) } } }, (request) =>
    listModels(pool, whoAsks(request).tenantId),
  );
  app.get(
    '/api/models/:name',
    { schema: { params: knowledgeNameSchema, response: { 200: modelDetailSchema } } },
    (request) => getModel(pool, { tenantId: whoAsks(request).tenantId, name: request.params.name }),
  );
  app.post(
    '/api/models/:name/test',
    { schema: { params: knowledgeNameSchema, body: testModelSchema, response: { 200: classificationSchema } } },
    async (request) => {
      const { tenantId } = whoAsks(request);
      const { name } = request.params;
      await getModel(pool, { tenantId, name });
      // Read anew each time: who tries a model has just trained it.
      const model = await new Knowledge(pool).model(tenantId, name);
      if (model === undefined)
        throw new CodedError('request/conflict', {
          kind: 'classification model',
          name,
          reason: 'has not been trained',
        });
      const { text, top } = request.body;
      return { categories: model(text, top).map(({ category, confidence }) => ({ name: category, confidence })) };
    },
  );
}

function keepingRoutes(app: App, { pool, trainer }: ApiParts): void {
  app.put(
    '/api/models/:name',
    { schema: { params: knowledgeNameSchema, body: saveModelSchema, response: { 202: modelDetailSchema } } },
    async (request, reply) => {
      const { tenantId } = whoAsks(request);
      const { name } = request.params;
      const { csv, examples = [], ...rest } = request.body;
      await keepModelDocument(pool, tenantId, {
        name,
        ...rest,
        examples: csv === undefined ? examples : readExamples(csv),
      });
      const kept = await getModel(pool, { tenantId, name });
      trainer.look();
      return reply.code(202).send(kept);
    },
  );
  app.delete(
    '/api/models/:name',
    { schema: { params: knowledgeNameSchema, response: { 204: z.undefined() } } },
    async (request, reply) => {
      await deleteModel(pool, { tenantId: whoAsks(request).tenantId, name: request.params.name });
      return reply.code(204).send();
    },
  );
}

function trainingRoutes(app: App, { pool, trainer }: ApiParts): void {
  const schema = { params: knowledgeNameSchema, response: { 202: modelDetailSchema } };
  app.post('/api/models/:name/training', { schema }, async (request, reply) => {
    const key = { tenantId: whoAsks(request).tenantId, name: request.params.name };
    await startTraining(pool, key);
    trainer.look();
    return reply.code(202).send(await getModel(pool, key));
  });
  app.delete(
    '/api/models/:name/training',
    { schema: { params: knowledgeNameSchema, response: { 204: z.undefined() } } },
    async (request, reply) => {
      await cancelTraining(pool, { tenantId: whoAsks(request).tenantId, name: request.params.name });
      return reply.code(204).send();
    },
  );
}
