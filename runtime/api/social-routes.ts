import { z } from 'zod';
import { textOf } from '#dsl/errors/coded-error.ts';
import { socialAccountSchema } from '#dsl/model/social-account.ts';
import { connectionTestSchema } from '#dsl/protocol/settings.ts';
import { socialStateSchema } from '#dsl/protocol/social.ts';
import { socialAccounts } from '#runtime/knowledge/documents.ts';
import { openAccount } from '#runtime/roles/social-accounts.ts';
import { listSocialStates } from '#runtime/tenant/social-states.ts';
import { type ApiParts, type App, whoAsks } from './app.ts';
import { documentRoutes } from './service-routes.ts';

/** Feeds, accounts and pages that are watched, how they are doing, and whether they can be used. */
export function socialRoutes(app: App, parts: ApiParts): void {
  const { pool, box, serviceHosts } = parts;
  documentRoutes(app, parts, {
    kind: socialAccounts,
    path: 'social-accounts',
    schema: socialAccountSchema,
    line: socialAccountSchema,
    lineOf: (account) => account,
  });
  app.get('/api/social-states', { schema: { response: { 200: z.array(socialStateSchema) } } }, (request) =>
    listSocialStates(pool, whoAsks(request).tenantId),
  );
  app.post(
    '/api/social-accounts/test',
    { schema: { body: socialAccountSchema, response: { 200: connectionTestSchema } } },
    async (request) => {
      try {
        const deps = { pool, box, allowedHosts: serviceHosts };
        const { source } = await openAccount(deps, whoAsks(request).tenantId, request.body);
        await source.look({});
        return { ok: true };
      } catch (error) {
        return { ok: false, reason: textOf(error) };
      }
    },
  );
}
