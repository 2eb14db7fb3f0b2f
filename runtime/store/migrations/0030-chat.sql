-- Sessions of the chat server. The id is that of the interaction: made first, so that a customer who asks again finds it.
create table chat_sessions (
  id uuid primary key,
  tenant_id text not null references tenants,
  endpoint text not null,
  -- Made by the customer's page for each session: asked again it is the same session.
  client_key text not null,
  -- SHA-256 of the token that the customer's page holds.
  token_hash bytea not null,
  state text not null default 'open' check (state in ('open', 'asleep', 'closed')),
  customer_name text not null default '',
  customer_email text,
  subject text not null default '',
  last_seq bigint not null default 0,
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  closed_by text,
  close_reason text,
  -- What a closed session means to its interaction has been carried out.
  settled_at timestamptz,
  last_activity_at timestamptz not null default now(),
  alerted_at timestamptz,
  -- When its silence is looked at next; moved on lazily, so that a message changes no index.
  due_at timestamptz not null default 'infinity',
  -- The agent whose joining was last told.
  agent_id text,
  agent_name text,
  -- How long it may be silent, and whether it sleeps: taken from the endpoint's settings when it began.
  rules jsonb not null default '{}',
  unique (tenant_id, client_key)
) with (fillfactor = 70);
create index chat_sessions_due on chat_sessions (due_at) where state <> 'closed';
create index chat_sessions_unsettled on chat_sessions (id) where state = 'closed' and settled_at is null;

-- What was said, in order, without gaps in a session.
create table chat_messages (
  session_id uuid not null,
  seq bigint not null,
  at timestamptz not null,
  kind text not null,
  -- Who says it, with their id: what tells client ids of several people apart.
  author text not null,
  from_kind text not null check (from_kind in ('customer', 'agent', 'supervisor', 'strategy', 'system')),
  from_name text not null,
  visibility text not null default 'all' check (visibility in ('all', 'agents')),
  text text not null default '',
  client_id text not null,
  facts jsonb,
  primary key (session_id, seq),
  unique (session_id, author, client_id)
);

-- Supervisors who listen in.
create table chat_watchers (
  session_id uuid not null,
  person_id text not null,
  mode text not null check (mode in ('monitor', 'coach', 'barge')),
  since timestamptz not null default now(),
  primary key (session_id, person_id)
);
