import { z } from 'zod';
import { changePasswordSchema, loginSchema, meSchema, type Me, roleSchema } from '#dsl/protocol/me.ts';
import { createdTokenSchema, createTokenSchema, tokenSchema } from '#dsl/protocol/tokens.ts';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { Principal } from '#runtime/tenant/principal.ts';
import { createToken, deleteToken, listTokens } from '#runtime/tenant/tokens.ts';
import { type ApiParts, type App, whichPerson, whoAsks } from './app.ts';
import type { Authentication } from './authenticate.ts';

/** Log-ins tried from one address for one account: enough for a tired person, far too few to guess a password. */
const loginsAMinute = 10;

/** Log-in, log-out, who am I, passwords and tokens. */
export function accountRoutes(app: App, parts: ApiParts, authentication: Authentication): void {
  const { pool, accounts } = parts;
  app.post(
    '/api/login',
    {
      schema: { body: loginSchema, response: { 200: meSchema } },
      config: {
        rateLimit: {
          max: loginsAMinute,
          timeWindow: 60_000,
          hook: 'preHandler',
          keyGenerator: (request) => `${request.ip} ${(request.body as z.infer<typeof loginSchema>).userName}`,
          errorResponseBuilder: (_request, { ttl }) =>
            new CodedError('request/too-many', { what: 'log-ins', afterSeconds: Math.ceil(ttl / 1000) }),
        },
      },
    },
    async (request, reply) => {
      const { principal, cookies } = await accounts.logIn(request.body.userName.toLowerCase(), request.body.password);
      return reply.header('set-cookie', [...cookies]).send(meOf(principal));
    },
  );
  app.post('/api/logout', { schema: { response: { 204: z.undefined() } } }, async (request, reply) => {
    const cookies = await accounts.logOut(request.headers.cookie ?? '');
    authentication.forget();
    return reply
      .header('set-cookie', [...cookies])
      .code(204)
      .send();
  });
  app.get('/api/me', { schema: { response: { 200: meSchema } } }, (request) => meOf(whoAsks(request)));
  app.post(
    '/api/me/password',
    { schema: { body: changePasswordSchema, response: { 200: meSchema } } },
    async (request, reply) => {
      const who = whichPerson(request, 'change a password');
      const { principal, cookies } = await accounts.changePassword(who, request.body);
      authentication.forget();
      return reply.header('set-cookie', [...cookies]).send(meOf(principal));
    },
  );
  app.get('/api/tokens', { schema: { response: { 200: z.array(tokenSchema) } } }, (request) =>
    listTokens(pool, whoAsks(request).tenantId),
  );
  app.post(
    '/api/tokens',
    { schema: { body: createTokenSchema, response: { 201: createdTokenSchema } } },
    async (request, reply) => reply.code(201).send(await createToken(pool, whoAsks(request), request.body)),
  );
  app.delete(
    '/api/tokens/:id',
    { schema: { params: z.object({ id: z.uuid() }), response: { 204: z.undefined() } } },
    async (request, reply) => {
      await deleteToken(pool, whoAsks(request).tenantId, request.params.id);
      authentication.forget();
      return reply.code(204).send();
    },
  );
}

function meOf(who: Principal): Me {
  const { id, userName, name, tenantId, mustChangePassword } = who;
  return { id, userName, name, role: roleSchema.safeParse(who.roles[0]).data ?? 'agent', tenantId, mustChangePassword };
}
