import type { AgentDeps } from './agent-deps.ts';
import { finishHandling } from './finish-handling.ts';
import { placeFromAgent } from './place-from-agent.ts';

/** How an agent is done with a chat. */
export interface ChatEnding {
  /** One of the in-queues; left out: the first of them. */
  readonly queue?: string | undefined;
  readonly disposition?: string | undefined;
}

/**
 * The agent is done with a chat that has ended: it goes to an in-queue, whose strategy may mail the transcript, or is stopped when
 * its strategy named none. Throws `request/conflict` unless they handle it.
 */
export async function endChat(
  deps: AgentDeps,
  agentId: string,
  interactionId: string,
  { queue, disposition }: ChatEnding,
): Promise<void> {
  const { rows } = await deps.pool.query<{ in_queues: string[] }>('select in_queues from interactions where id = $1', [
    interactionId,
  ]);
  const place = queue ?? rows[0]?.in_queues[0];
  if (place === undefined) await finishHandling(deps, agentId, interactionId, disposition);
  else await placeFromAgent(deps, agentId, interactionId, { queue: place });
}
