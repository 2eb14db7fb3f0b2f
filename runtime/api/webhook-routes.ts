import { z } from 'zod';
import {
  createdWebhookSchema,
  createWebhookSchema,
  saveWebhookSchema,
  webhookDeliverySchema,
  webhookSchema,
} from '#dsl/protocol/webhooks.ts';
import {
  askForTest,
  createWebhook,
  deleteWebhook,
  listDeliveries,
  listWebhooks,
  saveWebhook,
} from '#runtime/events/webhooks.ts';
import { type ApiParts, type App, whoAsks } from './app.ts';

const params = z.object({ name: z.string() });
const done = { 204: z.undefined() };

/** Addresses that the event log is posted to. */
export function webhookRoutes(app: App, { pool, box }: ApiParts): void {
  app.get('/api/webhooks', { schema: { response: { 200: z.array(webhookSchema) } } }, (request) =>
    listWebhooks(pool, whoAsks(request).tenantId),
  );
  app.post(
    '/api/webhooks',
    { schema: { body: createWebhookSchema, response: { 201: createdWebhookSchema } } },
    async (request, reply) => reply.code(201).send(await createWebhook(pool, box, whoAsks(request), request.body)),
  );
  app.put(
    '/api/webhooks/:name',
    { schema: { params, body: saveWebhookSchema, response: done } },
    async (request, reply) => {
      const { tenantId } = whoAsks(request);
      await saveWebhook(pool, { tenantId, name: request.params.name }, request.body);
      return reply.code(204).send();
    },
  );
  app.delete('/api/webhooks/:name', { schema: { params, response: done } }, async (request, reply) => {
    await deleteWebhook(pool, whoAsks(request).tenantId, request.params.name);
    return reply.code(204).send();
  });
  app.post('/api/webhooks/:name/test', { schema: { params, response: done } }, async (request, reply) => {
    await askForTest(pool, whoAsks(request).tenantId, request.params.name);
    return reply.code(204).send();
  });
  app.get(
    '/api/webhooks/:name/deliveries',
    { schema: { params, response: { 200: z.array(webhookDeliverySchema) } } },
    (request) => listDeliveries(pool, whoAsks(request).tenantId, request.params.name),
  );
}
