import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { openMediumSchema } from '#dsl/model/open-medium.ts';
import {
  acknowledgeSchema,
  appendedSchema,
  appendOpenSchema,
  changeOpenSchema,
  externalIdSchema,
  openEventsSchema,
  openInteractionSchema,
  shownMediumSchema,
  stopOpenSchema,
  submitOpenSchema,
} from '#dsl/protocol/open-media.ts';
import { submittedSchema } from '#dsl/protocol/interactions.ts';
import { appendOpen, mustBeDeclared, submitOpen } from '#runtime/interaction/accept-open-media.ts';
import { changeOutside, readOutside, stopOutside } from '#runtime/interaction/outside-interactions.ts';
import { listDocuments, openMedia } from '#runtime/knowledge/documents.ts';
import { listOpenEvents, settleOpenEvents } from '#runtime/media/open/open-events.ts';
import { type ApiParts, type App, whoAsks } from './app.ts';
import { documentRoutes } from './service-routes.ts';

const ofMedium = z.object({ media: z.string() });
const ofOne = ofMedium.extend({ externalId: externalIdSchema });

/** Media that outside programs add: their settings, and what the programs do. */
export function openMediaRoutes(app: App, parts: ApiParts): void {
  const { pool } = parts;
  documentRoutes(app, parts, {
    kind: openMedia,
    path: 'open-media',
    schema: openMediumSchema,
    line: openMediumSchema,
    lineOf: (medium) => medium,
  });
  app.get('/api/media', { schema: { response: { 200: z.array(shownMediumSchema) } } }, async (request) => {
    const kept = await listDocuments(pool, openMedia, whoAsks(request).tenantId);
    return kept.map(({ document }) => {
      const { name, label, icon, capacity, canReply } = openMediumSchema.parse(document);
      return { name, label, icon, capacity, canReply };
    });
  });
  interactionRoutes(app, parts);
  eventRoutes(app, parts);
}

function interactionRoutes(app: App, { pool, submissions }: ApiParts): void {
  const base = '/api/open-media/:media/interactions';
  app.post(
    base,
    { schema: { params: ofMedium, body: submitOpenSchema, response: { 201: submittedSchema } } },
    async (request, reply) =>
      reply.code(201).send(await submitOpen({ pool, submissions }, of(request, request.params), request.body)),
  );
  app.get(
    `${base}/:externalId`,
    { schema: { params: ofOne, response: { 200: openInteractionSchema } } },
    async (request) => readOutside(pool, await known(pool, request, request.params), request.params.externalId),
  );
  app.patch(
    `${base}/:externalId`,
    { schema: { params: ofOne, body: changeOpenSchema, response: { 204: z.undefined() } } },
    async (request, reply) => {
      const { externalId } = request.params;
      await changeOutside(pool, await known(pool, request, request.params), { externalId, change: request.body });
      return reply.code(204).send();
    },
  );
  app.post(
    `${base}/:externalId/messages`,
    { schema: { params: ofOne, body: appendOpenSchema, response: { 201: appendedSchema } } },
    async (request, reply) => {
      const { externalId } = request.params;
      const medium = await known(pool, request, request.params);
      return reply.code(201).send(await appendOpen(pool, medium, { externalId, message: request.body }));
    },
  );
  app.post(
    `${base}/:externalId/stop`,
    { schema: { params: ofOne, body: stopOpenSchema, response: { 204: z.undefined() } } },
    async (request, reply) => {
      const { externalId } = request.params;
      const { reason } = request.body;
      await stopOutside(pool, await known(pool, request, request.params), { externalId, reason });
      return reply.code(204).send();
    },
  );
}

function eventRoutes(app: App, { pool, wakeUps }: ApiParts): void {
  app.get(
    '/api/open-media/:media/events',
    {
      schema: {
        params: ofMedium,
        querystring: z.object({ limit: z.coerce.number().int().min(1).max(500).default(100) }),
        response: { 200: openEventsSchema },
      },
    },
    async (request) => {
      const medium = await known(pool, request, request.params);
      return { events: await listOpenEvents(pool, { ...medium, limit: request.query.limit }) };
    },
  );
  app.post(
    '/api/open-media/:media/events/acknowledge',
    { schema: { params: ofMedium, body: acknowledgeSchema, response: { 204: z.undefined() } } },
    async (request, reply) => {
      const medium = await known(pool, request, request.params);
      for (const runId of await settleOpenEvents(pool, medium, request.body.events)) await wakeUps.run(runId);
      return reply.code(204).send();
    },
  );
}

function of(request: FastifyRequest, { media }: { media: string }): { tenantId: string; media: string } {
  return { tenantId: whoAsks(request).tenantId, media };
}

/** The medium, once the settings have been asked for it: a program must not reach interactions of mail or chat by this way. */
async function known(
  pool: ApiParts['pool'],
  request: FastifyRequest,
  params: { media: string },
): Promise<{ tenantId: string; media: string }> {
  const medium = of(request, params);
  await mustBeDeclared(pool, medium);
  return medium;
}
