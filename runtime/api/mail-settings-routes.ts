import { z } from 'zod';
import { CodedError } from '#dsl/errors/coded-error.ts';
import {
  connectionTestSchema,
  saveMailboxSchema,
  saveSmtpOutSchema,
  shownMailboxSchema,
  shownSmtpOutSchema,
} from '#dsl/protocol/settings.ts';
import { createMailSender } from '#runtime/media/email/send-mail.ts';
import { testMailbox } from '#runtime/media/email/test-mailbox.ts';
import { deleteMailbox, listMailboxes, saveMailbox, withKeptPassword } from '#runtime/tenant/mailboxes.ts';
import { deleteSmtpOut, saveSmtpOut, showSmtpOut, withKeptSmtpPassword } from '#runtime/tenant/smtp-out.ts';
import { type ApiParts, type App, whoAsks } from './app.ts';

const byName = z.object({ name: z.string() });

/** Where mail is fetched from and where it is sent. */
export function mailSettingsRoutes(app: App, parts: ApiParts): void {
  mailboxRoutes(app, parts);
  smtpOutRoutes(app, parts);
}

function mailboxRoutes(app: App, { pool, box }: ApiParts): void {
  app.get('/api/mailboxes', { schema: { response: { 200: z.array(shownMailboxSchema) } } }, (request) =>
    listMailboxes(pool, whoAsks(request).tenantId),
  );
  app.put(
    '/api/mailboxes/:name',
    { schema: { params: byName, body: saveMailboxSchema, response: { 204: z.undefined() } } },
    async (request, reply) => {
      const { name } = request.params;
      if (request.body.name !== name)
        throw new CodedError('request/invalid', { field: 'name', expected: `"${name}", as in the address` });
      await saveMailbox(pool, box, whoAsks(request).tenantId, request.body);
      return reply.code(204).send();
    },
  );
  app.delete(
    '/api/mailboxes/:name',
    { schema: { params: byName, response: { 204: z.undefined() } } },
    async (request, reply) => {
      await deleteMailbox(pool, whoAsks(request).tenantId, request.params.name);
      return reply.code(204).send();
    },
  );
  app.post(
    '/api/mailboxes/test',
    { schema: { body: saveMailboxSchema, response: { 200: connectionTestSchema } } },
    async (request) => testMailbox(await withKeptPassword(pool, box, whoAsks(request).tenantId, request.body)),
  );
}

function smtpOutRoutes(app: App, { pool, box }: ApiParts): void {
  app.get('/api/smtp-out', { schema: { response: { 200: shownSmtpOutSchema } } }, (request) =>
    showSmtpOut(pool, whoAsks(request).tenantId),
  );
  app.put(
    '/api/smtp-out',
    { schema: { body: saveSmtpOutSchema, response: { 204: z.undefined() } } },
    async (request, reply) => {
      await saveSmtpOut(pool, box, whoAsks(request).tenantId, request.body);
      return reply.code(204).send();
    },
  );
  app.delete('/api/smtp-out', { schema: { response: { 204: z.undefined() } } }, async (request, reply) => {
    await deleteSmtpOut(pool, whoAsks(request).tenantId);
    return reply.code(204).send();
  });
  app.post(
    '/api/smtp-out/test',
    { schema: { body: saveSmtpOutSchema, response: { 200: connectionTestSchema } } },
    async (request) => {
      const sender = createMailSender(await withKeptSmtpPassword(pool, box, whoAsks(request).tenantId, request.body));
      try {
        return await sender.check();
      } finally {
        sender.close();
      }
    },
  );
}
