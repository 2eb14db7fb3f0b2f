import type { z } from 'zod';
import type { revisionSchema } from '#dsl/protocol/desktop.ts';
import type { Address } from '#dsl/protocol/interactions.ts';
import { eventRow } from '../routing/event-row.ts';
import { insertRows } from '../store/insert-rows.ts';
import { inRetriedTransaction } from '../store/retried-transaction.ts';
import { publish } from '../store/signal.ts';
import type { AgentDeps } from './agent-deps.ts';
import { composeReply } from './compose-reply.ts';
import { loadAgent } from './load-agent.ts';
import { conflict, lockInteraction, stateAfter } from './lock-interaction.ts';

/** What a mail on its way out says from now on; blind copies and files stay as they are. */
export type Revision = z.infer<typeof revisionSchema>;

/**
 * The agent writes a mail anew that is on its way out and that they handle: a reviewer who mends it, or its author after a review. Throws
 * `request/conflict` unless they handle it, for what came in from outside, and once the mail server has it; `request/invalid` for an
 * address that is none.
 */
export async function reviseMail(
  deps: AgentDeps,
  agentId: string,
  interactionId: string,
  revision: Revision,
): Promise<void> {
  await inRetriedTransaction(deps.pool, async (client) => {
    const agent = await loadAgent(client, agentId);
    const interaction = await lockInteraction(client, agent, interactionId);
    stateAfter(interaction, agent, { state: 'handling', event: 'place-in-queue' });
    const { rows } = await client.query<{ from_address: Address | null; is_sent: boolean }>(
      `select m.from_address, exists (select from outbox o where o.interaction_id = m.interaction_id and o.state <> 'failed') as is_sent
       from messages m where m.interaction_id = $1 and m.direction = 'out'`,
      [interactionId],
    );
    const [message] = rows;
    if (message === undefined || message.from_address === null)
      throw conflict(interaction, 'is no mail on its way out; only such a mail can be written anew');
    if (message.is_sent) throw conflict(interaction, 'has been handed to the mail server already');
    const written = { ...revision, bcc: [], attachments: [], forwards: false, keepOpen: false };
    const { subject, to, cc, html, text } = composeReply(written, message.from_address, {
      childId: interactionId,
      answered: undefined,
    });
    await client.query(
      'update messages set subject = $2, to_addresses = $3, cc_addresses = $4, html = $5, text = $6 where interaction_id = $1',
      [interactionId, subject, JSON.stringify(to), JSON.stringify(cc), html, text],
    );
    await client.query('update interactions set subject = $2, to_address = $3, version = version + 1 where id = $1', [
      interactionId,
      subject,
      to[0]?.address,
    ]);
    const party = { kind: 'agent', name: agent.userName } as const;
    const about = { tenantId: agent.tenantId, interactionId, at: deps.now(), party };
    await insertRows(client, 'events', [
      eventRow({ ...about, kind: 'PropertiesChanged', facts: { reason: 'Mail written anew' } }),
    ]);
    await publish(client, [
      { kind: 'agent', tenantId: agent.tenantId, agentId },
      { kind: 'interaction', tenantId: agent.tenantId, interactionId },
    ]);
  });
}
