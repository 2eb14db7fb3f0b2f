import { type ApiParts, type App, whoAsks } from '../app.ts';
import type { Authentication } from '../authenticate.ts';
import { Gateway } from './gateway.ts';

/** The web socket of pages. The gateway stops with the server. */
export function socketRoutes(app: App, { pool, log }: ApiParts, authentication: Authentication): Gateway {
  const gateway = new Gateway({ pool, log });
  app.get('/api/socket', { websocket: true, schema: { hide: true } }, (socket, request) => {
    gateway.open(socket, whoAsks(request), () => authentication.identify(request));
  });
  app.addHook('preClose', () => gateway.stop());
  return gateway;
}
