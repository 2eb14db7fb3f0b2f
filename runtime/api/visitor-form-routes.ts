import { z } from 'zod';
import { openFormSchema, sentFormSchema } from '#dsl/protocol/web-forms.ts';
import { openForm, readForm, sendForm } from '../media/webform/send-form.ts';
import { checkSite, openToSites } from './allowed-site.ts';
import type { ApiParts, App } from './app.ts';

const byForm = z.object({ tenant: z.string().min(1).max(100), name: z.string().min(1).max(63) });

/** From one address: a whole office behind one of them, and no more. */
const openingLimit = { max: 120, timeWindow: '1 minute' };
const sendingLimit = { max: 20, timeWindow: '1 minute' };

/** Web forms on pages of others: what they ask, and what is sent in as multipart/form-data. */
export function visitorFormRoutes(app: App, parts: ApiParts): void {
  app.options('/api/forms/*', { schema: { hide: true } }, (_, reply) => {
    openToSites(reply);
    return reply.code(204).send();
  });
  app.get(
    '/api/forms/:tenant/:name',
    { config: { rateLimit: openingLimit }, schema: { params: byForm, response: { 200: openFormSchema } } },
    async (request, reply) => {
      openToSites(reply);
      const form = await readForm(parts, request.params);
      checkSite(request, form.sites, 'show the form');
      return openForm(parts, request.params, form);
    },
  );
  app.post(
    '/api/forms/:tenant/:name',
    {
      config: { rateLimit: sendingLimit },
      schema: { consumes: ['multipart/form-data'], params: byForm, response: { 200: sentFormSchema } },
    },
    async (request, reply) => {
      openToSites(reply);
      const form = await readForm(parts, request.params);
      checkSite(request, form.sites, 'send the form');
      const contentType = request.headers['content-type'] ?? '';
      return sendForm(parts, request.params, form, { body: request.raw, contentType });
    },
  );
}
