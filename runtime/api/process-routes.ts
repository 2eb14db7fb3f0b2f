import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  activatedSchema,
  activateSchema,
  createProcessSchema,
  processDraftSchema,
  processSummarySchema,
  savedDraftSchema,
  saveDraftSchema,
  surroundingsSchema,
  versionDocumentSchema,
  versionSchema,
} from '#dsl/protocol/processes.ts';
import { activateProcess, deactivateProcess } from '#runtime/process/activate.ts';
import { exportBundle } from '#runtime/process/export-bundle.ts';
import { getProcess, listProcesses } from '#runtime/process/process-summary.ts';
import type { Editing } from '#runtime/process/editing.ts';
import { createProcess, deleteProcess, saveDraft } from '#runtime/process/save-draft.ts';
import { readScreeningKeys, readSurroundings } from '#runtime/process/surroundings.ts';
import { getVersion, listVersions } from '#runtime/process/versions.ts';
import { type ApiParts, type App, whoAsks } from './app.ts';
import { importRoutes } from './import-routes.ts';

const byName = z.object({ name: z.string() });

/** Business processes: drafts, versions, activation. */
export function processRoutes(app: App, parts: ApiParts): void {
  draftRoutes(app, parts);
  versionRoutes(app, parts);
  bundleRoutes(app, parts);
  importRoutes(app, parts);
}

function draftRoutes(app: App, { pool }: ApiParts): void {
  app.get('/api/processes', { schema: { response: { 200: z.array(processSummarySchema) } } }, (request) =>
    listProcesses(pool, whoAsks(request).tenantId),
  );
  app.post(
    '/api/processes',
    { schema: { body: createProcessSchema, response: { 201: processDraftSchema } } },
    async (request, reply) => {
      const editing = editingOf(request, request.body.name);
      await createProcess(pool, editing, request.body);
      return reply.code(201).send(await getProcess(pool, editing.tenantId, editing.name));
    },
  );
  app.get('/api/processes/:name', { schema: { params: byName, response: { 200: processDraftSchema } } }, (request) =>
    getProcess(pool, whoAsks(request).tenantId, request.params.name),
  );
  app.delete(
    '/api/processes/:name',
    { schema: { params: byName, response: { 204: z.undefined() } } },
    async (request, reply) => {
      await deleteProcess(pool, whoAsks(request).tenantId, request.params.name);
      return reply.code(204).send();
    },
  );
  app.put(
    '/api/processes/:name/draft',
    { schema: { params: byName, body: saveDraftSchema, response: { 200: savedDraftSchema } } },
    (request) => saveDraft(pool, editingOf(request, request.params.name), request.body),
  );
  app.get(
    '/api/surroundings',
    {
      schema: { querystring: z.object({ process: z.string().default('') }), response: { 200: surroundingsSchema } },
    },
    async (request) => {
      const { tenantId } = whoAsks(request);
      const [names, screeningKeys] = await Promise.all([
        readSurroundings(pool, tenantId, request.query.process),
        readScreeningKeys(pool, tenantId),
      ]);
      return { ...names, screeningKeys };
    },
  );
}

function versionRoutes(app: App, { pool, active }: ApiParts): void {
  app.post(
    '/api/processes/:name/activate',
    { schema: { params: byName, body: activateSchema, response: { 200: activatedSchema } } },
    async (request) => {
      const version = await activateProcess(pool, editingOf(request, request.params.name), request.body);
      // Others hear of it by signal; whoever activated may use the new endpoints here at once.
      await active.refresh();
      return { version };
    },
  );
  app.post(
    '/api/processes/:name/deactivate',
    { schema: { params: byName, response: { 204: z.undefined() } } },
    async (request, reply) => {
      await deactivateProcess(pool, editingOf(request, request.params.name));
      await active.refresh();
      return reply.code(204).send();
    },
  );
  app.get(
    '/api/processes/:name/versions',
    { schema: { params: byName, response: { 200: z.array(versionSchema) } } },
    (request) => listVersions(pool, whoAsks(request).tenantId, request.params.name),
  );
  app.get(
    '/api/processes/:name/versions/:version',
    {
      schema: {
        params: byName.extend({ version: z.coerce.number().int() }),
        response: { 200: versionDocumentSchema },
      },
    },
    (request) => {
      const { name, version } = request.params;
      return getVersion(pool, whoAsks(request).tenantId, { process: name, version });
    },
  );
}

function bundleRoutes(app: App, { pool }: ApiParts): void {
  app.get(
    '/api/processes/:name/export',
    { schema: { params: byName, querystring: z.object({ version: z.coerce.number().int().optional() }) } },
    async (request, reply) => {
      const { name } = request.params;
      const text = await exportBundle(pool, whoAsks(request).tenantId, { process: name, ...request.query });
      const fileName = encodeURIComponent(`${name}.json`);
      return reply
        .header('content-disposition', `attachment; filename*=UTF-8''${fileName}`)
        .type('application/json; charset=utf-8')
        .send(text);
    },
  );
}

/** Who works on the process of a request. */
export function editingOf(request: FastifyRequest, name: string): Editing {
  const { tenantId, userName } = whoAsks(request);
  return { tenantId, name, by: userName };
}
