import { z } from 'zod';
import {
  desktopStateSchema,
  desktopWorkbinsSchema,
  destinationsSchema,
  placeInWorkbinSchema,
  revisionSchema,
  transferSchema,
} from '#dsl/protocol/desktop.ts';
import { desktopState } from '#runtime/agent/desktop-state.ts';
import { listDestinations } from '#runtime/agent/list-destinations.ts';
import { listWorkbins } from '#runtime/agent/list-workbins.ts';
import { placeInWorkbin } from '#runtime/agent/place-in-workbin.ts';
import { pullInteraction } from '#runtime/agent/pull-interaction.ts';
import { reviseMail } from '#runtime/agent/revise-mail.ts';
import { transferInteraction } from '#runtime/agent/transfer-interaction.ts';
import { type ApiParts, type App, whichPerson } from './app.ts';

const byId = z.object({ id: z.uuid() });
const answersState = { 200: desktopStateSchema };

/** How agents pass on what they handle: workbins and transfers. */
export function passOnRoutes(app: App, { pool, agentDeps, active }: ApiParts): void {
  app.get('/api/desktop/workbins', { schema: { response: { 200: desktopWorkbinsSchema } } }, (request) =>
    listWorkbins(pool, active, whichPerson(request, 'have workbins')),
  );
  app.get('/api/desktop/destinations', { schema: { response: { 200: destinationsSchema } } }, (request) =>
    listDestinations(pool, active, whichPerson(request, 'work at a desktop')),
  );
  app.put(
    '/api/desktop/interactions/:id/message',
    { schema: { params: byId, body: revisionSchema, response: { 204: z.undefined() } } },
    async (request, reply) => {
      const { id } = whichPerson(request, 'work at a desktop');
      await reviseMail(agentDeps, id, request.params.id, request.body);
      return reply.code(204).send();
    },
  );
  app.post(
    '/api/desktop/interactions/:id/workbin',
    { schema: { params: byId, body: placeInWorkbinSchema, response: answersState } },
    async (request) => {
      const { id } = whichPerson(request, 'work at a desktop');
      await placeInWorkbin({ ...agentDeps, active }, id, request.params.id, request.body);
      return desktopState(pool, id);
    },
  );
  app.post(
    '/api/desktop/interactions/:id/pull',
    { schema: { params: byId, response: answersState } },
    async (request) => {
      const { id } = whichPerson(request, 'work at a desktop');
      await pullInteraction(agentDeps, id, request.params.id, 'workbin');
      return desktopState(pool, id);
    },
  );
  app.post(
    '/api/desktop/interactions/:id/transfer',
    { schema: { params: byId, body: transferSchema, response: answersState } },
    async (request) => {
      const { id } = whichPerson(request, 'work at a desktop');
      await transferInteraction(agentDeps, id, request.params.id, request.body);
      return desktopState(pool, id);
    },
  );
}
