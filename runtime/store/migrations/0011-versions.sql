-- Saved states of drafts. What one person saves within a while is one state, until it is given a message.
create table process_saves (
  id bigint primary key generated always as identity,
  tenant_id text not null,
  process text not null,
  revision int not null,
  document jsonb not null,
  layout jsonb not null default '{}',
  message text not null default '',
  saved_by text,
  began_at timestamptz not null default now(),
  saved_at timestamptz not null default now()
);
create index on process_saves (tenant_id, process, id desc);

-- What became active when, by whom and why; version is null where the process went out of service.
alter table activations
  alter column version drop not null,
  add column kind text not null default 'activated',
  add column message text not null default '',
  add column approved_by text;

-- Activations that wait for a second person or for their time. The version is fixed when they are asked for.
create table planned_activations (
  id uuid primary key,
  tenant_id text not null,
  process text not null,
  version int not null,
  message text not null default '',
  requested_by text not null,
  requested_at timestamptz not null default now(),
  activate_at timestamptz,
  state text not null check (state in ('awaiting-approval', 'scheduled', 'done', 'cancelled', 'rejected', 'failed')),
  decided_by text,
  decided_at timestamptz,
  -- Why it failed, in words.
  problem text
);
create index planned_activations_open on planned_activations (tenant_id, process) where state in ('awaiting-approval', 'scheduled');
create index planned_activations_due on planned_activations (activate_at) where state = 'scheduled';
