import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  desktopLoginSchema,
  desktopStateSchema,
  doneSchema,
  doNotDisturbSchema,
  draftSchema,
  keptDraftSchema,
  newMailSchema,
  placeSchema,
  readySchema,
  rejectSchema,
  repliedSchema,
  replySchema,
  sendersSchema,
  signatureSchema,
  uploadedSchema,
} from '#dsl/protocol/desktop.ts';
import { acceptInvitation } from '#runtime/agent/accept-invitation.ts';
import { desktopState } from '#runtime/agent/desktop-state.ts';
import { readDraft, readSignature, saveDraft } from '#runtime/agent/draft.ts';
import { finishHandling } from '#runtime/agent/finish-handling.ts';
import { keepUploads, type Upload } from '#runtime/agent/keep-upload.ts';
import { listSenders } from '#runtime/agent/list-senders.ts';
import { loginAgent } from '#runtime/agent/login-agent.ts';
import { logoutAgent } from '#runtime/agent/logout-agent.ts';
import { placeFromAgent } from '#runtime/agent/place-from-agent.ts';
import { rejectInvitation } from '#runtime/agent/reject-invitation.ts';
import { replyFromAgent } from '#runtime/agent/reply-from-agent.ts';
import { sendNewMail } from '#runtime/agent/send-new-mail.ts';
import { setDoNotDisturb } from '#runtime/agent/set-do-not-disturb.ts';
import { setReady } from '#runtime/agent/set-ready.ts';
import { type ApiParts, type App, whichPerson } from './app.ts';
import { passOnRoutes } from './pass-on-routes.ts';

const byId = z.object({ id: z.uuid() });
const answersState = { 200: desktopStateSchema };

/** What an agent does at the desktop. Each answers with what the desktop shows then. */
export function desktopRoutes(app: App, parts: ApiParts): void {
  sessionRoutes(app, parts);
  interactionRoutes(app, parts);
  passOnRoutes(app, parts);
  replyRoutes(app, parts);
}

function agentOf(request: FastifyRequest): string {
  return whichPerson(request, 'work at a desktop').id;
}

function sessionRoutes(app: App, { pool, agentDeps }: ApiParts): void {
  app.get('/api/desktop', { schema: { response: answersState } }, (request) => desktopState(pool, agentOf(request)));
  app.post('/api/desktop/login', { schema: { body: desktopLoginSchema, response: answersState } }, async (request) => {
    await loginAgent(agentDeps, agentOf(request), request.body.media);
    return desktopState(pool, agentOf(request));
  });
  app.post('/api/desktop/logout', { schema: { response: answersState } }, async (request) => {
    await logoutAgent(agentDeps, agentOf(request));
    return desktopState(pool, agentOf(request));
  });
  app.post('/api/desktop/ready', { schema: { body: readySchema, response: answersState } }, async (request) => {
    await setReady(agentDeps, agentOf(request), request.body);
    return desktopState(pool, agentOf(request));
  });
  app.post(
    '/api/desktop/do-not-disturb',
    { schema: { body: doNotDisturbSchema, response: answersState } },
    async (request) => {
      await setDoNotDisturb(agentDeps, agentOf(request), request.body.on);
      return desktopState(pool, agentOf(request));
    },
  );
}

function interactionRoutes(app: App, { pool, agentDeps }: ApiParts): void {
  app.post(
    '/api/desktop/interactions/:id/accept',
    { schema: { params: byId, response: answersState } },
    async (request) => {
      await acceptInvitation(agentDeps, agentOf(request), request.params.id);
      return desktopState(pool, agentOf(request));
    },
  );
  app.post(
    '/api/desktop/interactions/:id/reject',
    { schema: { params: byId, body: rejectSchema, response: answersState } },
    async (request) => {
      await rejectInvitation(agentDeps, agentOf(request), request.params.id, request.body.reason);
      return desktopState(pool, agentOf(request));
    },
  );
  app.post(
    '/api/desktop/interactions/:id/done',
    { schema: { params: byId, body: doneSchema, response: answersState } },
    async (request) => {
      await finishHandling(agentDeps, agentOf(request), request.params.id, request.body.disposition);
      return desktopState(pool, agentOf(request));
    },
  );
  app.post(
    '/api/desktop/interactions/:id/place',
    { schema: { params: byId, body: placeSchema, response: answersState } },
    async (request) => {
      await placeFromAgent(agentDeps, agentOf(request), request.params.id, request.body);
      return desktopState(pool, agentOf(request));
    },
  );
}

function replyRoutes(app: App, { pool, agentDeps }: ApiParts): void {
  app.post(
    '/api/desktop/interactions/:id/reply',
    { schema: { params: byId, body: replySchema, response: { 200: repliedSchema } } },
    (request) => replyFromAgent(agentDeps, agentOf(request), request.params.id, request.body),
  );
  app.post('/api/desktop/mails', { schema: { body: newMailSchema, response: { 200: repliedSchema } } }, (request) =>
    sendNewMail(agentDeps, agentOf(request), request.body),
  );
  app.get('/api/desktop/mails/senders', { schema: { response: { 200: sendersSchema } } }, (request) =>
    listSenders(pool, whichPerson(request, 'work at a desktop').tenantId),
  );
  app.get(
    '/api/desktop/interactions/:id/draft',
    { schema: { params: byId, response: { 200: keptDraftSchema } } },
    async (request) => ({ draft: await readDraft(pool, agentOf(request), request.params.id) }),
  );
  app.get('/api/desktop/signature', { schema: { response: { 200: signatureSchema } } }, async (request) => ({
    signature: await readSignature(pool, agentOf(request)),
  }));
  app.put(
    '/api/desktop/interactions/:id/draft',
    { schema: { params: byId, body: draftSchema, response: { 204: z.undefined() } } },
    async (request, reply) => {
      await saveDraft(agentDeps, agentOf(request), request.params.id, request.body);
      return reply.code(204).send();
    },
  );
  app.post('/api/desktop/attachments', { schema: { response: { 200: uploadedSchema } } }, async (request) => {
    const { tenantId, id: agentId } = whichPerson(request, 'work at a desktop');
    const uploads: Upload[] = [];
    for await (const file of request.files()) {
      uploads.push({ fileName: file.filename, contentType: file.mimetype, bytes: await file.toBuffer() });
    }
    return { attachments: await keepUploads(pool, { tenantId, agentId }, uploads) };
  });
}
