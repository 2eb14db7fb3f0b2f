import type { PoolClient } from 'pg';
import { agentOf, type AgentMemory } from './count-agent.ts';
import type { InteractionMemory } from './count-interaction.ts';
import type { LoggedEvent } from './logged-event.ts';

interface MemoryRow {
  readonly tenant_id: string;
  readonly kind: 'interaction' | 'agent';
  readonly subject: string;
  readonly state: InteractionMemory | AgentMemory;
}

/** What is remembered of the interactions and agents of some events. */
export class KeptMemory {
  readonly #interactions = new Map<string, MemoryRow & { state: InteractionMemory }>();
  readonly #agents = new Map<string, MemoryRow & { state: AgentMemory }>();

  /** Reads what was kept of those that the events are about. */
  static async load(client: PoolClient, events: readonly LoggedEvent[]): Promise<KeptMemory> {
    const memory = new KeptMemory();
    for (const event of events) {
      const { tenantId, interactionId } = event;
      if (interactionId !== null) memory.interaction(tenantId, interactionId);
      const agent = agentOf(event);
      if (agent !== undefined) memory.agent(tenantId, agent);
    }
    const wanted = memory.#rows;
    const { rows } = await client.query<MemoryRow>(
      `select m.* from unnest($1::text[], $2::text[], $3::text[]) as wanted(tenant_id, kind, subject) join statistics_memory m using (tenant_id, kind, subject)`,
      columnsOf(wanted),
    );
    for (const row of rows)
      Object.assign(
        row.kind === 'agent'
          ? memory.agent(row.tenant_id, row.subject)
          : memory.interaction(row.tenant_id, row.subject),
        row.state,
      );
    return memory;
  }

  /** What is remembered of an interaction, to be changed in place. */
  interaction(tenantId: string, subject: string): InteractionMemory {
    return remembered(this.#interactions, { tenant_id: tenantId, kind: 'interaction', subject, state: {} });
  }

  /** What is remembered of an agent, to be changed in place. */
  agent(tenantId: string, subject: string): AgentMemory {
    return remembered(this.#agents, { tenant_id: tenantId, kind: 'agent', subject, state: { media: {} } });
  }

  /** Keeps what goes on and forgets what is over: interactions that were stopped, agents who are gone and have nothing. */
  async save(client: PoolClient): Promise<void> {
    const isOver = ({ kind, state }: MemoryRow): boolean =>
      kind === 'agent'
        ? !('loggedInAt' in state) && Object.keys((state as AgentMemory).media).length === 0
        : Object.keys(state).length === 0 || 'isStopped' in state;
    const rows = this.#rows;
    await client.query(
      `delete from statistics_memory m using unnest($1::text[], $2::text[], $3::text[]) as over(tenant_id, kind, subject)
       where m.tenant_id = over.tenant_id and m.kind = over.kind and m.subject = over.subject`,
      columnsOf(rows.filter(isOver)),
    );
    const kept = rows.filter((row) => !isOver(row));
    await client.query(
      `insert into statistics_memory (tenant_id, kind, subject, state) select * from unnest($1::text[], $2::text[], $3::text[], $4::jsonb[])
       on conflict (tenant_id, kind, subject) do update set state = excluded.state`,
      [...columnsOf(kept), kept.map(({ state }) => JSON.stringify(state))],
    );
  }

  get #rows(): MemoryRow[] {
    return [...this.#interactions.values(), ...this.#agents.values()];
  }
}

function remembered<Row extends MemoryRow>(rows: Map<string, Row>, fresh: Row): Row['state'] {
  const key = JSON.stringify([fresh.tenant_id, fresh.subject]);
  const row = rows.get(key) ?? fresh;
  rows.set(key, row);
  return row.state;
}

function columnsOf(rows: readonly MemoryRow[]): string[][] {
  return [rows.map((row) => row.tenant_id), rows.map((row) => row.kind), rows.map((row) => row.subject)];
}
