import { z } from 'zod';
import { metricsText } from '#runtime/telemetry/metrics.ts';
import type { ApiParts, App } from './app.ts';

const healthSchema = z.strictObject({ status: z.enum(['ok', 'unavailable']), reason: z.string().optional() });

/** What whoever watches the process asks: is it alive, is it ready, what does it measure. */
export function healthRoutes(app: App, { pool }: ApiParts): void {
  app.get('/healthz', { schema: { response: { 200: healthSchema } } }, () => ({ status: 'ok' as const }));
  app.get('/readyz', { schema: { response: { 200: healthSchema, 503: healthSchema } } }, async (_request, reply) => {
    try {
      // Routes are only registered after the migrations, so a database that answers is enough.
      await pool.query('select 1 from migrations limit 1');
      return { status: 'ok' as const };
    } catch {
      return reply.code(503).send({ status: 'unavailable', reason: 'The database does not answer.' });
    }
  });
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
    const { contentType, text } = await metricsText();
    return reply.type(contentType).send(text);
  });
}
