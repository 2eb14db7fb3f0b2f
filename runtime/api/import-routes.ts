import { z } from 'zod';
import { importBackupsSchema, importResultSchema, importSchema } from '#dsl/protocol/imports.ts';
import { getBackup, listBackups } from '#runtime/process/import-backups.ts';
import { importBundle } from '#runtime/process/import-bundle.ts';
import { type ApiParts, type App, whoAsks } from './app.ts';

/** Not any JSON by itself: the description of the API can name no schema that holds itself. */
const bundle = z.record(z.string(), z.json());

/** Importing bundles, and what imports replaced. */
export function importRoutes(app: App, { pool, trainer }: ApiParts): void {
  app.post(
    '/api/import',
    { schema: { body: importSchema, response: { 200: importResultSchema } } },
    async (request) => {
      const { tenantId, userName } = whoAsks(request);
      const { bundle, ...choices } = request.body;
      const result = await importBundle(pool, { tenantId, by: userName, json: bundle, ...choices });
      if (result.applied) trainer.look();
      return result;
    },
  );
  app.get('/api/import/backups', { schema: { response: { 200: importBackupsSchema } } }, (request) =>
    listBackups(pool, whoAsks(request).tenantId),
  );
  app.get(
    '/api/import/backups/:id',
    { schema: { params: z.object({ id: z.uuid() }), response: { 200: bundle } } },
    async (request) => bundle.parse(await getBackup(pool, whoAsks(request).tenantId, request.params.id)),
  );
}
