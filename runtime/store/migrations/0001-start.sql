-- Everything belongs to a tenant; names are keys, as users know them.
create table tenants (
  id text primary key,
  name text not null,
  created_at timestamptz not null default now()
);
insert into tenants (id, name) values ('default', 'Default');

-- People inside. The id is that of the account.
create table agents (
  id text primary key,
  tenant_id text not null references tenants,
  user_name text not null,
  first_name text not null default '',
  last_name text not null default '',
  email text not null default '',
  signature text not null default '',
  skills jsonb not null default '{}',
  -- Capacity rule of this slice: how many interactions of a media type at once.
  capacity jsonb not null default '{"email": 1}',
  enabled boolean not null default true,
  unique (tenant_id, user_name)
);
create table agent_groups (
  tenant_id text not null references tenants,
  name text not null,
  description text not null default '',
  primary key (tenant_id, name)
);
create table agent_group_members (
  tenant_id text not null,
  group_name text not null,
  agent_id text not null references agents on delete cascade,
  primary key (tenant_id, group_name, agent_id),
  foreign key (tenant_id, group_name) references agent_groups on delete cascade on update cascade
);
create index on agent_group_members (agent_id);
-- An agent who is logged in at a desktop. The row is the lock that capacity is checked under.
create table agent_sessions (
  agent_id text primary key references agents on delete cascade,
  tenant_id text not null,
  logged_in_at timestamptz not null default now(),
  do_not_disturb boolean not null default false,
  -- Desktops connected now; a session without one is logged out when the grace ends.
  connections int not null default 0,
  last_seen_at timestamptz not null default now()
);
create index on agent_sessions (tenant_id);
create table agent_media (
  agent_id text not null references agent_sessions on delete cascade,
  media text not null,
  ready boolean not null default false,
  reason text,
  since timestamptz not null default now(),
  primary key (agent_id, media)
);

-- People outside.
create table contacts (
  id uuid primary key,
  tenant_id text not null references tenants,
  title text, first_name text, last_name text,
  attributes jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create index on contacts (tenant_id, created_at desc);
create table contact_addresses (
  tenant_id text not null,
  kind text not null,
  value text not null,
  contact_id uuid not null references contacts on delete cascade,
  is_primary boolean not null default false,
  primary key (tenant_id, kind, value)
);
create index on contact_addresses (contact_id);

-- Operational data of interactions: id, properties, attached data. Bodies live in messages.
create table interactions (
  id uuid primary key,
  tenant_id text not null references tenants,
  seq bigint generated always as identity,
  media text not null,
  type text not null,
  subtype text not null,
  state text not null check (state in ('queued', 'routing', 'inviting', 'handling', 'workbin', 'stopped')),
  is_held boolean not null default false,
  version int not null default 0,
  endpoint text, mailbox text,
  queue text,
  -- Queue it was last taken from: where a revoked interaction returns to.
  taken_from text,
  placed_at timestamptz, moved_at timestamptz,
  in_queues text[] not null default '{}',
  out_queues text[] not null default '{}',
  workbin text, workbin_owner text,
  agent_id text,
  run_id uuid,
  priority int not null default 0,
  received_at timestamptz not null,
  submitted_at timestamptz not null default now(),
  delivered_at timestamptz,
  stopped_at timestamptz,
  stop_reason text,
  -- Why it waits in the error queue: {code, message, strategy, block, runId}.
  problem jsonb,
  parent_id uuid, contact_id uuid, thread_id uuid not null,
  external_id text,
  subject text not null default '',
  from_address text, from_name text, to_address text,
  data jsonb not null default '{}'
);
-- What views take: the default order is answered by this index alone.
create index interactions_takeable on interactions (tenant_id, queue, priority desc, received_at, seq) where state = 'queued' and not is_held;
create index interactions_live on interactions (tenant_id, state) where state <> 'stopped';
create index interactions_agent on interactions (agent_id, state) where state in ('inviting', 'handling', 'workbin');
create index interactions_recent on interactions (tenant_id, received_at desc, seq desc);
create index interactions_thread on interactions (thread_id);
create index interactions_contact on interactions (contact_id, received_at desc);
create index interactions_parent on interactions (parent_id) where parent_id is not null;

-- Bodies. The raw message is always kept.
create table blobs (
  hash bytea primary key,
  size int not null,
  bytes bytea not null
);
alter table blobs alter column bytes set storage external;
create table messages (
  interaction_id uuid primary key,
  tenant_id text not null,
  direction text not null check (direction in ('in', 'out')),
  message_id text,
  in_reply_to text,
  reference_ids text[] not null default '{}',
  subject text not null default '',
  from_address jsonb, reply_to jsonb,
  to_addresses jsonb not null default '[]', cc_addresses jsonb not null default '[]', bcc_addresses jsonb not null default '[]',
  text text not null default '',
  html text,
  reply_text text,
  headers jsonb not null default '[]',
  -- none, auto-submitted, report, list, null-return-path ...: what must not be answered automatically.
  automatic text not null default 'none',
  problems text[] not null default '{}',
  raw_hash bytea,
  sent_at timestamptz
);
create index messages_message_id on messages (tenant_id, message_id) where message_id is not null;
create table attachments (
  id uuid primary key,
  interaction_id uuid not null,
  tenant_id text not null,
  position int not null,
  file_name text not null,
  content_type text not null,
  size int not null,
  content_id text,
  inline boolean not null default false,
  hash bytea not null references blobs
);
create index on attachments (interaction_id, position);
-- Duplicate control: a mail is taken once for each endpoint, by Message-ID or, without one, by the hash of its bytes.
create table received_mails (
  tenant_id text not null,
  endpoint text not null,
  key text not null,
  interaction_id uuid not null,
  primary key (tenant_id, endpoint, key)
);

-- Business processes: a draft that is edited, versions that never change, one of them active.
create table processes (
  tenant_id text not null references tenants,
  name text not null,
  draft jsonb not null,
  layout jsonb not null default '{}',
  -- Counts saves of the draft; a save names the revision it started from.
  revision int not null default 1,
  active_version int,
  updated_at timestamptz not null default now(),
  updated_by text,
  primary key (tenant_id, name)
);
create table process_versions (
  id bigint primary key generated always as identity,
  tenant_id text not null,
  process text not null,
  version int not null,
  document jsonb not null,
  layout jsonb not null default '{}',
  message text not null default '',
  created_by text,
  created_at timestamptz not null default now(),
  unique (tenant_id, process, version)
);
create table activations (
  id bigint primary key generated always as identity,
  tenant_id text not null,
  process text not null,
  version int not null,
  activated_by text,
  activated_at timestamptz not null default now()
);
create index on activations (tenant_id, process, id desc);

-- Runs of strategies. One that waits is only its journal.
create table runs (
  id uuid primary key,
  tenant_id text not null,
  interaction_id uuid not null,
  version_id bigint not null references process_versions,
  strategy text not null,
  -- The view and queue that submitted it: counts against maxInFlight.
  queue text not null,
  view text not null,
  state text not null check (state in ('running', 'waiting', 'ended', 'failed')),
  attempts int not null default 1,
  input jsonb not null,
  path jsonb not null default '[]',
  -- The call a waiting run stands at: {seq, block, name, params}.
  waiting_for jsonb,
  wake_at timestamptz,
  -- Until when the worker that has it must have committed.
  lease_until timestamptz,
  error jsonb,
  started_at timestamptz not null default now(),
  ended_at timestamptz
);
create index runs_in_flight on runs (tenant_id, queue, view) where state in ('running', 'waiting');
create index runs_due on runs (wake_at) where state = 'waiting';
create index runs_leased on runs (lease_until) where state = 'running';
create index runs_interaction on runs (interaction_id, started_at);
create table journal (
  run_id uuid not null,
  seq int not null,
  block text not null,
  name text not null,
  params jsonb not null,
  result jsonb,
  error jsonb,
  data jsonb,
  asked_at timestamptz not null,
  answered_at timestamptz not null,
  primary key (run_id, seq)
);
-- Answers that arrived for a waiting run and are not in its journal yet.
create table answers (
  run_id uuid not null,
  seq int not null,
  result jsonb,
  error jsonb,
  data jsonb,
  at timestamptz not null default now(),
  primary key (run_id, seq)
);

-- The event log, in the field's event names.
create table events (
  id bigint primary key generated always as identity,
  tenant_id text not null,
  interaction_id uuid,
  at timestamptz not null default now(),
  kind text not null,
  -- Who acted: {kind: strategy|agent|media|supervisor|system, name, runId?}.
  party jsonb,
  facts jsonb not null default '{}'
);
create index events_interaction on events (interaction_id, id);
create index events_time on events (tenant_id, at desc);

-- Effects on the world, each once by its key.
create table outbox (
  id uuid primary key,
  tenant_id text not null,
  -- Run and step that made it: a retry repeats the key and finds the row there.
  key text not null unique,
  kind text not null,
  interaction_id uuid not null,
  run_id uuid,
  seq int,
  state text not null default 'pending' check (state in ('pending', 'sending', 'sent', 'kept', 'failed', 'uncertain')),
  payload jsonb not null,
  attempts int not null default 0,
  next_at timestamptz not null default now(),
  lease_until timestamptz,
  outcome jsonb,
  created_at timestamptz not null default now(),
  done_at timestamptz
);
create index outbox_due on outbox (next_at) where state in ('pending', 'sending');
create index outbox_recent on outbox (tenant_id, created_at desc);

-- Routing: requests that wait for a target.
create table routing_requests (
  interaction_id uuid primary key,
  tenant_id text not null,
  run_id uuid not null,
  seq int not null,
  media text not null,
  targets jsonb not null,
  priority int not null default 0,
  created_at timestamptz not null default now(),
  deadline_at timestamptz,
  -- The agent invited now, until when.
  agent_id text,
  invited_at timestamptz,
  expires_at timestamptz
);
create index routing_waiting on routing_requests (tenant_id, media, priority desc, created_at) where agent_id is null;
create index routing_invited on routing_requests (expires_at) where agent_id is not null;
create index routing_deadline on routing_requests (deadline_at) where agent_id is null;
-- An agent who rejected or missed an interaction is not offered it again before this time.
create table declines (
  interaction_id uuid not null,
  agent_id text not null,
  until timestamptz not null,
  primary key (interaction_id, agent_id)
);

-- Knowledge of this slice.
create table standard_responses (
  tenant_id text not null references tenants,
  name text not null,
  document jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, name)
);
create table screening_rules (
  tenant_id text not null references tenants,
  name text not null,
  document jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, name)
);
create table classification_models (
  tenant_id text not null references tenants,
  name text not null,
  examples jsonb not null,
  model bytea,
  quality jsonb,
  trained_at timestamptz,
  primary key (tenant_id, name)
);

-- What automatic mail an address got lately, against reply wars.
create table automatic_answers (
  tenant_id text not null,
  address text not null,
  at timestamptz not null default now()
);
create index on automatic_answers (tenant_id, address, at);

-- Media settings; secrets are encrypted.
create table mailboxes (
  tenant_id text not null references tenants,
  name text not null,
  settings jsonb not null,
  secret bytea,
  status jsonb not null default '{}',
  primary key (tenant_id, name)
);
create table tenant_settings (
  tenant_id text not null references tenants,
  key text not null,
  value jsonb not null,
  secret bytea,
  primary key (tenant_id, key)
);
-- Replies an agent is writing.
create table drafts (
  interaction_id uuid not null,
  agent_id text not null,
  draft jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (interaction_id, agent_id)
);
