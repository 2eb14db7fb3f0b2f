import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CodedError } from '#dsl/errors/coded-error.ts';
import {
  chatLogQuerySchema,
  chatLogSchema,
  maxChatFileBytes,
  openChatSchema,
  openedChatSchema,
  saidChatSchema,
  sayChatSchema,
  typingChatSchema,
} from '#dsl/protocol/chat.ts';
import { readAttachment } from '#runtime/interaction/read-attachment.ts';
import { ChatConnection } from '#runtime/media/chat/chat-connection.ts';
import { readChatSettings } from '#runtime/media/chat/chat-settings.ts';
import { type ChatVoice, customerVoice } from '#runtime/media/chat/chat-voice.ts';
import { admitCustomer } from '#runtime/media/chat/session-token.ts';
import type { ApiParts, App } from './app.ts';
import { sendFile } from './send-file.ts';

const byId = z.object({ id: z.uuid() });
const nothing = { 204: z.undefined() };

/** A message in JSON needs no more. */
const maxBodyBytes = 64 * 1024;

/** New chats from one address: more open by hand nobody. */
const openingLimit = { max: 20, timeWindow: '1 minute' };

/** The chat of customers: from any site, by the token of their session, over a web socket or plain HTTP. */
export function visitorChatRoutes(app: App, parts: ApiParts): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.access === 'visitor') reply.headers(openToSites);
  });
  app.options('/api/chat/*', { schema: { hide: true } }, (_, reply) => reply.code(204).send());
  openingRoute(app, parts);
  talkingRoutes(app, parts);
  fileRoutes(app, parts);
  app.get('/api/chat/sessions/:id/socket', { websocket: true, schema: { hide: true } }, (socket, request) => {
    const { id } = byId.parse(request.params);
    const admit = async (token = ''): Promise<ChatVoice> => customerVoice(await admitCustomer(parts.pool, id, token));
    void new ChatConnection(socket, parts.chat, admit);
  });
}

/** No cookie of ours counts here, so any site may ask; the token is what opens. */
const openToSites = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'content-type, x-chat-token',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-max-age': '86400',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'no-store',
};

function openingRoute(app: App, { pool, chat }: ApiParts): void {
  app.post(
    '/api/chat/sessions',
    {
      bodyLimit: maxBodyBytes,
      config: { rateLimit: openingLimit },
      schema: { body: openChatSchema, response: { 201: openedChatSchema } },
    },
    async (request, reply) => {
      const { tenant, endpoint } = request.body;
      const { origins } = await readChatSettings(pool, tenant, endpoint);
      const { origin } = request.headers;
      if (origins.length > 0 && origin !== undefined && !origins.some((url) => new URL(url).origin === origin)) {
        throw new CodedError('request/forbidden', { action: 'open a chat', role: `page of ${origin}` });
      }
      return reply.code(201).send(await chat.open(request.body));
    },
  );
}

async function voiceOf({ pool }: ApiParts, request: FastifyRequest): Promise<ChatVoice> {
  const token = request.headers['x-chat-token'];
  const { id } = byId.parse(request.params);
  return customerVoice(await admitCustomer(pool, id, typeof token === 'string' ? token : ''));
}

function talkingRoutes(app: App, parts: ApiParts): void {
  const { chat } = parts;
  app.get(
    '/api/chat/sessions/:id/messages',
    { schema: { params: byId, querystring: chatLogQuerySchema, response: { 200: chatLogSchema } } },
    async (request) => chat.page(await voiceOf(parts, request), request.query.since, request.query.wait),
  );
  app.post(
    '/api/chat/sessions/:id/messages',
    { bodyLimit: maxBodyBytes, schema: { params: byId, body: sayChatSchema, response: { 200: saidChatSchema } } },
    async (request) => chat.say(await voiceOf(parts, request), request.body),
  );
  app.post(
    '/api/chat/sessions/:id/typing',
    { bodyLimit: maxBodyBytes, schema: { params: byId, body: typingChatSchema, response: nothing } },
    async (request, reply) => {
      chat.typing(await voiceOf(parts, request), request.body.on);
      return reply.code(204).send();
    },
  );
  app.post(
    '/api/chat/sessions/:id/close',
    { bodyLimit: maxBodyBytes, schema: { params: byId, response: nothing } },
    async (request, reply) => {
      await chat.close(await voiceOf(parts, request));
      return reply.code(204).send();
    },
  );
}

function fileRoutes(app: App, parts: ApiParts): void {
  const { chat, pool } = parts;
  app.post(
    '/api/chat/sessions/:id/files',
    {
      schema: {
        params: byId,
        querystring: z.object({ clientId: z.string().min(1).max(64) }),
        response: { 200: saidChatSchema },
      },
    },
    async (request) => {
      const voice = await voiceOf(parts, request);
      return chat.sendFile(voice, request.query.clientId, await oneFile(request));
    },
  );
  app.get(
    '/api/chat/sessions/:id/files/:fileId',
    { schema: { params: byId.extend({ fileId: z.uuid() }) } },
    async (request, reply): Promise<FastifyReply> => {
      const voice = await voiceOf(parts, request);
      const file = await readAttachment(pool, voice.tenantId, request.params.fileId);
      if (file.interactionId !== voice.sessionId) {
        throw new CodedError('request/not-found', { kind: 'file', name: request.params.fileId });
      }
      return sendFile(reply, file);
    },
  );
}

/** The one file of a multipart request, small enough for a chat. */
export async function oneFile(request: FastifyRequest) {
  const file = await request.file({ limits: { fileSize: maxChatFileBytes, files: 1 } });
  if (file === undefined) throw new CodedError('request/invalid', { field: 'file', expected: 'one file' });
  return { fileName: file.filename, contentType: file.mimetype, bytes: await file.toBuffer() };
}
