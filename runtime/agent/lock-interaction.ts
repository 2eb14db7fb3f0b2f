import type { PoolClient } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { type InteractionEvent, type InteractionState, nextState } from '#dsl/lifecycle/interaction.ts';
import type { AgentRow } from './load-agent.ts';

/** An interaction as the operations of agents need it. */
export interface InteractionRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly media: string;
  readonly state: InteractionState;
  readonly is_held: boolean;
  readonly endpoint: string | null;
  readonly mailbox: string | null;
  readonly queue: string | null;
  readonly taken_from: string | null;
  readonly workbin_owner: string | null;
  readonly in_queues: string[];
  readonly out_queues: string[];
  readonly agent_id: string | null;
  readonly run_id: string | null;
  readonly priority: number;
  readonly contact_id: string | null;
  readonly thread_id: string;
  readonly subject: string;
  readonly to_address: string | null;
  readonly data: Record<string, unknown>;
}

const columns =
  'id, tenant_id, media, state, is_held, endpoint, mailbox, queue, taken_from, workbin_owner, in_queues, out_queues, agent_id, run_id, ' +
  'priority, contact_id, thread_id, subject, to_address, data';

/** The interaction, locked till the transaction ends; `request/not-found` also for one of another tenant. */
export async function lockInteraction(
  client: PoolClient,
  agent: AgentRow,
  interactionId: string,
): Promise<InteractionRow> {
  const { rows } = await client.query<InteractionRow>(
    `select ${columns} from interactions where id = $1 and tenant_id = $2 for update`,
    [interactionId, agent.tenantId],
  );
  const row = rows[0];
  if (row === undefined) throw new CodedError('request/not-found', { kind: 'interaction', name: interactionId });
  return row;
}

/** What an operation expects to find. */
export interface Expected {
  readonly state: 'inviting' | 'handling';
  readonly event: InteractionEvent;
}

/** The state the event leads to; throws `request/conflict`, saying how things are, unless the interaction is this agent's in that state. */
export function stateAfter(row: InteractionRow, agent: AgentRow, expected: Expected): InteractionState {
  if (row.agent_id === agent.id && row.state === expected.state) {
    const next = nextState(row.state, expected.event);
    if (next !== undefined) return next;
  }
  throw conflict(row, `${howItIs(row, agent)}; ${whatWouldBeRight[expected.state]}`);
}

/** A refusal that names the interaction and what is in the way. */
export function conflict(row: InteractionRow, reason: string): CodedError<'request/conflict'> {
  return new CodedError('request/conflict', { kind: 'interaction', name: row.id, reason });
}

const whatWouldBeRight = {
  inviting: 'only the agent it is offered to, while it is offered, may do this',
  handling: 'only the agent who handles it may do this',
} as const;

function howItIs(row: InteractionRow, agent: AgentRow): string {
  const mine = row.agent_id === agent.id;
  switch (row.state) {
    case 'inviting':
      return mine ? 'is offered to you and not accepted yet' : 'is offered to somebody else';
    case 'handling':
      return mine ? 'is being handled by you already' : 'is being handled by somebody else';
    case 'queued':
      return `waits in the queue "${row.queue ?? ''}"`;
    case 'routing':
      return 'is in a strategy';
    case 'workbin':
      return 'is in a workbin';
    case 'stopped':
      return 'is stopped';
  }
}
