import { z } from 'zod';
import { contactPageSchema, contactQuerySchema } from '#dsl/protocol/contacts.ts';
import { contactSchema } from '#dsl/protocol/interactions.ts';
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
}
