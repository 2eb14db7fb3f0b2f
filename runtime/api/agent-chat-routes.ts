import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CodedError } from '#dsl/errors/coded-error.ts';
import {
  chatLogQuerySchema,
  chatLogSchema,
  chatSettingsSchema,
  endChatSchema,
  saidChatSchema,
  sayChatSchema,
  sleepChatSchema,
  typingChatSchema,
  watchChatSchema,
} from '#dsl/protocol/chat.ts';
import { endChat } from '#runtime/agent/end-chat.ts';
import { putToSleep } from '#runtime/agent/put-to-sleep.ts';
import { ChatConnection } from '#runtime/media/chat/chat-connection.ts';
import { readChatSettings, saveChatSettings } from '#runtime/media/chat/chat-settings.ts';
import { type ChatVoice, insideVoice } from '#runtime/media/chat/chat-voice.ts';
import { type ApiParts, type App, whichPerson, whoAsks } from './app.ts';
import type { Authentication } from './authenticate.ts';
import { oneFile } from './visitor-chat-routes.ts';

const byId = z.object({ id: z.uuid() });
const nothing = { 204: z.undefined() };

/** Chats as agents and supervisors have them. */
export function agentChatRoutes(app: App, parts: ApiParts, authentication: Authentication): void {
  talkingRoutes(app, parts);
  endingRoutes(app, parts);
  settingsRoutes(app, parts);
  app.get('/api/chats/:id/socket', { websocket: true, schema: { hide: true } }, (socket, request) => {
    const { id } = byId.parse(request.params);
    const admit = async (): Promise<ChatVoice> => {
      const who = await authentication.identify(request);
      if (who === undefined) throw new CodedError('request/not-logged-in', { reason: 'Log in first.' });
      return insideVoice(parts.pool, who, id);
    };
    void new ChatConnection(socket, parts.chat, admit);
  });
}

function voiceOf({ pool }: ApiParts, request: FastifyRequest): Promise<ChatVoice> {
  return insideVoice(pool, whoAsks(request), byId.parse(request.params).id);
}

function talkingRoutes(app: App, parts: ApiParts): void {
  const { chat } = parts;
  app.get(
    '/api/chats/:id/messages',
    { schema: { params: byId, querystring: chatLogQuerySchema, response: { 200: chatLogSchema } } },
    async (request) => chat.page(await voiceOf(parts, request), request.query.since, request.query.wait),
  );
  app.post(
    '/api/chats/:id/messages',
    { schema: { params: byId, body: sayChatSchema, response: { 200: saidChatSchema } } },
    async (request) => chat.say(await voiceOf(parts, request), request.body),
  );
  app.post(
    '/api/chats/:id/typing',
    { schema: { params: byId, body: typingChatSchema, response: nothing } },
    async (request, reply) => {
      chat.typing(await voiceOf(parts, request), request.body.on);
      return reply.code(204).send();
    },
  );
  app.post(
    '/api/chats/:id/files',
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
  app.put(
    '/api/chats/:id/watch',
    { schema: { params: byId, body: watchChatSchema, response: nothing } },
    async (request, reply) => {
      const { id } = whichPerson(request, 'take part in a chat');
      await chat.watch(await voiceOf(parts, request), id, request.body.mode);
      return reply.code(204).send();
    },
  );
}

function endingRoutes(app: App, parts: ApiParts): void {
  const { chat, agentDeps } = parts;
  app.post(
    '/api/chats/:id/end',
    { schema: { params: byId, body: endChatSchema, response: nothing } },
    async (request, reply) => {
      const { id: agentId } = whichPerson(request, 'work at a desktop');
      await chat.close(await voiceOf(parts, request));
      await endChat(agentDeps, agentId, request.params.id, request.body);
      return reply.code(204).send();
    },
  );
  app.post(
    '/api/chats/:id/sleep',
    { schema: { params: byId, body: sleepChatSchema, response: nothing } },
    async (request, reply) => {
      const { id: agentId } = whichPerson(request, 'work at a desktop');
      // First the session: a customer who writes in between finds it awake and with its agent, or asleep and wakes it.
      await chat.sleep(await voiceOf(parts, request));
      await putToSleep(agentDeps, agentId, request.params.id, request.body);
      return reply.code(204).send();
    },
  );
}

function settingsRoutes(app: App, { pool }: ApiParts): void {
  const byEndpoint = z.object({ endpoint: z.string().min(1).max(200) });
  app.get(
    '/api/chat-settings/:endpoint',
    { schema: { params: byEndpoint, response: { 200: chatSettingsSchema } } },
    (request) => readChatSettings(pool, whoAsks(request).tenantId, request.params.endpoint),
  );
  app.put(
    '/api/chat-settings/:endpoint',
    { schema: { params: byEndpoint, body: chatSettingsSchema, response: nothing } },
    async (request, reply) => {
      const { endpoint } = request.params;
      await saveChatSettings(pool, whoAsks(request).tenantId, { endpoint, settings: request.body });
      return reply.code(204).send();
    },
  );
}
