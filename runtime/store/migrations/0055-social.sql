-- Feeds, accounts and pages that are watched, as documents.
create table social_accounts (
  tenant_id text not null references tenants,
  name text not null,
  document jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, name)
);

-- How far each has been read, when it is looked at next, and what it may still ask within its hour.
create table social_states (
  tenant_id text not null,
  name text not null,
  cursor jsonb not null default '{}',
  next_at timestamptz not null default now(),
  hour_at timestamptz not null default now(),
  asked int not null default 0,
  taken bigint not null default 0,
  reason text,
  looked_at timestamptz,
  primary key (tenant_id, name)
);
create index social_states_due on social_states (next_at);

-- A comment on a comment finds the interaction that the first one joined.
create index posts_external on posts (tenant_id, external_id);
