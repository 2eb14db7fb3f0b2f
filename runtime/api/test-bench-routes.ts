import { z } from 'zod';
import { outgoingMailSchema, testMailSchema, testMailSentSchema } from '#dsl/protocol/test-bench.ts';
import { listOutgoing } from '#runtime/outbox/list-outgoing.ts';
import { type ApiParts, type App, whoAsks } from './app.ts';
import { sendTestMail } from './send-test-mail.ts';

/** The test bench: mail in as a customer sends it, and what came out. */
export function testBenchRoutes(app: App, { pool, smtp }: ApiParts): void {
  app.post(
    '/api/test-bench/mail',
    { schema: { body: testMailSchema, response: { 200: testMailSentSchema } } },
    async (request) => {
      const { tenantId } = whoAsks(request);
      const { messageId, reply } = await sendTestMail(smtp(), request.body);
      // The server answers 250 only after the commit, so the interaction is there.
      const { rows } = await pool.query<{ interaction_id: string }>(
        `select interaction_id from messages where tenant_id = $1 and message_id = $2 and direction = 'in' limit 1`,
        [tenantId, messageId],
      );
      return { messageId, reply, interactionId: rows[0]?.interaction_id ?? null };
    },
  );
  app.get('/api/test-bench/outgoing', { schema: { response: { 200: z.array(outgoingMailSchema) } } }, (request) =>
    listOutgoing(pool, whoAsks(request).tenantId),
  );
}
