import fastifyStatic from '@fastify/static';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { realmPolicy } from './content-policy.ts';
import type { App } from './app.ts';

/** How long a browser keeps a file whose name holds the hash of its content. */
const yearMs = 365 * 24 * 3600 * 1000;

/** Files that pages of others load, without what their compressed copies add to the name. */
const embedded = ['chat-widget.js', 'web-form.js'] as const;

/**
 * Serves the built web app. Every address that is neither a file nor under /api/ is the app itself, which knows its pages;
 * only files under assets/, named by their content, are kept by browsers without asking again.
 */
export async function serveWebApp(app: App, directory: string): Promise<void> {
  const isBuilt = existsSync(join(directory, 'index.html'));
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: directory,
      wildcard: true,
      index: 'index.html',
      setHeaders(reply, path) {
        const isHashed = path.startsWith(join(directory, 'assets'));
        if (/realm-worker[\w.-]*$/.test(path)) void reply.header('content-security-policy', realmPolicy);
        // What pages of others load.
        if (embedded.some((file) => path.startsWith(join(directory, file)))) {
          void reply.header('cross-origin-resource-policy', 'cross-origin').header('access-control-allow-origin', '*');
        }
        void reply.header('cache-control', isHashed ? `public, max-age=${yearMs / 1000}, immutable` : 'no-cache');
      },
      cacheControl: false,
      preCompressed: true,
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const isPage = (request.method === 'GET' || request.method === 'HEAD') && !/^\/(?:api|assets)\//.test(request.url);
    if (isPage && isBuilt) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    const what = isPage
      ? 'The web app is not built; run npm run build.'
      : `There is no ${request.method} ${request.url}.`;
    return reply.code(404).send({ code: 'request/not-found', message: what });
  });
}
