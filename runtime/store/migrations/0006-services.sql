-- Documents that strategies use by name: lists, business hours, and what administrators connect them to.
create table lists (
  tenant_id text not null references tenants,
  name text not null,
  document jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, name)
);
create table business_hours (
  tenant_id text not null references tenants,
  name text not null,
  document jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, name)
);
create table data_sources (
  tenant_id text not null references tenants,
  name text not null,
  document jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, name)
);
create table external_services (
  tenant_id text not null references tenants,
  name text not null,
  document jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, name)
);
-- The value is sealed; it never leaves the installation.
create table secrets (
  tenant_id text not null references tenants,
  name text not null,
  document jsonb not null,
  secret bytea not null,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, name)
);

-- Services, databases and web addresses that runs wait for. The row goes when the answer is there.
create table service_calls (
  id uuid primary key,
  tenant_id text not null,
  run_id uuid not null,
  seq int not null,
  kind text not null,
  -- What is asked: so many calls of one do not hold those of another.
  target text not null,
  params jsonb not null,
  state text not null default 'pending' check (state in ('pending', 'calling')),
  attempts int not null default 0,
  next_at timestamptz not null default now(),
  lease_until timestamptz,
  created_at timestamptz not null default now(),
  unique (run_id, seq)
);
create index service_calls_due on service_calls (next_at);
