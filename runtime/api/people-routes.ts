import { z } from 'zod';
import { agentGroupSchema, personSchema, savedPersonSchema, savePersonSchema } from '#dsl/protocol/people.ts';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { deleteAgentGroup, listAgentGroups, saveAgentGroup } from '#runtime/tenant/agent-groups.ts';
import { makePassword } from '#runtime/tenant/one-time-password.ts';
import { createPerson, listPeople, updatePerson } from '#runtime/tenant/people.ts';
import { type ApiParts, type App, whoAsks } from './app.ts';
import type { Authentication } from './authenticate.ts';

const byName = z.object({ name: z.string() });

/** People inside and their groups. */
export function peopleRoutes(app: App, parts: ApiParts, authentication: Authentication): void {
  const { pool } = parts;
  app.get('/api/people', { schema: { response: { 200: z.array(personSchema) } } }, (request) =>
    listPeople(pool, whoAsks(request).tenantId),
  );
  app.post(
    '/api/people',
    { schema: { body: savePersonSchema, response: { 201: savedPersonSchema } } },
    async (request, reply) => {
      const password = request.body.password ?? makePassword();
      const person = await createPerson(parts, whoAsks(request).tenantId, { ...request.body, password });
      return reply.code(201).send({ ...person, oneTimePassword: password });
    },
  );
  app.put(
    '/api/people/:id',
    { schema: { params: z.object({ id: z.string() }), body: savePersonSchema, response: { 200: personSchema } } },
    async (request) => {
      const { tenantId } = whoAsks(request);
      const person = await updatePerson(parts, { tenantId, id: request.params.id }, request.body);
      authentication.forget();
      return person;
    },
  );
  app.get('/api/agent-groups', { schema: { response: { 200: z.array(agentGroupSchema) } } }, (request) =>
    listAgentGroups(pool, whoAsks(request).tenantId),
  );
  app.put(
    '/api/agent-groups/:name',
    { schema: { params: byName, body: agentGroupSchema, response: { 200: agentGroupSchema } } },
    async (request) => {
      const { name } = request.params;
      if (request.body.name !== name)
        throw new CodedError('request/invalid', { field: 'name', expected: `"${name}", as in the address` });
      await saveAgentGroup(pool, whoAsks(request).tenantId, request.body);
      return request.body;
    },
  );
  app.delete(
    '/api/agent-groups/:name',
    { schema: { params: byName, response: { 204: z.undefined() } } },
    async (request, reply) => {
      await deleteAgentGroup(pool, whoAsks(request).tenantId, request.params.name);
      return reply.code(204).send();
    },
  );
}
