import { z } from 'zod';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { contactSettingsSchema } from '#dsl/model/contact-settings.ts';
import {
  contactPageSchema,
  contactQuerySchema,
  identifiedContactSchema,
  identifyContactSchema,
} from '#dsl/protocol/contacts.ts';
import { contactSchema } from '#dsl/protocol/interactions.ts';
import { readContactSettings, saveContactSettings } from '#runtime/contact/contact-settings.ts';
import { identifyContact } from '#runtime/contact/identify-contact.ts';
import { listContacts } from '#runtime/contact/list-contacts.ts';
import { readContact } from '#runtime/interaction/get-interaction.ts';
import { checkSight } from './agent-sight.ts';
import { type ApiParts, type App, whoAsks } from './app.ts';

/** People outside. */
export function contactRoutes(app: App, { pool }: ApiParts): void {
  app.get(
    '/api/contacts',
    { schema: { querystring: contactQuerySchema, response: { 200: contactPageSchema } } },
    (request) => listContacts(pool, whoAsks(request).tenantId, request.query),
  );
  app.get(
    '/api/contacts/:id',
    { schema: { params: z.object({ id: z.uuid() }), response: { 200: contactSchema } } },
    async (request) => {
      const who = whoAsks(request);
      await checkSight(pool, who, { contactId: request.params.id });
      return readContact(pool, who.tenantId, request.params.id);
    },
  );
  identificationRoutes(app, pool);
}

function identificationRoutes(app: App, pool: ApiParts['pool']): void {
  app.get('/api/contact-settings', { schema: { response: { 200: contactSettingsSchema } } }, (request) =>
    readContactSettings(pool, whoAsks(request).tenantId),
  );
  app.put(
    '/api/contact-settings',
    { schema: { body: contactSettingsSchema, response: { 204: z.undefined() } } },
    async (request, reply) => {
      await saveContactSettings(pool, whoAsks(request).tenantId, request.body);
      return reply.code(204).send();
    },
  );
  app.post(
    '/api/contacts/identify',
    { schema: { body: identifyContactSchema, response: { 200: identifiedContactSchema } } },
    async (request) => {
      const { media } = request.body;
      const found = await identifyContact(pool, whoAsks(request).tenantId, request.body);
      if (!('missing' in found)) return { ...found, contactIds: [...found.contactIds], matched: [...found.matched] };
      const expected = `a value, since contacts of ${media} are identified by it first (level ${found.level})`;
      throw new CodedError('request/invalid', { field: `attributes.${found.missing}`, expected });
    },
  );
}
