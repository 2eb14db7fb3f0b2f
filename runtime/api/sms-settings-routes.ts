import { z } from 'zod';
import { CodedError, textOf } from '#dsl/errors/coded-error.ts';
import { connectionTestSchema } from '#dsl/protocol/settings.ts';
import { saveSmsChannelSchema, shownSmsChannelSchema } from '#dsl/protocol/sms-settings.ts';
import { testSmsChannel } from '../media/sms/test-sms-channel.ts';
import { deleteSmsChannel, listSmsChannels, saveSmsChannel, withKeptSmsPassword } from '../tenant/sms-channels.ts';
import { type ApiParts, type App, whoAsks } from './app.ts';

const byName = z.object({ name: z.string() });

/** Connections to SMS centres. */
export function smsSettingsRoutes(app: App, { pool, box }: ApiParts): void {
  app.get('/api/sms-channels', { schema: { response: { 200: z.array(shownSmsChannelSchema) } } }, (request) =>
    listSmsChannels(pool, whoAsks(request).tenantId),
  );
  app.put(
    '/api/sms-channels/:name',
    { schema: { params: byName, body: saveSmsChannelSchema, response: { 204: z.undefined() } } },
    async (request, reply) => {
      const { name } = request.params;
      if (request.body.name !== name)
        throw new CodedError('request/invalid', { field: 'name', expected: `"${name}", as in the address` });
      await saveSmsChannel(pool, box, whoAsks(request).tenantId, request.body);
      return reply.code(204).send();
    },
  );
  app.delete(
    '/api/sms-channels/:name',
    { schema: { params: byName, response: { 204: z.undefined() } } },
    async (request, reply) => {
      await deleteSmsChannel(pool, whoAsks(request).tenantId, request.params.name);
      return reply.code(204).send();
    },
  );
  app.post(
    '/api/sms-channels/test',
    { schema: { body: saveSmsChannelSchema, response: { 200: connectionTestSchema } } },
    async (request) => {
      try {
        await testSmsChannel(await withKeptSmsPassword(pool, box, whoAsks(request).tenantId, request.body));
        return { ok: true };
      } catch (error) {
        return { ok: false, reason: textOf(error) };
      }
    },
  );
}
