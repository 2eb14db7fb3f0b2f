-- Requests for the same targets share this key: the router looks at each set of targets once, not at each request.
alter table routing_requests add column targets_key text not null generated always as (md5(targets::text)) stored;
-- The sets of targets that wait, and the first requests of each, are answered by this index alone.
create index routing_waiting_targets on routing_requests (tenant_id, media, targets_key, priority desc, created_at, interaction_id)
  where agent_id is null;
drop index routing_waiting;
create index declines_agent on declines (agent_id, until);
create index declines_until on declines (until);
-- Since when nothing of this media type began or ended with the agent: of several free agents the one idle longest is invited.
alter table agent_media add column idle_since timestamptz not null default now();
-- Connections of desktops, one row each: a counter would drift when a gateway dies. A session without a live one is logged out.
create table desktop_connections (
  id uuid primary key,
  agent_id text not null references agents on delete cascade,
  last_seen_at timestamptz not null default now()
);
create index on desktop_connections (agent_id);
create index on desktop_connections (last_seen_at);
alter table agent_sessions drop column connections;
