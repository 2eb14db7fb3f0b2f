import { z } from 'zod';
import { openingAt } from '#dsl/business-hours/opening.ts';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { businessHoursSchema } from '#dsl/model/business-hours.ts';
import { dataSourceSchema } from '#dsl/model/data-source.ts';
import { externalServiceSchema } from '#dsl/model/external-service.ts';
import { webFormSchema } from '#dsl/model/web-form.ts';
import { listSchema } from '#dsl/model/list.ts';
import { knowledgeNameSchema } from '#dsl/protocol/knowledge.ts';
import {
  businessHoursSummarySchema,
  listSummarySchema,
  saveSecretSchema,
  shownSecretSchema,
} from '#dsl/protocol/services.ts';
import { connectionTestSchema } from '#dsl/protocol/settings.ts';
import {
  businessHours,
  dataSources,
  deleteDocument,
  type DocumentKind,
  externalServices,
  getDocument,
  listDocuments,
  lists,
  saveDocument,
  webForms,
} from '#runtime/knowledge/documents.ts';
import { testDataSource } from '#runtime/service/sql/test-data-source.ts';
import { deleteSecret, listSecrets, readSecret, saveSecret } from '#runtime/tenant/secrets.ts';
import { type ApiParts, type App, whoAsks } from './app.ts';

/** A kind of document whose routes differ by nothing but its schema and its line in the list. */
interface DocumentRoutes<Document extends z.ZodType<{ readonly name: string }>, Line extends z.ZodType> {
  readonly kind: DocumentKind;
  /** Where it lives below `/api`. */
  readonly path: string;
  readonly schema: Document;
  readonly line: Line;
  lineOf(document: z.output<Document>, updatedAt: string): z.output<Line>;
}

/** Lists, business hours, data sources, external services and secrets: what strategies use by name. */
export function serviceRoutes(app: App, parts: ApiParts): void {
  documentRoutes(app, parts, {
    kind: lists,
    path: 'lists',
    schema: listSchema,
    line: listSummarySchema,
    lineOf: ({ name, description = '', columns, items }, updatedAt) => ({
      name,
      description,
      columns,
      items: items.length,
      updatedAt,
    }),
  });
  documentRoutes(app, parts, {
    kind: businessHours,
    path: 'business-hours',
    schema: businessHoursSchema,
    line: businessHoursSummarySchema,
    lineOf: (calendar, updatedAt) => {
      const { name, description = '', timeZone } = calendar;
      const { state, opensAt, closesAt } = openingAt(calendar, Date.now());
      return { name, description, timeZone, state, opensAt, closesAt, updatedAt };
    },
  });
  documentRoutes(app, parts, {
    kind: dataSources,
    path: 'data-sources',
    schema: dataSourceSchema,
    line: dataSourceSchema,
    lineOf: (source) => source,
  });
  documentRoutes(app, parts, {
    kind: externalServices,
    path: 'external-services',
    schema: externalServiceSchema,
    line: externalServiceSchema,
    lineOf: (service) => service,
  });
  documentRoutes(app, parts, {
    kind: webForms,
    path: 'web-forms',
    schema: webFormSchema,
    line: webFormSchema,
    lineOf: (form) => form,
  });
  dataSourceTest(app, parts);
  secretRoutes(app, parts);
}

/** Reading, keeping and removing the documents of a kind. */
export function documentRoutes<Document extends z.ZodType<{ readonly name: string }>, Line extends z.ZodType>(
  app: App,
  { pool }: ApiParts,
  { kind, path, schema, line, lineOf }: DocumentRoutes<Document, Line>,
): void {
  // one schema for every kind: the framework need not know which
  const answer: z.ZodType = schema;
  app.get(`/api/${path}`, { schema: { response: { 200: z.array(line) } } }, async (request) => {
    const kept = await listDocuments(pool, kind, whoAsks(request).tenantId);
    return kept.map(({ document, updatedAt }) => lineOf(schema.parse(document), updatedAt.toISOString()));
  });
  app.get(
    `/api/${path}/:name`,
    { schema: { params: knowledgeNameSchema, response: { 200: answer } } },
    async (request, reply) => {
      const { name } = knowledgeNameSchema.parse(request.params);
      const { document } = await getDocument(pool, kind, { tenantId: whoAsks(request).tenantId, name });
      return reply.send(document);
    },
  );
  app.put(
    `/api/${path}/:name`,
    { schema: { params: knowledgeNameSchema, body: schema, response: { 204: z.undefined() } } },
    async (request, reply) => {
      const { name } = knowledgeNameSchema.parse(request.params);
      const document = schema.parse(request.body);
      checkName(document, name);
      await saveDocument(pool, kind, { tenantId: whoAsks(request).tenantId, name, document });
      return reply.code(204).send();
    },
  );
  app.delete(
    `/api/${path}/:name`,
    { schema: { params: knowledgeNameSchema, response: { 204: z.undefined() } } },
    async (request, reply) => {
      const { name } = knowledgeNameSchema.parse(request.params);
      await deleteDocument(pool, kind, { tenantId: whoAsks(request).tenantId, name });
      return reply.code(204).send();
    },
  );
}

function dataSourceTest(app: App, { pool, box }: ApiParts): void {
  app.post(
    '/api/data-sources/test',
    { schema: { body: dataSourceSchema, response: { 200: connectionTestSchema } } },
    async (request) => {
      const { tenantId } = whoAsks(request);
      const { secret: name } = request.body;
      const secret = name === undefined ? undefined : await readSecret(pool, box, tenantId, name);
      if (name !== undefined && secret === undefined)
        throw new CodedError('request/not-found', { kind: 'secret', name });
      return testDataSource(request.body, secret?.value);
    },
  );
}

function secretRoutes(app: App, { pool, box }: ApiParts): void {
  app.get('/api/secrets', { schema: { response: { 200: z.array(shownSecretSchema) } } }, async (request) => {
    const secrets = await listSecrets(pool, whoAsks(request).tenantId);
    return secrets.map(({ updatedAt, ...secret }) => ({ ...secret, updatedAt: updatedAt.toISOString() }));
  });
  app.put(
    '/api/secrets/:name',
    { schema: { params: knowledgeNameSchema, body: saveSecretSchema, response: { 204: z.undefined() } } },
    async (request, reply) => {
      checkName(request.body, request.params.name);
      await saveSecret(pool, box, whoAsks(request).tenantId, request.body);
      return reply.code(204).send();
    },
  );
  app.delete(
    '/api/secrets/:name',
    { schema: { params: knowledgeNameSchema, response: { 204: z.undefined() } } },
    async (request, reply) => {
      await deleteSecret(pool, whoAsks(request).tenantId, request.params.name);
      return reply.code(204).send();
    },
  );
}

function checkName(document: { readonly name: string }, name: string): void {
  if (document.name !== name)
    throw new CodedError('request/invalid', { field: 'name', expected: `"${name}", as in the address` });
}
