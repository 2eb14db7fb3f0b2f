import type { Pool } from 'pg';
import { newId } from '#runtime/store/new-id.ts';

/** How big a hall is. */
export interface HallSize {
  readonly agents: number;
  readonly waiting: number;
  readonly targets: number;
}

/** Skills there are; each agent has `skillsEach` of them. */
const skills = 40;
const skillsEach = 20;

/**
 * A tenant with agents logged in, each with 20 of 40 skills at a level of 1 to 10, nobody free, and interactions that wait for skill
 * expressions of two skills. Answers the tenant.
 */
export async function routingHall(pool: Pool, { agents, waiting, targets }: HallSize): Promise<string> {
  const tenantId = newId();
  await pool.query('insert into tenants (id, name) values ($1, $1)', [tenantId]);
  await pool.query(
    `insert into agents (id, tenant_id, user_name, email, capacity, skills)
     select $1 || '-' || lpad(n::text, 6, '0'), $1, 'agent' || n, 'agent' || n || '@example.org', '{"email": 1}',
       (select jsonb_object_agg('s' || (n * 7 + k * 3) % ${skills}, 1 + (n * 31 + k * 17) % 10)
        from generate_series(1, ${skillsEach}) as k)
     from generate_series(1, $2::int) as n`,
    [tenantId, agents],
  );
  await pool.query('insert into agent_sessions (agent_id, tenant_id) select id, $1 from agents where tenant_id = $1', [
    tenantId,
  ]);
  await pool.query(
    `insert into agent_media (agent_id, media, ready, idle_since)
     select id, 'email', false, now() - random() * interval '1 hour' from agents where tenant_id = $1`,
    [tenantId],
  );
  await pool.query(
    `with made as materialized (select n, gen_random_uuid() as id from generate_series(1, $2::int) as n),
     interaction as (
       insert into interactions (id, tenant_id, media, type, subtype, state, taken_from, placed_at, received_at, thread_id, priority)
       select id, $1, 'email', 'Inbound', 'InboundNew', 'routing', 'Inbound', now(), now(), id, n % 10 from made
     )
     insert into routing_requests (interaction_id, tenant_id, run_id, seq, media, targets, priority, created_at)
     select id, $1, gen_random_uuid(), 0, 'email',
       jsonb_build_array(jsonb_build_object('skill',
         's' || ((n % $3) % ${skills}) || ' >= ' || (1 + (n % $3) / ${skills}) || ' & s' || ((n % $3) * 7 + 3) % ${skills} || ' >= 1')),
       n % 10, now() - n * interval '1 millisecond' from made`,
    [tenantId, waiting, targets],
  );
  await pool.query('analyze');
  return tenantId;
}
