-- How the agent is chosen among several who are free; part of what makes two requests ask for the same.
alter table routing_requests add column selection jsonb not null default '{}';
drop index routing_waiting_targets;
alter table routing_requests drop column targets_key;
alter table routing_requests add column targets_key text not null generated always as (md5(targets::text || selection::text)) stored;
create index routing_waiting_targets on routing_requests (tenant_id, media, targets_key, priority desc, created_at, interaction_id)
  where agent_id is null;
-- Targets that grow wider: [{at, targets}], the next one first, and when that is due.
alter table routing_requests add column widening jsonb;
alter table routing_requests add column widen_at timestamptz;
create index routing_widening on routing_requests (widen_at) where agent_id is null and widen_at is not null;
-- Turns taken so far by blocks that share interactions out by percentages.
create table routing_turns (
  tenant_id text not null references tenants,
  key text not null,
  turns bigint not null,
  primary key (tenant_id, key)
);
-- What agents did lately, for statistics of agents.
create index events_agent_parties on events (tenant_id, at)
  where kind in ('PartyAdded', 'PartyRemoved') and party ->> 'kind' = 'agent';
-- How soon interactions reached an agent, for service levels.
create index journal_service_levels on journal (answered_at) where name = 'service-level';
