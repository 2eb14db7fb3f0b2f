import { z } from 'zod';
import {
  activationRulesSchema,
  activationSchema,
  loggedActivationSchema,
  nameSaveSchema,
  planActivationSchema,
  plannedActivationSchema,
  rollBackSchema,
  savedDocumentSchema,
  savedStateSchema,
} from '#dsl/protocol/versions.ts';
import { rollBack } from '#runtime/process/activate-version.ts';
import { listActivations, listAllActivations } from '#runtime/process/activation-log.ts';
import { readActivationRules, saveActivationRules } from '#runtime/process/activation-rules.ts';
import { approvePlan, endPlan, listPlanned, planActivation } from '#runtime/process/planned-activations.ts';
import { getSave, listSaves, nameSave } from '#runtime/process/saves.ts';
import { type ApiParts, type App, whoAsks } from './app.ts';
import { editingOf } from './process-routes.ts';

const byName = z.object({ name: z.string() });
const byPlan = byName.extend({ id: z.uuid() });
const nothing = { 204: z.undefined() };

/** States of drafts, and activations: what was, what is planned, and going back. */
export function versionRoutes(app: App, parts: ApiParts): void {
  saveRoutes(app, parts);
  activationRoutes(app, parts);
  planRoutes(app, parts);
}

function saveRoutes(app: App, { pool }: ApiParts): void {
  app.get(
    '/api/processes/:name/saves',
    { schema: { params: byName, response: { 200: z.array(savedStateSchema) } } },
    (request) => listSaves(pool, whoAsks(request).tenantId, request.params.name),
  );
  app.post(
    '/api/processes/:name/saves',
    { schema: { params: byName, body: nameSaveSchema, response: { 200: savedStateSchema } } },
    (request) => nameSave(pool, editingOf(request, request.params.name), request.body),
  );
  app.get(
    '/api/processes/:name/saves/:id',
    { schema: { params: byName.extend({ id: z.coerce.number().int() }), response: { 200: savedDocumentSchema } } },
    (request) => {
      const { name, id } = request.params;
      return getSave(pool, whoAsks(request).tenantId, { process: name, id });
    },
  );
}

function activationRoutes(app: App, { pool, active }: ApiParts): void {
  app.get(
    '/api/processes/:name/activations',
    { schema: { params: byName, response: { 200: z.array(activationSchema) } } },
    (request) => listActivations(pool, whoAsks(request).tenantId, request.params.name),
  );
  app.get('/api/activations', { schema: { response: { 200: z.array(loggedActivationSchema) } } }, (request) =>
    listAllActivations(pool, whoAsks(request).tenantId),
  );
  app.post(
    '/api/processes/:name/rollback',
    { schema: { params: byName, body: rollBackSchema, response: nothing } },
    async (request, reply) => {
      await rollBack(pool, editingOf(request, request.params.name), request.body);
      await active.refresh();
      return reply.code(204).send();
    },
  );
  app.get('/api/activation-rules', { schema: { response: { 200: activationRulesSchema } } }, (request) =>
    readActivationRules(pool, whoAsks(request).tenantId),
  );
  app.put(
    '/api/activation-rules',
    { schema: { body: activationRulesSchema, response: { 200: activationRulesSchema } } },
    async (request) => {
      await saveActivationRules(pool, whoAsks(request).tenantId, request.body);
      return request.body;
    },
  );
}

function planRoutes(app: App, { pool, active }: ApiParts): void {
  app.get(
    '/api/processes/:name/planned',
    { schema: { params: byName, response: { 200: z.array(plannedActivationSchema) } } },
    (request) => listPlanned(pool, whoAsks(request).tenantId, request.params.name),
  );
  app.post(
    '/api/processes/:name/planned',
    { schema: { params: byName, body: planActivationSchema, response: { 201: plannedActivationSchema } } },
    async (request, reply) =>
      reply.code(201).send(await planActivation(pool, editingOf(request, request.params.name), request.body)),
  );
  app.post(
    '/api/processes/:name/planned/:id/approve',
    { schema: { params: byPlan, response: nothing } },
    async (request, reply) => {
      await approvePlan(pool, editingOf(request, request.params.name), request.params.id);
      await active.refresh();
      return reply.code(204).send();
    },
  );
  for (const [way, state] of [
    ['cancel', 'cancelled'],
    ['reject', 'rejected'],
  ] as const)
    app.post(
      `/api/processes/:name/planned/:id/${way}`,
      { schema: { params: byPlan, response: nothing } },
      async (request, reply) => {
        await endPlan(pool, editingOf(request, request.params.name), { id: request.params.id, state });
        return reply.code(204).send();
      },
    );
}
