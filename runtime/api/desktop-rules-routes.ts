import { z } from 'zod';
import { desktopRulesSchema } from '#dsl/protocol/desktop-rules.ts';
import { readDesktopRules, saveDesktopRules } from '#runtime/tenant/desktop-rules.ts';
import { type ApiParts, type App, whoAsks } from './app.ts';

/** What agents choose from at the desktop. */
export function desktopRulesRoutes(app: App, { pool }: ApiParts): void {
  app.get('/api/desktop-rules', { schema: { response: { 200: desktopRulesSchema } } }, (request) =>
    readDesktopRules(pool, whoAsks(request).tenantId),
  );
  app.put(
    '/api/desktop-rules',
    { schema: { body: desktopRulesSchema, response: { 204: z.undefined() } } },
    async (request, reply) => {
      await saveDesktopRules(pool, whoAsks(request).tenantId, request.body);
      return reply.code(204).send();
    },
  );
}
