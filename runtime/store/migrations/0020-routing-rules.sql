-- Ways of routing that strategies use by name.
create table routing_rules (
  tenant_id text not null references tenants,
  name text not null,
  document jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, name)
);
-- Rules may be service levels too, whose blocks are not told apart by the name of their call.
create index journal_routing_rules on journal (answered_at) where name = 'routing-rule';
