import { changesSchema, eventPageSchema, readChangesSchema, readEventsSchema } from '#dsl/protocol/events.ts';
import { readCursor } from '#runtime/events/event-cursor.ts';
import { followChanges } from '#runtime/events/follow-changes.ts';
import { beginning, presentCursor } from '#runtime/events/read-changes.ts';
import { readEvents } from '#runtime/events/read-events.ts';
import { type ApiParts, type App, whoAsks } from './app.ts';

/** The event log: read by time, interaction, agent and queue, and followed without gaps. */
export function eventRoutes(app: App, { pool }: ApiParts): void {
  app.get('/api/events', { schema: { querystring: readEventsSchema, response: { 200: eventPageSchema } } }, (request) =>
    readEvents(pool, whoAsks(request).tenantId, request.query),
  );
  app.get(
    '/api/events/changes',
    { schema: { querystring: readChangesSchema, response: { 200: changesSchema } } },
    async (request) => {
      const { after, limit, wait, ...filter } = request.query;
      const from =
        after === undefined ? beginning : after === 'now' ? await presentCursor(pool) : readCursor(after, 'after');
      const gone = new AbortController();
      request.raw.once('close', () => gone.abort());
      const asked = { after: from, filter, limit, waitMs: wait * 1000, signal: gone.signal };
      return followChanges(pool, whoAsks(request).tenantId, asked);
    },
  );
}
