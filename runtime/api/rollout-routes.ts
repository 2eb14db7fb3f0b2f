import { z } from 'zod';
import { changeRolloutSchema, endRolloutSchema, rolloutSchema } from '#dsl/protocol/rollouts.ts';
import { getRollout } from '#runtime/process/get-rollout.ts';
import { changeRollout, promoteRollout, withdrawRollout } from '#runtime/process/rollouts.ts';
import { type ApiParts, type App, whoAsks } from './app.ts';
import { editingOf } from './process-routes.ts';

const byName = z.object({ name: z.string() });
const nothing = { 204: z.undefined() };

/** Versions on trial beside the active one: how they fare, how large a part they take, and their end. */
export function rolloutRoutes(app: App, { pool, active }: ApiParts): void {
  const path = '/api/processes/:name/rollout';
  app.get(path, { schema: { params: byName, response: { 200: rolloutSchema.nullable() } } }, (request) =>
    getRollout(pool, whoAsks(request).tenantId, request.params.name),
  );
  app.put(
    path,
    { schema: { params: byName, body: changeRolloutSchema, response: nothing } },
    async (request, reply) => {
      await changeRollout(pool, editingOf(request, request.params.name), request.body);
      await active.refresh();
      return reply.code(204).send();
    },
  );
  for (const [way, end] of [
    ['promote', promoteRollout],
    ['withdraw', withdrawRollout],
  ] as const)
    app.post(
      `${path}/${way}`,
      { schema: { params: byName, body: endRolloutSchema, response: nothing } },
      async (request, reply) => {
        await end(pool, editingOf(request, request.params.name), request.body);
        await active.refresh();
        return reply.code(204).send();
      },
    );
}
