-- Addresses that the event log is posted to. Each has its own place in the change stream, which only moves on once they answered.
create table webhooks (
  tenant_id text not null references tenants,
  name text not null,
  url text not null,
  -- Event names that are wanted; empty for all.
  kinds text[] not null default '{}',
  enabled boolean not null default true,
  secret bytea not null,
  cursor_xid xid8 not null,
  cursor_id bigint not null default 0,
  failures int not null default 0,
  failing_since timestamptz,
  problem text,
  next_at timestamptz not null default now(),
  -- Until when the sender that posts now must have said how it went.
  lease_until timestamptz,
  test_asked boolean not null default false,
  created_by text,
  created_at timestamptz not null default now(),
  primary key (tenant_id, name)
);
create index webhooks_due on webhooks (next_at) where enabled;
create index webhooks_asked on webhooks (next_at) where test_asked;
-- What was posted lately, the newest fifty of each.
create table webhook_deliveries (
  id bigint primary key generated always as identity,
  tenant_id text not null,
  webhook text not null,
  at timestamptz not null,
  events int not null,
  -- Of the answer; null when there was none.
  status int,
  problem text,
  duration_ms int not null,
  foreign key (tenant_id, webhook) references webhooks on delete cascade
);
create index webhook_deliveries_of on webhook_deliveries (tenant_id, webhook, id desc);
