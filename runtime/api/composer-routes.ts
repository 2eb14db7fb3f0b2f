import { importProject } from '#dsl/composer/import-project.ts';
import { parseBundle } from '#dsl/check/parse-bundle.ts';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { composerImportSchema } from '#dsl/protocol/composer.ts';
import { collectFiles } from '#runtime/composer/collect-files.ts';
import { apiLimits } from '#runtime/composer/limits.ts';
import { isZip, readZip } from '#runtime/composer/read-zip.ts';
import { readSurroundings } from '#runtime/process/surroundings.ts';
import { type ApiParts, type App, whoAsks } from './app.ts';

// a voice application brings its recordings along; more than this comes as a folder, of which only the diagrams are sent
const largestUploadBytes = 100 * 1024 * 1024;

/** Projects of Composer: read and told of, saved by the import of bundles. */
export function composerRoutes(app: App, { pool }: ApiParts): void {
  app.post('/api/import/composer', { schema: { response: { 200: composerImportSchema } } }, async (request) => {
    const { tenantId } = whoAsks(request);
    const collection = collectFiles('The project', apiLimits);
    let name = '';
    const parts = request.files({
      preservePath: true,
      limits: { fileSize: largestUploadBytes, files: apiLimits.files },
    });
    for await (const file of parts) {
      const { filename } = file;
      const bytes = await file.toBuffer();
      const [first = ''] = filename
        .replaceAll('\\', '/')
        .split('/')
        .filter((part) => part !== '');
      name ||= first.replace(/\.\w+$/, '');
      if (isZip(bytes)) await readZip(bytes, collection);
      else if (collection.wants(filename)) collection.add(filename, bytes);
    }
    if (collection.files.length === 0) {
      throw new CodedError('request/invalid', {
        field: 'files',
        expected: 'a zip, or the .ixnprocess, .workflow and .scxml files of a Composer project',
      });
    }
    const { bundle, report } = importProject(collection.files, name);
    const json: unknown = JSON.parse(JSON.stringify(bundle));
    const surroundings = await readSurroundings(pool, tenantId, report.project);
    const { diagnostics } = parseBundle(json, surroundings);
    return { bundle: composerImportSchema.shape.bundle.parse(json), report, diagnostics: [...diagnostics] };
  });
}
