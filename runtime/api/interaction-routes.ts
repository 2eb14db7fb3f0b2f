import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { destinationsSchema } from '#dsl/protocol/desktop.ts';
import {
  candidatesSchema,
  interactionDetailSchema,
  interactionPageSchema,
  interactionQuerySchema,
  moveSchema,
  prioritySchema,
  stopSchema,
  submitInteractionSchema,
  submittedSchema,
  traceSchema,
} from '#dsl/protocol/interactions.ts';
import { postSchema } from '#dsl/protocol/posts.ts';
import { countsSchema } from '#dsl/protocol/processes.ts';
import { intervenedSchema, interveneSchema } from '#dsl/protocol/supervise.ts';
import { listDestinations } from '#runtime/agent/list-destinations.ts';
import { countInteractions } from '#runtime/interaction/counts.ts';
import { getInteraction } from '#runtime/interaction/get-interaction.ts';
import { getTrace } from '#runtime/interaction/get-trace.ts';
import { listInteractions } from '#runtime/interaction/list-interactions.ts';
import { listPosts } from '#runtime/interaction/list-posts.ts';
import { readAttachment, readRawMessage } from '#runtime/interaction/read-attachment.ts';
import { fromRequest } from '#runtime/interaction/submit-request.ts';
import {
  holdInteraction,
  moveInteraction,
  prioritizeInteraction,
  resumeInteraction,
  retryInteraction,
  stopInteraction,
  type SuperviseDeps,
} from '#runtime/interaction/supervise.ts';
import { superviseMany } from '#runtime/interaction/supervise-many.ts';
import { considerNow } from '#runtime/routing/consider-now.ts';
import { checkSight, type Sight } from './agent-sight.ts';
import { type ApiParts, type App, whoAsks } from './app.ts';
import { sendFile } from './send-file.ts';

const byId = z.object({ id: z.uuid() });

/** Interactions: handed in, listed, read, traced and supervised. */
export function interactionRoutes(app: App, parts: ApiParts): void {
  readingRoutes(app, parts);
  fileRoutes(app, parts);
  supervisionRoutes(app, parts);
  const { submissions } = parts;
  app.post(
    '/api/interactions',
    { schema: { body: submitInteractionSchema, response: { 201: submittedSchema } } },
    async (request, reply) => {
      const submitted = await submissions.submit(fromRequest(whoAsks(request).tenantId, request.body));
      return reply.code(201).send(submitted);
    },
  );
}

function readingRoutes(app: App, { pool }: ApiParts): void {
  app.get(
    '/api/interactions',
    { schema: { querystring: interactionQuerySchema, response: { 200: interactionPageSchema } } },
    async (request) => {
      const who = whoAsks(request);
      const { contactId, threadId } = request.query;
      const sight: Sight = contactId !== undefined ? { contactId } : threadId !== undefined ? { threadId } : undefined;
      await checkSight(pool, who, sight);
      return listInteractions(pool, who.tenantId, request.query);
    },
  );
  app.get(
    '/api/interactions/:id',
    {
      schema: {
        params: byId,
        querystring: z.object({ images: z.enum(['show', 'block']).default('block') }),
        response: { 200: interactionDetailSchema },
      },
    },
    async (request) => {
      const who = whoAsks(request);
      const { id } = request.params;
      await checkSight(pool, who, { interactionId: id });
      return getInteraction(pool, who.tenantId, id, { showRemoteImages: request.query.images === 'show' });
    },
  );
  app.get(
    '/api/interactions/:id/posts',
    { schema: { params: byId, response: { 200: z.array(postSchema) } } },
    async (request) => {
      const who = whoAsks(request);
      await checkSight(pool, who, { interactionId: request.params.id });
      return listPosts(pool, who.tenantId, request.params.id);
    },
  );
  app.get('/api/interactions/:id/trace', { schema: { params: byId, response: { 200: traceSchema } } }, (request) =>
    getTrace(pool, whoAsks(request).tenantId, request.params.id),
  );
  app.get(
    '/api/interactions/:id/candidates',
    { schema: { params: byId, response: { 200: candidatesSchema } } },
    (request) =>
      considerNow(pool, {
        tenantId: whoAsks(request).tenantId,
        interactionId: request.params.id,
        now: new Date(),
      }),
  );
  app.get('/api/counts', { schema: { response: { 200: countsSchema } } }, (request) =>
    countInteractions(pool, whoAsks(request).tenantId),
  );
}

function fileRoutes(app: App, { pool }: ApiParts): void {
  app.get('/api/interactions/:id/raw', { schema: { params: byId } }, async (request, reply) => {
    const { id } = request.params;
    const bytes = await readRawMessage(pool, whoAsks(request).tenantId, id);
    return sendFile(reply, { fileName: `${id}.eml`, contentType: 'message/rfc822', inline: false, bytes });
  });
  app.get('/api/attachments/:id', { schema: { params: byId } }, async (request, reply): Promise<FastifyReply> => {
    const who = whoAsks(request);
    const file = await readAttachment(pool, who.tenantId, request.params.id);
    await checkSight(pool, who, { interactionId: file.interactionId });
    return sendFile(reply, file);
  });
}

function supervisionRoutes(app: App, { pool, wakeUps, active }: ApiParts): void {
  const depsOf = (request: FastifyRequest): SuperviseDeps => {
    const { tenantId, userName } = whoAsks(request);
    return { pool, wake: wakeUps, active, tenantId, actor: userName };
  };
  app.post(
    '/api/interactions/:id/move',
    { schema: { params: byId, body: moveSchema, response: { 204: z.undefined() } } },
    async (request, reply) => {
      await moveInteraction(depsOf(request), request.params.id, request.body.queue);
      return reply.code(204).send();
    },
  );
  app.post(
    '/api/interactions/:id/stop',
    { schema: { params: byId, body: stopSchema, response: { 204: z.undefined() } } },
    async (request, reply) => {
      await stopInteraction(depsOf(request), request.params.id, request.body.reason);
      return reply.code(204).send();
    },
  );
  app.post(
    '/api/interactions/:id/priority',
    { schema: { params: byId, body: prioritySchema, response: { 204: z.undefined() } } },
    async (request, reply) => {
      await prioritizeInteraction(depsOf(request), request.params.id, request.body.priority);
      return reply.code(204).send();
    },
  );
  for (const [path, act] of [
    ['hold', holdInteraction],
    ['resume', resumeInteraction],
    ['retry', retryInteraction],
  ] as const)
    app.post(
      `/api/interactions/:id/${path}`,
      { schema: { params: byId, response: { 204: z.undefined() } } },
      async (request, reply) => {
        await act(depsOf(request), request.params.id);
        return reply.code(204).send();
      },
    );
  app.post(
    '/api/interactions/intervene',
    { schema: { body: interveneSchema, response: { 200: intervenedSchema } } },
    (request) => superviseMany(depsOf(request), request.body.ids, request.body.act),
  );
  // a supervisor is one of those it can be given to
  app.get('/api/destinations', { schema: { response: { 200: destinationsSchema } } }, (request) =>
    listDestinations(pool, active, { id: '', tenantId: whoAsks(request).tenantId }),
  );
}
