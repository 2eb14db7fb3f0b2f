import type { Pool } from 'pg';
import type { Target } from '#dsl/model/target.ts';
import type { AgentDeps } from '#runtime/agent/agent-deps.ts';
import { loginAgent } from '#runtime/agent/login-agent.ts';
import { setReady } from '#runtime/agent/set-ready.ts';
import { newId } from '#runtime/store/new-id.ts';

/** A tenant of a test's own, with whom and what it needs; and what was woken. */
export interface RoutingScene {
  readonly tenantId: string;
  readonly deps: AgentDeps;
  /** Every wake-up so far, as `queue NAME` or `run ID`. */
  readonly woken: string[];
  /** The clock of the operations: set it to go on in time. */
  now: Date;
  /** An agent of this user name; ids are the tenant's, so that tests stay apart. */
  agent(userName: string, options?: AgentOptions): Promise<string>;
  group(name: string, agentIds: readonly string[]): Promise<void>;
  /** An interaction that waits for its targets in Route Interaction. */
  waiting(options?: WaitingOptions): Promise<string>;
  interaction(id: string): Promise<Record<string, unknown>>;
  eventKinds(id: string): Promise<string[]>;
}

/** How an agent stands; ready for e-mail unless told otherwise. */
export interface AgentOptions {
  readonly capacity?: number;
  readonly skills?: Readonly<Record<string, number>>;
  readonly ready?: boolean;
}

/** How an interaction waits; for everybody unless told otherwise. */
export interface WaitingOptions {
  readonly targets?: readonly Target[];
  readonly priority?: number;
  readonly deadlineAt?: Date;
  readonly createdAt?: Date;
}

/** Sets a tenant up in the database. */
export async function routingScene(pool: Pool): Promise<RoutingScene> {
  const tenantId = newId();
  await pool.query('insert into tenants (id, name) values ($1, $1)', [tenantId]);
  const woken: string[] = [];
  const wake = {
    queue: async (_tenantId: string, queue: string) => void woken.push(`queue ${queue}`),
    run: async (runId: string) => void woken.push(`run ${runId}`),
  };
  const scene: RoutingScene = {
    tenantId,
    woken,
    now: new Date(),
    deps: { pool, wake, now: () => scene.now },
    async agent(userName, { capacity = 1, skills = {}, ready = true } = {}) {
      const id = `${userName}-${tenantId}`;
      await pool.query(
        `insert into agents (id, tenant_id, user_name, first_name, email, capacity, skills) values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, tenantId, userName, userName, `${userName}@example.org`, { email: capacity }, skills],
      );
      await loginAgent(scene.deps, id, ['email']);
      if (ready) await setReady(scene.deps, id, { media: 'email', ready: true });
      return id;
    },
    async group(name, agentIds) {
      await pool.query('insert into agent_groups (tenant_id, name) values ($1, $2)', [tenantId, name]);
      await pool.query('insert into agent_group_members select $1, $2, unnest($3::text[])', [tenantId, name, agentIds]);
    },
    waiting: (options) => insertWaiting(pool, scene, options),
    async interaction(id) {
      return (
        (await pool.query<Record<string, unknown>>('select * from interactions where id = $1', [id])).rows[0] ?? {}
      );
    },
    async eventKinds(id) {
      const text = 'select kind from events where interaction_id = $1 order by id';
      return (await pool.query<{ kind: string }>(text, [id])).rows.map((row) => row.kind);
    },
  };
  return scene;
}

async function insertWaiting(pool: Pool, scene: RoutingScene, options: WaitingOptions = {}): Promise<string> {
  const { targets = [{ skill: '1=1' }], priority = 0, deadlineAt, createdAt = scene.now } = options;
  const [id, runId] = [newId(), newId()];
  const version = await pool.query<{ id: string }>(
    `insert into process_versions (tenant_id, process, version, document)
     values ($1, 'P', (select count(*) + 1 from process_versions where tenant_id = $1), '{}') returning id`,
    [scene.tenantId],
  );
  await pool.query(
    `with run as (
       insert into runs (id, tenant_id, interaction_id, version_id, strategy, queue, view, state, input, path)
       values ($1, $2, $3, $4, 'Process ABC', 'Inbound queue', 'All', 'waiting', '{}', '[{"block": "entry", "port": "next"}]')
     ), message as (
       insert into messages (interaction_id, tenant_id, direction, message_id, reference_ids)
       values ($3, $2, 'in', '<question@example.net>', '{<first@example.net>}')
     ), interaction as (
       insert into interactions (id, tenant_id, media, type, subtype, state, taken_from, placed_at, moved_at, in_queues, out_queues,
         run_id, priority, received_at, thread_id, mailbox, subject, data)
       values ($3, $2, 'email', 'Inbound', 'InboundNew', 'routing', 'Inbound queue', $5, $5, '{Inbound queue}', '{Outbound queue,QA}',
         $1, $6, $5, $3, 'support@example.com', 'Help', '{"Mailbox": "support@example.com", "Header_X": "x", "Topic": "billing"}')
     )
     insert into routing_requests (interaction_id, tenant_id, run_id, seq, media, targets, priority, created_at, deadline_at)
     values ($3, $2, $1, 4, 'email', $7, $6, $5, $8)`,
    [runId, scene.tenantId, id, version.rows[0]?.id, createdAt, priority, JSON.stringify(targets), deadlineAt ?? null],
  );
  return id;
}
